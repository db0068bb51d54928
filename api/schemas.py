"""What the answers look like, as JSON Schema."""

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_NUMBER = {"type": ["number", "null"]}
_COUNTS = {"type": "object", "additionalProperties": _COUNT}


def _object(**properties: dict) -> dict:
    """An object with exactly these properties."""
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _list_of(item: dict) -> dict:
    return {"type": "array", "items": item}


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
    "errors": _object(errors={**_list_of(_ERROR), "minItems": 1}),
    "operations": {
        "type": "object",
        "required": ["about", "operations"],
        "properties": {
            "about": {"type": "object", "description": "The selection in words and codes, as-of date, source, notes."},
            "operations": {**_list_of({"type": "object"}), "description": "A row each, by column code."},
        },
    },
    "summary": _object(
        operations=_COUNT,
        territories=_COUNT,
        spells=_COUNT,
        ongoing=_COUNT,
        not_started=_COUNT,
        as_of={"type": "string", "format": "date"},
        activities=_COUNTS,
        regions=_COUNTS,
        activity_sets=_COUNTS,
        activity_pairs=_COUNTS,
        active_per_year=_COUNTS,
        started_per_year=_COUNTS,
        ended_per_year=_COUNTS,
        duration_years=_object(mean=_NUMBER, median=_NUMBER, total={"type": "number"}, left_out=_COUNT),
        kaplan_meier=_object(median=_NUMBER, curve=_list_of(_list_of(_NUMBER))),
        **_FINDINGS,
    ),
    "readings": _object(**_FINDINGS),
    "openapi": {"type": "object", "required": ["openapi", "info", "paths"]},
}
HEADERS = {
    "ETag": {"description": "Names these bytes; in If-None-Match it asks for others only.", "schema": _TEXT},
    "Content-Disposition": {"description": "The name of the file, which says the selection.", "schema": _TEXT},
    "X-Ignored-Parameters": {"description": "The parameters that changed nothing in this answer.", "schema": _TEXT},
}


def refusal(description: str) -> dict:
    """An answer that says what is wrong."""
    return {"description": description, "content": {"application/json": {"schema": ref("schemas", "errors")}}}


def ref(kind: str, name: str) -> dict:
    """A reference to a component of the document."""
    return {"$ref": f"#/components/{kind}/{name}"}


REFUSALS = {
    "400": refusal("A name that no page writes, or a value that means nothing; each is named, with what is allowed."),
    "422": refusal("This kind of file cannot hold what was asked for."),
    "503": refusal("The file of the table cannot be read at the moment."),
}
