"""Columns of starts, ends and statuses to spells, worked out for all rows at once."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analysis.intake.cells.sheet import Sheet
from analysis.intake.columns.evidence import FLAGS, YES, is_flags
from analysis.intake.columns.guess_columns import Columns
from analysis.reading.dates import Point, could_be_serial, plain_day, print_point
from analysis.reading.points import (
    BLANK,
    NO_DATE,
    OPEN,
    PRECISIONS,
    READ,
    UNKNOWN,
    UNREAD,
    Points,
    find_day_order,
    has_short_year,
    read_points,
)
from analysis.reading.problems import BACKWARDS, NO_START, UNKNOWN_STATUS
from analysis.reading.statuses import read_statuses, says_status
from analysis.reading.written.period_texts import PeriodTexts, rewrite_points
from analysis.table.build import Spans
from analysis.text import N_

STILL_OPEN = N_("a number or a far date that stands for no end")
NO_END = N_("no end is given, and nothing says that it has ended: ongoing")
CLOSED_END = N_("no end is given, but its status says that it has ended: the end is unknown")
CANCELLED_END = N_("no end is given, and its status says that it never ran: the end is unknown")
LEFT_BEHIND = N_("no end is given, while nearly all that began later have one: the end is unknown")
SERIAL = N_("a number that Excel stores for a day")
CENTURY = N_("a year of two digits")
# A row without an end is left behind where many began later, or a few that go on for long, and nearly all have one.
_MANY_LATER, _FEW_LATER, _LONG_DAYS, _NEARLY_ALL = 5, 2, 3652, 0.9
NAT = np.datetime64("NaT", "s")
END_PRECISIONS = np.array([*PRECISIONS, "ongoing", "unknown"], object)
OPEN_END, UNKNOWN_END = 3, 4


class Dates(NamedTuple):
    """The starts and ends of all rows, the status word of each ("" where there is none), the day order, and the texts
    of each column that were rewritten, with what they were read as and why."""

    start: Points
    end: Points | None
    status: np.ndarray
    day_first: bool | None
    rewritten: Mapping[str, PeriodTexts] = MappingProxyType({})


def read_dates(sheet: Sheet, columns: Columns) -> Dates:
    """What a sheet's columns of start, end and status say, one entry a row."""
    dated = [sheet.cells[name] for name in (columns.start, columns.end) if name]
    order = columns.day_first
    if order is None:
        orders = {find_day_order(column.unique()) for column in dated} - {None}
        # Both columns of one table are written alike, so one can settle the other.
        order = orders.pop() if len(orders) == 1 else None
    ways: dict[str, PeriodTexts] = {}
    points: list[Points] = []
    for side, name in (("start", columns.start), ("end", columns.end)):
        if name:
            read = read_points(sheet.cells[name], order)
            ways[name] = rewrite_points(sheet.cells[name], read, side, order)
            points.append(read_points(sheet.cells[name].replace(ways[name].read), order) if ways[name].read else read)
    status = read_status_column(sheet, columns)
    return Dates(points[0], points[1] if columns.end else None, status, order, ways)


def read_status_column(sheet: Sheet, columns: Columns) -> np.ndarray:
    """The status word of each row, "" where there is none that is known."""
    if not columns.status:
        return np.full(len(sheet.cells), "", object)
    cells = sheet.cells[columns.status]
    numbers, texts = pd.factorize(cells)
    asked = says_status(columns.status) if is_flags(cells) and not columns.statuses else ""
    read = _answers(list(texts), asked) if asked else read_statuses(list(texts), dict(columns.statuses))
    return np.array(read or [""], object)[numbers]


def _answers(texts: list[str], asked: str) -> list[str]:
    """The status of each yes or no to a heading that asks for one; any other text says none."""
    other = "closed" if asked == "ongoing" else "ongoing"
    said = [text.strip().casefold() for text in texts]
    return [asked if text in YES else other if text in FLAGS else "" for text in said]


def read_spans(sheet: Sheet, columns: Columns, dates: Dates) -> Spans:
    """The spells of all rows, with readings and problems named by line and column."""
    start, end, status = dates.start, dates.end, dates.status
    end_kind = end.kind if end else np.full(len(sheet.cells), BLANK, np.int8)
    end_last = end.last if end else np.full(len(sheet.cells), np.datetime64("NaT", "D"))
    started = start.kind == READ
    backwards = started & (end_kind == READ) & (end_last < start.first)
    over = np.isin(status, ("closed", "cancelled")) | _left_behind(dates)
    unknown = (end_kind == UNKNOWN) | (end_kind == UNREAD) | (_stands_open(end, end_kind) & over)
    open_end = ~unknown & (end_kind != READ)
    kept = np.flatnonzero(started & ~backwards)
    end_precision = np.select([unknown, open_end], [UNKNOWN_END, OPEN_END], end.precision if end else 0)
    spells = pd.DataFrame(
        {
            "operation": kept,
            "start": start.first[kept].astype("datetime64[s]"),
            "end": np.where(unknown | open_end, NAT, end_last.astype("datetime64[s]"))[kept],
            "start_precision": PRECISIONS[start.precision][kept],
            "end_precision": END_PRECISIONS[end_precision[kept]],
        }
    )
    read = started & ~backwards & (end_kind != UNREAD)
    return Spans(
        spells, read, _readings(sheet, columns, dates, end_kind), _problems(sheet, columns, dates, end_kind, backwards)
    )


def _stands_open(end: Points | None, end_kind: np.ndarray) -> np.ndarray:
    """The rows whose end is blank, or a number such as 9999 in place of a blank."""
    blank = end_kind == BLANK
    if not end:
        return blank
    found = zip(end.texts, end.found, strict=True)
    numbers = [not isinstance(entry, Point) and entry[0] == OPEN and _is_number(text) for text, entry in found]
    return blank | np.array(numbers or [False], bool)[end.text_of]


def _is_number(text: str) -> bool:
    return text[:1] in "-0123456789"


def _left_behind(dates: Dates) -> np.ndarray:
    """The rows without an end, and without a status that says they run, that began before many others that nearly all
    have one: nobody wrote theirs down."""
    start, end = dates.start, dates.end
    started = start.kind == READ
    if end is None or not started.any():
        return np.zeros(len(started), bool)
    order = np.argsort(start.first[started], kind="stable")
    begun, ended = start.first[started][order], (end.kind == READ)[started][order]
    # How many began after each, and how many of those have an end.
    later = np.searchsorted(begun, start.first, side="right")
    with_end = np.append(np.cumsum(ended[::-1])[::-1], 0)[later]
    count = len(begun) - later
    long_ago = (begun[-1] - start.first).astype(int) >= _LONG_DAYS
    many = (count >= _MANY_LATER) | ((count >= _FEW_LATER) & long_ago)
    behind = many & (with_end >= _NEARLY_ALL * count)
    return started & behind & (end.kind == BLANK) & (dates.status == "")


def _readings(sheet: Sheet, columns: Columns, dates: Dates, end_kind: np.ndarray) -> pd.DataFrame:
    parts = []
    if columns.end:
        stands_open = _stands_open(dates.end, end_kind)
        closed = stands_open & (dates.status == "closed")
        never = stands_open & (dates.status == "cancelled")
        behind = _left_behind(dates)
        blank = (end_kind == BLANK) & ~closed & ~never & ~behind & (dates.start.kind == READ)
        for mask, read, why in (
            (closed, "unknown", CLOSED_END),
            (never, "unknown", CANCELLED_END),
            (behind, "unknown", LEFT_BEHIND),
            (blank, "ongoing", NO_END),
        ):
            parts.append(_at(sheet, mask, columns.end, printed=sheet.cells[columns.end], read=read, why=why))
    over = np.isin(dates.status, ("closed", "cancelled"))
    for name, points in ((columns.start, dates.start), (columns.end, dates.end)):
        if name and points:
            parts.append(_text_readings(sheet, name, points, over))
            parts.append(_way_readings(sheet, name, dates.rewritten[name]))
    return _stack(parts, ["line", "column", "printed", "read", "why"])


def _text_readings(sheet: Sheet, name: str, points: Points, over: np.ndarray) -> pd.DataFrame:
    """Readings of texts that do not say plainly what they are read as; a far date says nothing where it is over."""
    whys = [_why(text, entry) for text, entry in zip(points.texts, points.found, strict=True)]
    read = [
        print_point(entry.first, entry.precision) if isinstance(entry, Point) else "ongoing" for entry in points.found
    ]
    why_of = np.array(whys or [""], object)[points.text_of]
    read_of = np.array(read or [""], object)[points.text_of]
    said = (why_of != "") & ~(over & (why_of == STILL_OPEN))
    return _at(sheet, said, name, printed=sheet.cells[name], read=read_of, why=why_of)


def _way_readings(sheet: Sheet, name: str, way: PeriodTexts) -> pd.DataFrame:
    """Readings of texts that are written as periods are, such as FY2019/20."""
    printed = sheet.cells[name]
    read = printed.map(way.read).to_numpy(object)
    why = printed.map(way.why).to_numpy(object)
    return _at(sheet, printed.isin(list(way.read)).to_numpy(), name, printed=printed, read=read, why=why)


def _why(text: str, entry: Point | tuple[int, str]) -> str:
    if not isinstance(entry, Point):
        return STILL_OPEN if entry[0] == OPEN and _is_number(text) else ""
    if plain_day(text):
        return ""
    if could_be_serial(text):
        return SERIAL
    return CENTURY if has_short_year(text) else ""


def _problems(sheet, columns: Columns, dates: Dates, end_kind: np.ndarray, backwards: np.ndarray) -> pd.DataFrame:
    start, start_column = dates.start, columns.start or ""
    shown = period_texts(sheet, columns, dates) if backwards.any() else ""
    parts = [
        _at(sheet, start.kind == BLANK, start_column, value="", problem=NO_START),
        _at(
            sheet,
            np.isin(start.kind, (OPEN, UNKNOWN)),
            start_column,
            value=sheet.cells[start_column],
            problem=NO_DATE,
        ),
        _at(sheet, backwards, columns.end or start_column, value=shown, problem=BACKWARDS),
    ]
    for name, points in ((columns.start, start), (columns.end, dates.end)):
        if name and points:
            texts = ["" if isinstance(entry, Point) else entry[1] for entry in points.found]
            reasons = np.array(texts or [""], object)[points.text_of]
            parts.append(_at(sheet, reasons != "", name, value=sheet.cells[name], problem=reasons))
    if columns.status:
        printed = sheet.cells[columns.status]
        strange = (dates.status == "") & (printed.str.strip() != "").to_numpy()
        parts.append(_at(sheet, strange, columns.status, value=printed, problem=UNKNOWN_STATUS))
    return _stack(parts, ["line", "column", "value", "problem"])


def _at(sheet: Sheet, mask: np.ndarray, column: str, **values) -> pd.DataFrame:
    rows = np.flatnonzero(mask)
    picked = {
        name: value.iloc[rows].to_numpy(object)
        if isinstance(value, pd.Series)
        else value[rows]
        if isinstance(value, np.ndarray)
        else np.full(len(rows), value, object)
        for name, value in values.items()
    }
    return pd.DataFrame({"line": sheet.lines[rows], "column": np.full(len(rows), column, object), **picked})


def _stack(parts: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    filled = [part for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True)[columns] if filled else pd.DataFrame(columns=columns)


def period_texts(sheet: Sheet, columns: Columns, dates: Dates) -> pd.Series:
    """The start and the end of each row as printed, without times of day, in one text."""
    start = _shown(dates.start)
    if not dates.end:
        return pd.Series(pd.array(start, dtype="str"))
    joined = pc.binary_join_element_wise(start, _shown(dates.end), " - ")
    return pd.Series(pd.array(pc.utf8_trim_whitespace(joined), dtype="str"))


def _shown(points: Points) -> pa.Array:
    texts = pa.array([str(text) for text in points.texts], pa.string())
    return texts.take(pa.array(points.text_of))
