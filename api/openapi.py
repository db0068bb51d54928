"""The description of the API for machines: OpenAPI 3.1, made from the lists that pages and menus are made from."""

import json
from collections.abc import Iterable

from analysis.table.table import Table
from analysis.table.vocabulary import own_facets
from api.parameters import Parameter, link_parameters
from api.query import working_names
from api.resources import RESOURCES, Resource, json_resource
from api.schemas import HEADERS, REFUSALS, SCHEMAS, ref
from exports.handover import Handover
from exports.version import VERSION

_ABOUT = """\
Rows and facts of the dashboard, for programs. The query parameters are those of a page's link, letter for letter: \
change the path of a view's link and it is a data link. `sort`, `order` and `columns` are honoured; what changes \
nothing in an answer, such as the colour of a chart, is named in `X-Ignored-Parameters`. Without `columns` a file has \
them all. Nothing here can change anything. Every answer has a strong ETag; a file that says when it was made names \
the day in UTC and has another tag on the next, and all else keeps its tag while data and code stay the same."""


def openapi_resource(base: str) -> Resource:
    """The description as one of the API's own addresses, the dashboard being served under a base path."""

    def write(handover: Handover) -> bytes:
        return json.dumps(describe_api(handover.selected.snapshot.table, base), ensure_ascii=False, indent=1).encode()

    return json_resource("openapi", "This description", write, filtered=False)


def describe_api(table: Table, base: str = "") -> dict:
    """The whole document for a table, whose codes are the values that parameters can have."""
    parameters = link_parameters(table)
    lists = _list_names(parameters.values())
    resources = (*RESOURCES, openapi_resource(base))
    return {
        "openapi": "3.1.0",
        "info": {"title": "Operations dashboard", "version": VERSION, "description": _ABOUT},
        "servers": [{"url": base or "/"}],
        "paths": {f"/api{resource.path}": _describe_path(resource, list(parameters)) for resource in resources},
        "components": {
            "parameters": {name: _describe_parameter(each, table, lists) for name, each in parameters.items()},
            "schemas": SCHEMAS | {name: {"type": "string", "enum": list(codes)} for codes, name in lists.items()},
            "responses": REFUSALS,
            "headers": HEADERS,
        },
    }


def _describe_path(resource: Resource, names: list[str]) -> dict:
    working = [name for name in names if name in working_names(resource.uses)] if resource.filtered else []
    listed = ", ".join(f"`{name}`" for name in working)
    described = f"What changes the answer: {listed}." if working else "No parameter changes the answer."
    media = {resource.kind.media_type: _describe_content(resource)}
    shared = {
        "description": described,
        "parameters": [ref("parameters", name) for name in names],
    }
    refusals = {status: ref("responses", status) for status in REFUSALS}
    name = f"{resource.kind.what}_{resource.kind.suffix}"
    found = {"description": resource.kind.title, "headers": {header: ref("headers", header) for header in HEADERS}}
    known = {"304": {"description": "The caller has it already, as If-None-Match says."}}
    return {
        "get": {
            "operationId": f"get_{name}",
            "summary": resource.kind.title,
            **shared,
            "responses": {"200": {**found, "content": media}, **known, **refusals},
        },
        "head": {
            "operationId": f"head_{name}",
            "summary": f"{resource.kind.title}: the headers alone",
            **shared,
            "responses": {"200": found, **known, **{status: {"description": "Refused."} for status in REFUSALS}},
        },
    }


def _describe_content(resource: Resource) -> dict:
    if resource.kind.media_type == "application/json":
        return {"schema": ref("schemas", resource.kind.what)}
    if resource.kind.media_type.startswith("text/"):
        return {"schema": {"type": "string"}}
    # JSON Schema has no type for bytes; the words are what programs that write clients look for.
    return {"schema": {"type": "string", "format": "binary", "contentMediaType": resource.kind.media_type}}


def _list_names(parameters: Iterable[Parameter]) -> dict[tuple[str, ...], str]:
    """Each list of codes with the name of its schema, which is that of the first parameter that has it."""
    names: dict[tuple[str, ...], str] = {}
    for parameter in parameters:
        if parameter.codes:
            names.setdefault(parameter.codes, f"{parameter.name.replace('.', '_')}_code")
    return names


def _describe_parameter(parameter: Parameter, table: Table, lists: dict[tuple[str, ...], str]) -> dict:
    value = {
        "type": "string",
        **({"pattern": parameter.pattern} if parameter.pattern else {}),
        **({"maxLength": parameter.longest} if parameter.longest else {}),
    }
    # A list that stood in each address would be a type of its own in each of a written client.
    value = ref("schemas", lists[parameter.codes]) if parameter.codes else value
    several = parameter.repeats or parameter.listed
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.describe(table) or _describe_codes(parameter.name, table),
        "schema": {"type": "array", "items": value} if several else value,
        **({"style": "form", "explode": not parameter.listed} if several else {}),
    }


def _describe_codes(name: str, table: Table) -> str:
    """What the codes of a parameter are; of a column of the user's own its heading is said."""
    own = own_facets(table)
    return f"Values of the column {own[name]!r}." if name in own else "One of the codes listed."
