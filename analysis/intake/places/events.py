"""Dated facts that a table brings along on a sheet or in a file of their own."""

from dataclasses import replace

import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet
from analysis.reading.country_guesses import CountryReader
from analysis.reading.dates import Point, print_point
from analysis.reading.points import read_points
from analysis.table.table import Table
from analysis.text import N_

EVENTS = N_("{count:,} dated facts of {sheet!r} stand on timelines and beside their countries.")
EVENTS_BUT = N_(
    "{count:,} dated facts of {sheet!r} stand on timelines and beside their countries; {left:,} have no date or no text"
    " that can be read."
)
FURTHER_EVENTS = N_(
    "{sheet!r} holds {more:,} more dated facts than the {most:,} that a timeline can show: they are left out."
)


def take_events(table: Table, sheet: Sheet) -> tuple[Table, tuple[Note, ...]]:
    """The table with the dated facts of its sheet, and what is said of them; one without a country is of none."""
    if not sheet.events:
        return table, ()
    dates = [printed for printed, _country, _text in sheet.events]
    points = read_points(pd.Series(dates, dtype="str"))
    countries, kept = CountryReader(table.reference, codes=True, guess=False), []
    for line, ((_printed, country, text), number) in enumerate(zip(sheet.events, points.text_of, strict=True), start=2):
        point = points.found[number]
        if isinstance(point, Point) and text.strip():
            iso3 = ";".join(countries.read(country).iso3) if country.strip() else ""
            kept.append((print_point(point.first, point.precision), iso3, text.strip(), line))
    events = pd.DataFrame(kept, columns=["date", "iso3", "text", "line"])
    named = ("sheet", sheet.event_sheet)
    left = len(sheet.events) - len(kept)
    notes = [Note(EVENTS_BUT if left else EVENTS, (("count", len(kept)), named, ("left", left)))]
    if sheet.further_events:
        notes.append(Note(FURTHER_EVENTS, (named, ("more", sheet.further_events), ("most", len(sheet.events)))))
    return replace(table, reference=replace(table.reference, events=events)), tuple(notes)
