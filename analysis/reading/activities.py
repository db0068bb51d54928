"""Printed activity areas to codes: the leaflet's five by code or name, any other as its own code."""

import re
from typing import NamedTuple

from analysis.caches import cached_on_value
from analysis.reading.dates import LONGEST_CELL, TOO_LONG, fold
from analysis.reading.reference import Reference
from analysis.reading.vocabulary import word_list
from analysis.text import N_, _, language

_SEPARATOR = re.compile(r"[;,؛،|\n]")


class ActivityReading(NamedTuple):
    """The activity codes of a cell, each once, in printed order; readings are (printed, read, why)."""

    codes: tuple[str, ...]
    readings: tuple[tuple[str, str, str], ...]
    problems: tuple[tuple[str, str], ...]


@cached_on_value
def code_book(reference: Reference) -> dict[str, str]:
    """Codes and names of the listed activities in each language, folded, to their codes."""
    activities = reference.activities
    return {
        fold(value): code
        for column in ("name", "name_fr", "name_es", "name_ar", "code")
        if column in activities
        for value, code in zip(activities[column], activities["code"], strict=True)
    }


def read_activities(printed: str, reference: Reference) -> ActivityReading:
    """The codes that an activity cell lists, parted by `;`, `,`, their Arabic forms or `|`."""
    if len(printed) > LONGEST_CELL:
        return ActivityReading((), (), ((printed, TOO_LONG),))
    book = code_book(reference)
    parts = [part.strip() for part in _SEPARATOR.split(printed) if part.strip()]
    if not parts:
        return ActivityReading((), (), ((printed, N_("no activity is given")),))
    codes = [book.get(fold(part), part) for part in parts]
    readings = [
        (part, code, N_("name or spelling of a known activity"))
        for part, code in zip(parts, codes, strict=True)
        if part != code
    ]
    return ActivityReading(tuple(dict.fromkeys(codes)), tuple(readings), ())


def activity_names(codes, reference: Reference) -> dict[str, str]:
    """The name of each code in the language in force; a code that is not in the list is its own name."""
    names = _column(reference, f"name_{language()}") or _column(reference, "name")
    return {code: names.get(code, code) for code in codes}


def label_activity(code: str, name: str) -> str:
    """Code and name in one text: IDPs · Internally Displaced People; the code alone where it has no other name."""
    return code if name == code else f"{code} · {name}"


def activity_definition(code: str, reference: Reference) -> str:
    """What an activity is, in a sentence or two; empty for one that is not in the list."""
    definition = _column(reference, "definition").get(code)
    return _(definition) if definition else ""


@cached_on_value
def _column(reference: Reference, column: str) -> dict[str, str]:
    activities = reference.activities
    return dict(zip(activities["code"], activities[column], strict=True)) if column in activities else {}


def names_activity(heading: str) -> bool:
    """Whether a heading is called as activities usually are: Health, Water points."""
    plain = fold(heading)
    known = {fold(name) for name in (*word_list("activities", "plain"), *word_list("activities", "clusters"))}
    return plain in known or any(word in known for word in plain.split())
