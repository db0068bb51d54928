"""What a link can hold beside the selection: each page's own settings, in short stable codes."""

from collections.abc import Mapping

from analysis.rows import COLUMNS, SHOWN_FIRST, SORTS
from analysis.text import N_, _

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
# Settings whose values are lists or numbers, with the check that a value must pass.
_FREE = {
    "iso3": lambda text: len(text) == 3 and text.isascii() and text.isalpha(),
    "year": lambda text: text.isdecimal() and len(text) == 4,
    "beside": lambda text: text.isdecimal() and len(text) == 4,
    "row": lambda text: text.isdecimal() and len(text) < 10,
    "columns": lambda text: bool(text),
}
_FREE_MEANS = {"iso3": N_("the ISO3 code of a territory"), "year": N_("a year"), "beside": N_("a year")}


def default_setting(page: str, name: str) -> str:
    """What a setting is when the link does not say."""
    if name == "columns":
        return ",".join(SHOWN_FIRST)
    return next(iter(SETTINGS[page][name]), "")


def read_settings(page: str, query: Mapping[str, list[str]]) -> tuple[dict[str, str], list[str]]:
    """A page's settings that link parameters name, and a sentence for each value that means nothing."""
    settings, ignored = {}, []
    for name, allowed in SETTINGS[page].items():
        for value in query.get(name, []):
            if value in allowed or (name in _FREE and _FREE[name](value)):
                settings[name] = value
            else:
                ignored.append(
                    _("{name}={value} means nothing here; allowed: {allowed}.").format(
                        name=name, value=value[:80], allowed=", ".join(allowed) or _(_FREE_MEANS.get(name, "a number"))
                    )
                )
    return settings, ignored


def read_columns(text: str, further: list[str]) -> list[str]:
    """The column codes in a link's list that this table has; the first ones shown where it names none."""
    known = [name for name in text.split(",") if name in COLUMNS or name in further]
    return known or list(SHOWN_FIRST)
