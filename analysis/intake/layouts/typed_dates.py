"""Dates listed in one cell and what each of them is in another, as exports of IATI have them."""

import re
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
    parts = {name: _split(sheet.cells[name]) for name in sheet.cells}
    for types in (name for name, cells in parts.items() if _are_types(cells)):
        for dates in (name for name, cells in parts.items() if _fit(cells, parts[types])):
            return _with_dates(sheet, dates, types, parts)
    return sheet


def _split(cells: pd.Series) -> list[list[str]]:
    # Most columns have no lists; the first rows say so.
    if not cells.head(1000).str.contains(_BETWEEN).any():
        return []
    return [[part.strip() for part in _BETWEEN.split(text)] if text.strip() else [] for text in cells]


def _type_of(text: str) -> str:
    plain = plain_heading(text)
    return plain if plain in _KNOWN else _TYPES.get(plain, "")


def _are_types(cells: list[list[str]]) -> bool:
    found = {_type_of(part) for parts in cells for part in parts}
    return "" not in found and any("start" in each for each in found) and any("end" in each for each in found)


def _fit(cells: list[list[str]], types: list[list[str]]) -> bool:
    """Whether each cell lists as many dates as there are types."""
    same = [len(dates) == len(of) for dates, of in zip(cells, types, strict=False)]
    return (
        bool(cells)
        and cells is not types
        and all(same)
        and all(read_cell_point(part) for each in cells for part in each)
    )


def _with_dates(sheet: Sheet, dates: str, types: str, parts: dict[str, list[list[str]]]) -> Sheet:
    start, end = _("Start"), _("End")
    if start in sheet.cells or end in sheet.cells:
        return sheet
    rows = [
        dict(zip(map(_type_of, of), listed, strict=True)) for of, listed in zip(parts[types], parts[dates], strict=True)
    ]
    added = {
        name: pd.array([row.get(f"actual {which}") or row.get(f"planned {which}", "") for row in rows], dtype="str")
        for name, which in ((start, "start"), (end, "end"))
    }
    cells = sheet.cells.drop(columns=[dates, types]).assign(**added)
    note = Note(TYPED, (("dates", dates), ("types", types)))
    return replace(sheet, cells=cells, notes=(*sheet.notes, note))
