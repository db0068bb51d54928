"""Dated facts beside a table: another sheet of its workbook, or a file of their own."""

from dataclasses import replace

import pandas as pd

from analysis.errors import InputError
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.cells.sheet import Sheet
from analysis.reading.headings import heading_score, names_events, plain_heading
from analysis.reading.vocabulary import word_list
from analysis.text import _

# More marks than these no timeline can show.
_MOST_EVENTS = 1_000
_NAMED = 0.25


def with_events(sheet: Sheet, content: bytes) -> Sheet:
    """The sheet with the dated facts that another one of its workbook holds, where one is called so."""
    name = next((other for other in sheet.sheets if other != sheet.sheet and names_events(other)), "")
    try:
        return _take(sheet, read_cells(content, name).cells, name) if name else sheet
    except InputError:
        # An empty sheet of facts keeps nobody from the operations.
        return sheet


def with_events_of_file(sheet: Sheet, content: bytes, file: str) -> Sheet:
    """The sheet with the dated facts of a file in place of those it had; InputError where it has no date or no text."""
    taken = _take(replace(sheet, event_sheet=""), read_cells(content).cells, file)
    if not taken.event_sheet:
        raise InputError(
            _("{file}: dated facts need a column of dates and one of texts, such as Date, Country, Event.").format(
                file=file
            )
        )
    return taken


def _take(sheet: Sheet, cells: pd.DataFrame, name: str) -> Sheet:
    date, country, text = (_headed_as(cells, part) for part in ("date", "country", "text"))
    if not date or not text:
        return sheet
    blank = pd.Series("", cells.index)
    columns = [column.head(_MOST_EVENTS) for column in (cells[date], cells[country] if country else blank, cells[text])]
    more = max(0, len(cells) - _MOST_EVENTS)
    return replace(sheet, events=tuple(zip(*columns, strict=True)), event_sheet=name, further_events=more)


def _headed_as(cells: pd.DataFrame, part: str) -> str:
    """The column of a sheet of dated facts whose heading names its date, country or text."""
    if part == "text":
        words = word_list("events", "text")
        return next((name for name in cells if any(word in words for word in plain_heading(name).split())), "")
    roles = ("country",) if part == "country" else ("period", "start")
    return next((name for name in cells if any(heading_score(name, role) >= _NAMED for role in roles)), "")
