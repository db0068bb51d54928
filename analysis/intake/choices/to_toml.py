"""Choices to a TOML file, so that they can be taken along and used again."""

import json
from datetime import date
from typing import Any

from analysis.intake.choices.choices import MADE_COLUMNS, Choices, rename_columns
from analysis.text import _


def write_choices(choices: Choices) -> str:
    """The choices as a TOML file that `parse_choices` reads to the same."""
    made = {_(name): name for name in MADE_COLUMNS}
    columns = {role: rename_columns(value, made) for role, value in choices.columns.items()}
    words = {key: dict(columns.pop(key, ())) for key in ("statuses", "places")}
    plain = {key: getattr(choices, key) for key in ("headings", "sheet", "as_of", "country", "period")}
    about = _(
        "Choices for a table of operations. Bring this file beside the next table on the page Your table, give it to"
        " python -m analysis check TABLE --as FILE, or lay it beside the table that everyone sees."
    )
    lines = [f"# {about}"]
    lines += [f"{key} = {_toml(value)}" for key, value in plain.items() if value]
    for key, values in (("columns", columns), *words.items(), ("guesses", choices.guesses)):
        if values:
            lines += ["", f"[{key}]", *(f"{_key(name)} = {_toml(value)}" for name, value in values.items())]
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    return name if name.isascii() and name.isidentifier() else _toml(name)


def _toml(value: Any) -> str:
    """A value as TOML writes it; none is the empty text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    # A text of JSON is one of TOML, but for this one sign.
    return json.dumps("" if value is None else value, ensure_ascii=False).replace("\x7f", "\\u007f")
