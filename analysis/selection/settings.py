"""What a link can hold beside the selection: each page's own settings, in short stable codes."""

from collections.abc import Iterable, Mapping

from analysis.text import N_, _
from analysis.views.rows import COLUMNS, SHOWN_FIRST, SORTS

GROUPS = ("none", "region", "activity")
COLOURS = ("region", "status", "activity")

# For each page and setting the values it knows, the default first.
SETTINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "overview": {},
    "timeline": {
        "sort": ("start", "end", "duration", "name", "region"),
        "group": GROUPS,
        "colour": COLOURS,
        "axis": ("calendar", "since-start"),
        "events": ("shown", "hidden"),
    },
    "operations": {"sort": tuple(SORTS), "order": ("ascending", "descending"), "columns": (), "row": ()},
    "country": {"iso3": ()},
    "compare": {"shared": ("counted", "left-out")},
    "activities": {
        "by": ("region", "subregion", "start"),
        "sort": ("count", "region", "name"),
        "with": (),
        "without": (),
    },
    "durations": {"by": ("activity", "region", "start"), "sort": ("duration", "start", "name", "region")},
    "your_table": {},
    "quality": {},
    "changes": {
        "key": (),
        "other": ("uploaded", "built-in"),
        "this": ("later", "earlier"),
        "rows": ("changed", "all"),
    },
    "about": {},
    "map": {
        "measure": ("operations", "ongoing", "years_active", "activities", "first_year"),
        "by": ("size", "colour"),
        "shapes": ("off", "on"),
        "year": (),
        "beside": (),
    },
}
# Pages with a selection beside the one in force, and what its parameters begin with.
SECOND_SELECTIONS = {"compare": "b."}
# Settings whose values are no list of ours, with the check that a value must pass, and what they are.
_FREE = {
    "iso3": lambda text: len(text) == 3 and text.isascii() and text.isalpha(),
    "year": lambda text: text.isdecimal() and len(text) == 4,
    "beside": lambda text: text.isdecimal() and len(text) == 4,
    "key": lambda text: text in ("start", "country") or (text.startswith(".") and 1 < len(text) < 200),
    "row": lambda text: text.isdecimal() and len(text) < 10,
    "with": lambda text: 0 < len(text) < 200,
    "without": lambda text: 0 < len(text) < 200,
}
_A_NUMBER = N_("a number")
_FREE_MEANS = {
    "iso3": N_("the ISO3 code of a territory"),
    "year": N_("a year"),
    "beside": N_("a year"),
    "key": N_("start, country, or a column with a point before it"),
}


def default_setting(page: str, name: str) -> str:
    """What a setting is when the link does not say."""
    if name == "columns":
        return ",".join(SHOWN_FIRST)
    return next(iter(SETTINGS[page][name]), "")


def read_settings(
    page: str, query: Mapping[str, list[str]], further: Iterable[str] = ()
) -> tuple[dict[str, str], list[str]]:
    """A page's settings that link parameters name, and a sentence for each value that means nothing.

    further are the columns that this table has beside ours.
    """
    settings, ignored = {}, []
    for name, allowed in SETTINGS[page].items():
        if name == "columns":
            allowed = (*COLUMNS, *further)
        for value in filter(None, query.get(name, [])):
            unknown = _unknown_part(name, value, allowed)
            if unknown != value:
                settings[name] = value
            if unknown:
                ignored.append(
                    _("{name}={value} means nothing here; allowed: {allowed}.").format(
                        name=name,
                        value=unknown[:80],
                        allowed=", ".join(allowed) or _(_FREE_MEANS.get(name, _A_NUMBER)),
                    )
                )
    return settings, ignored


def read_columns(text: str, further: list[str]) -> list[str]:
    """The column codes in a link's list that this table has, each once; the first ones shown where it names none."""
    known = [name for name in dict.fromkeys(text.split(",")) if name in COLUMNS or name in further]
    return known or list(SHOWN_FIRST)


def _unknown_part(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """What of a value means nothing: all of it, or of a list of columns those that are not there."""
    if name in _FREE:
        return "" if _FREE[name](value) else value
    parts = value.split(",") if name == "columns" else [value]
    return ",".join(part for part in parts if part not in allowed)
