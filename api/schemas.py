"""What the answers look like, as JSON Schema."""

from collections.abc import Mapping
from types import MappingProxyType

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_NUMBER = {"type": ["number", "null"]}
_COUNTS = {"type": "object", "additionalProperties": _COUNT}


def ref(kind: str, name: str) -> dict:
    """A reference to a component of the document."""
    return {"$ref": f"#/components/{kind}/{name}"}


def _object(optional: Mapping[str, dict] = MappingProxyType({}), **properties: dict) -> dict:
    """An object with exactly these properties, and perhaps the optional ones."""
    return {
        "type": "object",
        "required": list(properties),
        "properties": {**properties, **optional},
        "additionalProperties": False,
    }


def _list_of(item: dict) -> dict:
    return {"type": "array", "items": item}


_TEXTS = _list_of(_TEXT)
_YEAR = {"type": ["integer", "null"]}
_DAY = {"type": "string", "format": "date"}
# Without `columns` a row has them all; what somebody's own table has beside them is text.
_OPERATION = {
    "type": "object",
    "description": "A row by column code: those that `columns` names, else all.",
    "properties": {
        "name": {**_TEXT, "description": "The current name of the country or territory."},
        "country": {**_TEXT, "description": "The same, beside what is printed."},
        "country_printed": _TEXT,
        "region": _TEXTS,
        "subregion": _TEXTS,
        "period": {**_TEXT, "description": "As printed."},
        "period_read": {**_TEXT, "description": "As of the as-of date."},
        "first_year": _YEAR,
        "last_year": _YEAR,
        "status": ref("schemas", "status_code"),
        "duration_years": _NUMBER,
        "activities": {**_TEXTS, "description": "Codes."},
        "territories": {**_TEXTS, "description": "ISO 3166-1 alpha-3 codes."},
        "line": _COUNT,
    },
    "additionalProperties": _TEXT,
}
_ABOUT = {
    "type": "object",
    "description": "The selection in words and codes, as-of date, source, notes.",
    "required": ["selection", "operations", "total", "as_of", "link", "query", "columns"],
    "properties": {
        **dict.fromkeys(("selection", "order", "table", "made_at", "version", "data_version", "link", "sort"), _TEXT),
        **dict.fromkeys(("operations", "total", "not_started"), _COUNT),
        **dict.fromkeys(("sources", "readings", "off", "problems", "notes", "caveats", "columns"), _TEXTS),
        "as_of": _DAY,
        "query": {"type": "object", "additionalProperties": _TEXTS},
        "switched_off": _list_of(_object(column=_TEXT, printed=_TEXT, read=_TEXT, why=_TEXT)),
        "descending": {"type": "boolean"},
    },
}
_FINDINGS = {
    "readings": _list_of(_object(line=_COUNT, column=_TEXT, printed=_TEXT, read=_TEXT, why=_TEXT)),
    "problems": _list_of(_object(line=_COUNT, column=_TEXT, value=_TEXT, problem=_TEXT)),
}
_ERROR = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "message": {"type": "string", "description": "One sentence for a reader."},
        "parameter": _TEXT,
        "value": {"type": ["string", "null"], "description": "What means nothing; null where no page has the name."},
        "allowed": {**_list_of(_TEXT), "description": "What is allowed; the first fault of its kind says it for all."},
    },
}
SCHEMAS = {
    "operation": _OPERATION,
    "about": _ABOUT,
    "errors": _object(errors={**_list_of(_ERROR), "minItems": 1}),
    "operations": {
        "type": "object",
        "required": ["about", "operations"],
        "properties": {
            "about": ref("schemas", "about"),
            "operations": _list_of(ref("schemas", "operation")),
        },
    },
    "summary": _object(
        operations=_COUNT,
        territories=_COUNT,
        spells=_COUNT,
        ongoing=_COUNT,
        not_started=_COUNT,
        as_of=_DAY,
        activities=_COUNTS,
        regions=_COUNTS,
        activity_sets=_COUNTS,
        activity_pairs=_COUNTS,
        active_per_year=_COUNTS,
        started_per_year=_COUNTS,
        ended_per_year=_COUNTS,
        duration_years=_object(mean=_NUMBER, median=_NUMBER, total={"type": "number"}, left_out=_COUNT),
        kaplan_meier=_object(
            median=_NUMBER,
            median_is={"type": "string", "enum": ["reached", "not-reached", "too-few"]},
            curve=_list_of(_list_of(_NUMBER)),
        ),
        **_FINDINGS,
        # Only tables of a user's own have them, each under the heading of its column.
        optional={
            "columns": {"type": "object", "additionalProperties": _COUNTS},
            "sums": {"type": "object", "additionalProperties": _object(sum={"type": "string"}, operations=_COUNT)},
        },
    ),
    "readings": _object(**_FINDINGS),
    "openapi": {"type": "object", "required": ["openapi", "info", "paths"]},
}
HEADERS = {
    "ETag": {"description": "Names these bytes; in If-None-Match it asks for others only.", "schema": _TEXT},
    "Content-Disposition": {
        "description": "The name of the file, which says the selection, and of a CSV the as-of date.",
        "schema": _TEXT,
    },
    "Link": {"description": "Of a CSV the same rows as JSON, which says what they are.", "schema": _TEXT},
    "X-Ignored-Parameters": {"description": "The parameters that changed nothing in this answer.", "schema": _TEXT},
}


def refusal(description: str) -> dict:
    """An answer that says what is wrong."""
    return {"description": description, "content": {"application/json": {"schema": ref("schemas", "errors")}}}


REFUSALS = {
    "400": refusal("A name that no page writes, or a value that means nothing; each is named, with what is allowed."),
    "422": refusal("This kind of file cannot hold what was asked for."),
    "503": refusal("The file of the table cannot be read at the moment."),
}
