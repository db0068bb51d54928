"""Sheets without a heading for each column, and what is put together once each has one."""

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet, Skipped
from analysis.intake.layouts.date_parts import join_dates
from analysis.intake.layouts.further_periods import join_periods
from analysis.intake.layouts.rows_aside import drop_units
from analysis.intake.layouts.typed_dates import take_typed_dates
from analysis.intake.layouts.year_columns import join_years
from analysis.reading.countries import name_book
from analysis.reading.headings import is_heading, names_a_role
from analysis.reading.periods import read_period
from analysis.reading.points import READ, read_points
from analysis.reading.reference import load_reference
from analysis.text import N_, _

SECOND_HEADINGS = N_("a second row of headings")
NO_HEADINGS = N_("There are no headings: the first line is a row, and the columns are numbered.")
_LOOKED_AT, _NEARLY_ALL = 50, 0.8


def settle_columns(sheet: Sheet) -> Sheet:
    """The sheet with a heading for each column and a column for what its dates say together."""
    for settle in (number_columns, _join_headings, drop_units, take_typed_dates, join_dates, join_years, join_periods):
        sheet = settle(sheet)
    return sheet


def number_columns(sheet: Sheet) -> Sheet:
    """A first line of which no cell is a known heading is a row where one of its cells is a country or a date, as the
    cells below it are."""
    names = list(sheet.cells)
    if (
        sheet.repeated
        or any(map(names_a_role, names))
        or not any(_is_a_value(name, sheet.cells[name]) for name in names)
    ):
        return sheet
    numbered = [_("column {number}").format(number=number) for number in range(1, len(names) + 1)]
    first = pd.DataFrame([names], columns=names).astype(sheet.cells.dtypes.to_dict())
    cells = pd.concat([first, sheet.cells], ignore_index=True).set_axis(numbered, axis=1)
    lines = np.concatenate([[sheet.lines[0] - 1], sheet.lines])
    return replace(sheet, cells=cells, lines=lines, notes=(*sheet.notes, Note(NO_HEADINGS)))


def _is_a_value(name: str, cells: pd.Series) -> bool:
    """Whether a heading is itself a date, a period or a country, as nearly all different texts below it are."""
    below = pd.Series([text for text in cells.unique()[:_LOOKED_AT] if text.strip()], dtype="str")
    if not len(below):
        return False
    if _says_when(pd.Series([name], dtype="str")).all():
        return float(_says_when(below).mean()) >= _NEARLY_ALL
    # Names are looked for last, since one that is unknown is looked for in all languages.
    find = name_book(load_reference()).find
    return bool(find(name)) and float(np.mean([bool(find(text)) for text in below])) >= _NEARLY_ALL


def _says_when(texts: pd.Series) -> np.ndarray:
    days = read_points(texts, day_first=True).kind == READ
    return days | np.array([bool(read_period(text).spells) for text in texts], bool)


def _join_headings(sheet: Sheet) -> Sheet:
    """A first row of headings under headings of which one is blank, as merged ones are, names its columns."""
    below = [text.strip() for text in sheet.cells.iloc[0]]
    named = [text for text in below if text]
    blank = {value for note in sheet.notes for key, value in note.values if key == "name"}
    unnamed = [name for name in sheet.cells if name in blank]
    if len(sheet.cells) < 2 or len(named) < 2 or not all(map(is_heading, named)) or not unnamed:
        return sheet
    names, upper = [], ""
    for name, text in zip(sheet.cells, below, strict=True):
        upper = upper if name in blank else name
        names.append(text if text and text not in names else f"{upper} {text}".strip() if text else name)
    if len(set(names)) < len(names):
        return sheet
    notes = tuple(note for note in sheet.notes if not blank & {value for _key, value in note.values})
    skipped = Skipped(int(sheet.lines[0]), SECOND_HEADINGS, " ".join(named))
    cells = sheet.cells.iloc[1:].reset_index(drop=True).set_axis(names, axis=1)
    return replace(sheet, cells=cells, lines=sheet.lines[1:], notes=notes, skipped=(*sheet.skipped, skipped))
