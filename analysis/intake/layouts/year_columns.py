"""A column for each year, with marks or amounts in them, as the years of a period."""

import re
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet
from analysis.reading.dates import fold
from analysis.reading.headings import heading_score, is_about
from analysis.text import N_, _

YEAR_COLUMNS = N_("The period of a row is the years whose columns hold something: {first} to {last}.")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:[-/](\d{2}))?(?!\d)")
# What stands in a cell where nothing is.
_NOTHING = frozenset(
    ("", "0", "0.0", "0.00", "-", "--", "no", "n", "non", "nein", "nao", "нет", "false", "n/a", "na", "none")
)


def join_years(sheet: Sheet) -> Sheet:
    """The sheet with a period for columns whose headings differ in nothing but a year: 2015, FY2015, 2015 budget."""
    found = {name: years for name in sheet.cells if (years := _years_of(name)) and not is_about(name, "counted")}
    kinds = [_YEAR.sub("#", fold(name)) for name in found]
    named = {name: years for (name, years), kind in zip(found.items(), kinds, strict=True) if kinds.count(kind) > 1}
    if len(named) < 2 or _is_dated(sheet):
        return sheet
    marked: dict[int, np.ndarray] = {}
    for name, years in named.items():
        marks = ~says_nothing(sheet.cells[name])
        for year in years:
            marked[year] = marked.get(year, np.zeros(len(marks), bool)) | marks
    rows = pd.DataFrame(dict(sorted(marked.items()))).to_dict("records")
    periods = ["; ".join(_runs([year for year, mark in row.items() if mark])) for row in rows]
    return with_period(
        sheet, periods, Note(YEAR_COLUMNS, (("first", str(min(marked))), ("last", str(max(marked))))), []
    )


def _years_of(heading: str) -> tuple[int, ...]:
    """The year that a heading names, or the two of a fiscal one; () where it names none or several."""
    found = _YEAR.findall(heading)
    if len(found) != 1:
        return ()
    year, next_year = int(found[0][0]), found[0][1]
    return (year,) if not next_year else (year, year + 1) if (year + 1) % 100 == int(next_year) else ()


def says_nothing(cells: pd.Series) -> np.ndarray:
    """Which cells are blank, no, zero, or a negative number that stands for nothing."""
    texts = cells.str.strip().str.casefold()
    return (texts.isin(_NOTHING) | texts.str.fullmatch(r"-\d{1,4}(?:\.0+)?")).to_numpy(bool)


def _runs(years: list[int]) -> Iterable[str]:
    """Years as stretches without a gap: 2004 - 2006."""
    starts = [year for year in years if year - 1 not in years]
    ends = [year for year in years if year + 1 not in years]
    return [f"{start} - {end}" if start != end else str(start) for start, end in zip(starts, ends, strict=True)]


def _is_dated(sheet: Sheet) -> bool:
    plain = (name for name in sheet.cells if not _years_of(name))
    return any(heading_score(name, role) >= 0.5 for name in plain for role in ("start", "period"))


def with_period(sheet: Sheet, periods: list[str], note: Note, instead_of: list[str]) -> Sheet:
    """The sheet with a column of periods, in place of these columns, and what is said of it."""
    name = _("Period")
    if name in sheet.cells:
        return sheet
    cells = sheet.cells.drop(columns=instead_of).assign(**{name: pd.array(periods, dtype="str")})
    return replace(sheet, cells=cells, notes=(*sheet.notes, note))
