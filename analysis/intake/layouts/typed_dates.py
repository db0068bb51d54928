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
_BETWEEN = re.compile(r"[,;|]")


def take_typed_dates(sheet: Sheet) -> Sheet:
    """The sheet with a column of starts and one of ends in place of a column of dates and one of their types."""
    for types in filter(lambda name: _are_types(sheet.cells[name]), sheet.cells):
        for dates in sheet.cells:
            if dates != types and _fit(sheet.cells[dates], sheet.cells[types]):
                return _with_dates(sheet, dates, types)
    return sheet


def _split(cells: pd.Series) -> Iterator[list[str]]:
    return ([part.strip() for part in _BETWEEN.split(text)] if text.strip() else [] for text in cells)


def _type_of(text: str) -> str:
    plain = plain_heading(text)
    return plain if plain in _KNOWN else _TYPES.get(plain, "")


def _are_types(cells: pd.Series) -> bool:
    """Whether all cells list types, some several, of starts as well as of ends; others end it at the first of them."""
    found, several = set[str](), False
    for parts in _split(cells):
        kinds = set(map(_type_of, parts))
        if "" in kinds:
            return False
        found, several = found | kinds, several or len(parts) > 1
    return several and any("start" in kind for kind in found) and any("end" in kind for kind in found)


def _fit(dates: pd.Series, types: pd.Series) -> bool:
    """Whether each cell lists as many dates as there are types."""
    pairs = zip(_split(dates), _split(types), strict=True)
    return all(len(listed) == len(of) and all(map(read_cell_point, listed)) for listed, of in pairs)


def _with_dates(sheet: Sheet, dates: str, types: str) -> Sheet:
    start, end = _("Start"), _("End")
    if start in sheet.cells or end in sheet.cells:
        return sheet
    pairs = zip(_split(sheet.cells[types]), _split(sheet.cells[dates]), strict=True)
    rows = [dict(zip(map(_type_of, of), listed, strict=True)) for of, listed in pairs]
    added = {
        name: pd.array([row.get(f"actual {which}") or row.get(f"planned {which}", "") for row in rows], dtype="str")
        for name, which in ((start, "start"), (end, "end"))
    }
    cells = sheet.cells.drop(columns=[dates, types]).assign(**added)
    note = Note(TYPED, (("dates", dates), ("types", types)))
    return replace(sheet, cells=cells, notes=(*sheet.notes, note))
