"""Rows that are no operations: units below the headings, totals between the operations."""

import re

import numpy as np
import pandas as pd

from analysis.intake.cells.layout import names_total
from analysis.intake.cells.sheet import Sheet, Skipped
from analysis.reading.countries import name_book
from analysis.reading.dates import fold
from analysis.reading.headings import heading_score
from analysis.reading.points import READ, UNREAD, read_points
from analysis.reading.reference import load_reference
from analysis.reading.vocabulary import word_list
from analysis.text import N_

UNITS, SUBTOTAL = N_("a row of units"), N_("a row of totals")
# All of these meet folded cells of at most so many characters.
_LONGEST = 120
_UNIT = re.compile(
    r"\([^()]+\)|\[[^\[\]]+\]|[dmyj]{2,4}(?:[-/.][dmyaj]{2,4}){0,2}|(?:thousand|million|milliers? de|millones de) \S+"
)
_LOOKED_AT, _NEARLY_ALL = 200, 0.8


def drop_units(sheet: Sheet) -> Sheet:
    """The sheet without a first row of units, or one whose dates are words where nearly all rows below hold dates."""
    filled = [fold(text)[:_LONGEST] for text in sheet.cells.iloc[0] if text.strip()] if len(sheet.cells) > 1 else []
    units = word_list("layout", "units")
    if len(filled) < 2 or not (
        all(text in units or _UNIT.fullmatch(text) for text in filled) or _is_of_words(sheet.cells)
    ):
        return sheet
    return without_rows(sheet, np.arange(len(sheet.cells)) == 0, UNITS)


def _is_of_words(cells: pd.DataFrame) -> bool:
    """Whether the first row has words for two dates or more, where nearly all others have dates, and no country."""
    dated = [name for name in cells if any(heading_score(name, role) >= 0.5 for role in ("start", "end", "period"))]
    first, below = cells.iloc[0], cells.iloc[1 : _LOOKED_AT + 1]
    dated = [name for name in dated if (read_points(below[name], day_first=True).kind == READ).mean() >= _NEARLY_ALL]
    words = [read_points(pd.Series([first[name]], dtype="str")).kind[0] == UNREAD for name in dated]
    # A single start that nobody can read is that of an operation.
    if len(dated) < 2 or not all(words) or any(character.isdigit() for name in dated for character in first[name]):
        return False
    places = [first[name] for name in headed(cells, "country")]
    return not any(name_book(load_reference()).read_country(place).iso3 for place in places)


def drop_totals(sheet: Sheet) -> Sheet:
    """The sheet without rows that begin with a word for a total and say nothing of when, or whose country is one."""
    totals = np.zeros(len(sheet.cells), bool)
    for name in headed(sheet.cells, "country")[:1]:
        said = [text for text in sheet.cells[name].unique() if names_total(text.strip())]
        totals |= sheet.cells[name].isin(said).to_numpy()
    dated = headed(sheet.cells, "start", "end", "period")
    undated = np.logical_and.reduce([(sheet.cells[name].str.strip() == "").to_numpy() for name in dated or []])
    for row in np.flatnonzero(undated & ~totals).tolist() if dated else []:
        totals[row] = names_total(next((text.strip() for text in sheet.cells.iloc[row] if text.strip()), ""))
    return without_rows(sheet, totals, SUBTOTAL) if totals.any() else sheet


def headed(cells: pd.DataFrame, *roles: str) -> list[str]:
    """The columns whose headings plainly name one of these roles."""
    return [name for name in cells if any(heading_score(name, role) >= 0.5 for role in roles)]


def without_rows(sheet: Sheet, rows: np.ndarray, what: str) -> Sheet:
    """The sheet without these rows, which are listed as passed over."""
    if rows.all():
        return sheet
    texts = [" ".join(" ".join(cells).split())[:200] for cells in sheet.cells[rows].to_numpy().tolist()]
    passed = [Skipped(int(line), what, text) for line, text in zip(sheet.lines[rows], texts, strict=True)]
    return sheet.without(rows, passed)
