"""Second and further starts and ends, or periods, in columns of their own, as the pieces of one period."""

import re
from collections.abc import Iterable

from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.layouts.year_columns import says_nothing, with_period
from analysis.reading.dates import fold
from analysis.reading.headings import heading_score, plain_heading
from analysis.reading.vocabulary import word_list
from analysis.text import N_

SECOND_PERIODS = N_("The period of a row is put together from {columns}.")
_NUMBERED = re.compile(r"(.+?) ?(?:([1-9])|([a-e]))")
_AGAIN = re.compile(r"(?:re)(?=open|start|launch|activat|deploy|clos)|\bagain\b")
_ORDINALS = ("first", "second", "third", "fourth")


def join_periods(sheet: Sheet) -> Sheet:
    """The sheet with one period in place of starts and ends, or periods, that are numbered: Start 1, second start."""
    pairs: dict[int, dict[str, str]] = {}
    for name in sheet.cells:
        number, stem = _numbered(name)
        role = next((role for role in ("start", "end", "period") if heading_score(stem, role) >= _LEAST[role]), "")
        if role:
            pairs.setdefault(number, {}).setdefault(role, name)
    wholes = {number: _whole(pair) for number, pair in sorted(pairs.items())}
    wholes = {number: names for number, names in wholes.items() if names}
    if len(wholes) < 2 or len({len(names) for names in wholes.values()}) > 1 or 1 not in wholes:
        return sheet
    columns = [name for names in wholes.values() for name in names]
    texts = [sheet.cells[name].str.strip() for name in columns]
    rows = zip(*[text.mask(says_nothing(text), "") for text in texts], strict=True)
    pieces = _pieces if len(wholes[1]) == 2 else _listed
    note = Note(SECOND_PERIODS, (("columns", ", ".join(columns)),))
    return with_period(sheet, ["; ".join(pieces(row)) for row in rows], note, columns)


# "Year 1" counts the years of a project.
_LEAST = {"start": 0.5, "end": 0.5, "period": 0.9}


def _whole(pair: dict[str, str]) -> tuple[str, ...]:
    """The columns that say one stretch: a start and an end, or a period."""
    return (
        (pair["start"], pair["end"]) if {"start", "end"} <= set(pair) else (pair["period"],) if "period" in pair else ()
    )


def _numbered(heading: str) -> tuple[int, str]:
    """Which of several a heading says that it is, the first where it says nothing, and what it is without that."""
    plain = plain_heading(heading)
    for number, name in enumerate(_ORDINALS, 1):
        ordinals = {fold(word) for word in word_list("dates", name) if not word.isdigit()}
        words = plain.split()
        if len(words) > 1 and ordinals & set(words):
            return number, " ".join(word for word in words if word not in ordinals)
    if (again := _AGAIN.sub("", plain).strip()) != plain:
        return 2, again
    found = _NUMBERED.fullmatch(plain)
    # A letter is a number of its own behind a blank: start_a, but not "data".
    if not found or (found[3] and plain[-2] != " "):
        return 1, plain
    return int(found[2]) if found[2] else "abcde".index(found[3]) + 1, found[1]


def _pieces(row: tuple[str, ...]) -> Iterable[str]:
    """Start and end of each pair as a piece of a period; a pair without a start says nothing."""
    return [f"{start} - {end or 'ongoing'}" for start, end in zip(row[::2], row[1::2], strict=True) if start]


def _listed(row: tuple[str, ...]) -> Iterable[str]:
    return [text for text in row if text]
