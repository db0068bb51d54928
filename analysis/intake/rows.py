"""A sheet and its columns to the rows that `build_table` asks for, every other column under its own name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.intake.activity_cells import activity_reader, join_activities
from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.columns.guess_columns import Columns, check_columns
from analysis.intake.columns.left_unread import leave_activities, leave_countries, periods_left
from analysis.intake.columns.our_columns import is_ours
from analysis.intake.dates.other_dates import FilledStarts, fill_starts
from analysis.intake.dates.period_ends import settle_ends
from analysis.intake.dates.spans import Dates, period_texts, read_dates, read_spans, read_status_column
from analysis.intake.places.country_codes import fill_countries
from analysis.reading.country_guesses import CountryReader, decide_guesses, read_as_said
from analysis.reading.periods import print_spells
from analysis.reading.reference import Reference, load_reference
from analysis.reading.written.period_texts import PeriodTexts, rewrite_periods
from analysis.table.build import Readers, Spans, by_line, read_corrected, read_periods
from analysis.table.table import OWN_COLUMNS

_TAKEN = frozenset((*OWN_COLUMNS, "country", "period", "area", "operation"))


class Rows(NamedTuple):
    """Rows for `build_table` (line, country, period, area, further columns), what reads them, their spells, the
    status word of each ("" where there is none), their dates where starts have a column, the day order of dates
    in a column of periods where one is in doubt, and what is said of the rows."""

    rows: pd.DataFrame
    readers: Readers
    spans: Spans
    status: np.ndarray
    dates: Dates | None
    day_first: bool | None = None
    notes: tuple[Note, ...] = ()


def rows_of_sheet(
    sheet: Sheet,
    columns: Columns,
    reference: Reference | None = None,
    decisions: Mapping[str, bool] = MappingProxyType({}),
) -> Rows:
    """The rows of a sheet in the shape that `build_table` reads; InputError where a column is missing.

    decisions: printed countries whose guess the user confirmed (true) or rejected (false).
    """
    reference = reference or load_reference()
    check_columns(sheet, columns)
    dated = fill_starts(sheet, columns)
    dates = read_dates(dated.sheet, columns) if columns.start else None
    rows = {"line": pd.Series(sheet.lines)}
    notes = dated.notes
    if columns.country:
        rows["country"], of_codes = fill_countries(sheet, columns, reference)
        notes = (*notes, *of_codes)
    rows["period"] = period_texts(dated.sheet, columns, dates) if dates else dated.sheet.cells[columns.period]
    if columns.activity:
        # A sign that was chosen parts cells, but never two columns.
        rows["area"] = join_activities(sheet, columns.activity, ";" if columns.separator is None else "\n")
    left = _shown_as(columns) | ({name for name in sheet.cells if is_ours(name)} if sheet.as_of else set())
    rows |= {own_name(name, sheet): sheet.cells[name] for name in sheet.cells if name not in left}
    readers = _readers(rows, columns, reference, decisions, sheet)
    rows = pd.DataFrame(rows, copy=False)
    if dates:
        spans = _add_readings(read_spans(dated.sheet, columns, dates), dated)
        return Rows(rows, readers, spans, dates.status, dates, notes=notes)
    texts = rewrite_periods(dated.sheet.cells[columns.period], columns.day_first)
    status, spans = read_status_column(sheet, columns), _read_rewritten(rows, texts, reference, periods_left(sheet.off))
    if columns.status:
        spans = settle_ends(spans, sheet, columns.status, status)
    spans = _add_readings(spans, dated)
    return Rows(rows, readers, spans, status, None, texts.day_first, notes)


def _add_readings(spans: Spans, dated: FilledStarts) -> Spans:
    return spans._replace(readings=by_line(spans.readings, dated.readings)) if dated.notes else spans


def _read_rewritten(
    rows: pd.DataFrame, texts: PeriodTexts, reference: Reference, off: frozenset[tuple[str, str]]
) -> Spans:
    """The spells of a column of periods; what is said of them names the texts as printed."""
    printed = rows["period"]
    # What was switched off in a file of ours is named as it was printed.
    texts = texts._replace(
        read={text: read for text, read in texts.read.items() if (text, texts.why.get(text)) not in off}
    )
    spans = read_periods(rows.assign(period=printed.replace(texts.read)) if texts.read else rows, reference, off)
    if not texts.read:
        return spans
    lines, texts_at = rows["line"].to_numpy(), printed.to_numpy(object)
    said = {
        text: print_spells(read_corrected(texts.read[text], reference).spells)
        for text in texts.why
        if text in texts.read
    }
    at_rows = np.flatnonzero(printed.isin([text for text, read in said.items() if read]).to_numpy())
    readings = pd.DataFrame(
        {
            "line": lines[at_rows],
            "column": "period",
            "printed": texts_at[at_rows],
            "read": [said[text] for text in texts_at[at_rows]],
            "why": [texts.why[text] for text in texts_at[at_rows]],
        }
    )
    kept = spans.readings[~spans.readings["line"].isin(readings["line"])]
    # What could not be read is shown as it was printed.
    other = spans.problems["line"].isin(lines[printed.isin(list(texts.read)).to_numpy()])
    at = pd.Series(texts_at, index=lines)
    values = spans.problems["value"].mask(other, spans.problems["line"].map(at))
    return spans._replace(readings=by_line(kept, readings), problems=spans.problems.assign(value=values))


def own_name(name: str, sheet: Sheet) -> str:
    """The name under which the table keeps a column of the user's: its own, unless the table has that already."""
    free = name
    while free in _TAKEN or (free != name and free in sheet.cells):
        free += " (printed)"
    return free


def _shown_as(columns: Columns) -> set[str | None]:
    """The columns that stand in the table as country, period or area, letter for letter."""
    activity = columns.activity if len(columns.activity) == 1 else ()
    return {columns.country, columns.period, *activity} - ({columns.title} if columns.country_in_text else set())


def _readers(
    rows: dict[str, pd.Series],
    columns: Columns,
    reference: Reference,
    decisions: Mapping[str, bool],
    sheet: Sheet,
) -> Readers:
    places = rows["country"].unique() if "country" in rows else []
    filled = [place.strip() for place in places if place.strip()]
    codes = bool(filled) and all(place.isdigit() for place in filled)
    areas = rows["area"].value_counts().to_dict() if "area" in rows else {}
    countries = CountryReader(reference, in_text=columns.country_in_text, codes=codes)
    said = {printed: tuple(codes.split(";")) for printed, codes in columns.places}
    return Readers(
        leave_countries(read_as_said(decide_guesses(countries.read, decisions), said), sheet.off),
        leave_activities(activity_reader(areas, reference, columns.separator, bool(sheet.as_of)), sheet.off),
    )
