"""Dates listed in one cell and what each of them is in another, as exports of IATI have them."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet
from analysis.reading.dates import read_cell_point
from analysis.reading.headings import plain_heading
from analysis.text import N_, _

TYPED = N_(
    "Starts and ends are taken from {dates!r} by the types in {types!r}; what happened stands before what was planned."
)
# IATI, code list ActivityDateType, and the names that its versions 1 had.
_TYPES = {
    "1": "planned start", "2": "actual start", "3": "planned end", "4": "actual end",
    "start planned": "planned start", "start actual": "actual start",
    "end planned": "planned end", "end actual": "actual end",
}  # fmt: skip
_KNOWN = frozenset(_TYPES.values())
_BETWEEN = re.compile(r"[,;|\n]")
_LABELLED = re.compile(r"([^:=]{3,40}) ?[:=] ?(\S.*)")
# A day whose order with the month the whole column shows.
_NUMBERS = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")


def take_typed_dates(sheet: Sheet) -> Sheet:
    """The sheet with a column of starts and one of ends in place of a column of dates and one of their types, or of one
    that lists each date behind its type."""
    for types in sheet.cells:
        if labelled := _labelled(sheet.cells[types]):
            return _with_dates(sheet, types, types, labelled)
        if not _are_types(_split(sheet.cells[types])):
            continue
        for dates in sheet.cells:
            if dates != types and _fit(sheet.cells[dates], sheet.cells[types]):
                pairs = zip(_split(sheet.cells[types]), _split(sheet.cells[dates]), strict=True)
                rows = [dict(zip(map(_type_of, of), listed, strict=True)) for of, listed in pairs]
                return _with_dates(sheet, dates, types, rows)
    return sheet


def _labelled(cells: pd.Series) -> list[dict[str, str]]:
    """What each type says in cells such as "start-actual: 2012-02-01; end-planned: 2013-12-31"; [] for other cells."""
    rows = []
    for listed in _split(cells):
        pairs = [_LABELLED.fullmatch(part) for part in listed]
        if not all(pair and _type_of(pair[1]) and _may_be_date(pair[2]) for pair in pairs):
            return []
        rows.append({_type_of(pair[1]): pair[2] for pair in pairs if pair})
    return rows if _are_types(iter([*row] for row in rows)) else []


def _split(cells: pd.Series) -> Iterator[list[str]]:
    return ([part.strip() for part in _BETWEEN.split(text)] if text.strip() else [] for text in cells)


def _type_of(text: str) -> str:
    plain = plain_heading(text)
    return plain if plain in _KNOWN else _TYPES.get(plain, "")


def _are_types(listed: Iterator[list[str]]) -> bool:
    """Whether all cells list types, some several, of starts as well as of ends; others end it at the first of them."""
    found, several = set[str](), False
    for parts in listed:
        kinds = set(map(_type_of, parts))
        if "" in kinds:
            return False
        found, several = found | kinds, several or len(parts) > 1
    return several and any("start" in kind for kind in found) and any("end" in kind for kind in found)


def _fit(dates: pd.Series, types: pd.Series) -> bool:
    """Whether each cell lists as many dates, or blanks among them, as there are types."""
    pairs = zip(_split(dates), _split(types), strict=True)
    return all(
        len(listed) == len(of) and all(not text or _may_be_date(text) for text in listed) and any((*listed, not of))
        for listed, of in pairs
    )


def _may_be_date(text: str) -> bool:
    return bool(read_cell_point(text) or _NUMBERS.fullmatch(text))


def _with_dates(sheet: Sheet, dates: str, types: str, rows: list[dict[str, str]]) -> Sheet:
    """The sheet with starts and ends by what each row says of each type."""
    start, end = _("Start"), _("End")
    if start in sheet.cells or end in sheet.cells:
        return sheet
    added = {
        name: pd.array([row.get(f"actual {which}") or row.get(f"planned {which}", "") for row in rows], dtype="str")
        for name, which in ((start, "start"), (end, "end"))
    }
    cells = sheet.cells.drop(columns=list({dates, types})).assign(**added)
    note = Note(TYPED, (("dates", dates), ("types", types)))
    return replace(sheet, cells=cells, notes=(*sheet.notes, note))
