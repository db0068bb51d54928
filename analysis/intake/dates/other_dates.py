"""Rows whose start is blank while another column says when: they take it from there."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.columns.guess_columns import Columns
from analysis.reading.dates import Point, print_point
from analysis.reading.headings import heading_score, speaks_against
from analysis.reading.points import BLANK, READ, Points, find_day_order, is_blank, read_points
from analysis.text import N_

ELSEWHERE = N_("no start is given, and this column says when")
STARTS_TAKEN = N_("No start is given in {count:,} rows: they take {column!r}.")
_NAMED, _READ, _SAME = 0.3, 0.9, 0.8


class FilledStarts(NamedTuple):
    """A sheet whose blank starts, or periods, are those of another column; what is said of that, for the table and
    for each row (line, column, printed, read, why)."""

    sheet: Sheet
    notes: tuple[Note, ...]
    readings: pd.DataFrame


def fill_starts(sheet: Sheet, columns: Columns) -> FilledStarts:
    """The sheet with the blanks of its column of starts, or of periods, filled by the column that says best when."""
    filled = FilledStarts(sheet, (), pd.DataFrame(columns=["line", "column", "printed", "read", "why"]))
    name = columns.start or columns.period or ""
    if not any(map(is_blank, sheet.cells[name].unique())):
        return filled
    others = _say_when(sheet, columns)
    order = columns.day_first if columns.day_first is not None else _order(sheet, [name, *others])
    points = read_points(sheet.cells[name], order)
    blank = points.kind == BLANK
    if not blank.any() or blank.all():
        return filled
    for other in others:
        found = read_points(sheet.cells[other], order)
        rows = np.flatnonzero(blank & (found.kind == READ))
        if len(rows) and _is_of_operations(points, found):
            return _take(sheet, name, other, rows, found)
    return filled


def _order(sheet: Sheet, names: list[str]) -> bool | None:
    """The order of day and month that one of these columns shows and none other contradicts."""
    orders = {find_day_order(sheet.cells[name].unique()) for name in names} - {None}
    return orders.pop() if len(orders) == 1 else None


def _say_when(sheet: Sheet, columns: Columns) -> list[str]:
    """The further columns whose headings name a start or a period and no end, the plainest first."""
    taken = {value for value in vars(columns).values() if isinstance(value, str)} | set(columns.activity)
    scores = {
        name: max(heading_score(name, "start"), heading_score(name, "period"))
        for name in sheet.cells
        if name not in taken and not speaks_against(name, "start")
    }
    named = [name for name, score in scores.items() if score >= _NAMED and score > heading_score(name, "end")]
    return sorted(named, key=lambda name: (-heading_score(name, "start"), -scores[name]))


def _is_of_operations(points: Points, found: Points) -> bool:
    """Whether a column holds dates, and where both say when, those of the same year or the next."""
    filled, both = found.kind != BLANK, (points.kind == READ) & (found.kind == READ)
    years = [each.first.astype("datetime64[Y]").astype(int) for each in (points, found)]
    same = np.abs(years[0] - years[1])[both] <= 1
    return float((found.kind == READ)[filled].mean()) >= _READ and (not both.any() or float(same.mean()) >= _SAME)


def _take(sheet: Sheet, name: str, other: str, rows: np.ndarray, found: Points) -> FilledStarts:
    texts = sheet.cells[other].str.strip().iloc[rows].to_numpy(object)
    read = [print_point(point.first, point.precision) if isinstance(point, Point) else "" for point in found.found]
    cells = sheet.cells[name].copy()
    cells.iloc[rows] = texts
    said = {"printed": texts, "read": np.array(read, object)[found.text_of[rows]], "why": ELSEWHERE}
    readings = pd.DataFrame({"line": sheet.lines[rows], "column": other, **said})
    filled = replace(sheet, cells=sheet.cells.assign(**{name: cells}))
    return FilledStarts(filled, (Note(STARTS_TAKEN, (("count", len(rows)), ("column", other))),), readings)
