"""Dated facts that a table brings along on a sheet of their own."""

from dataclasses import replace

import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet
from analysis.reading.country_guesses import CountryReader
from analysis.reading.dates import print_point, read_cell_point
from analysis.table.table import Table
from analysis.text import N_

EVENTS = N_("{count:,} dated facts of the sheet {sheet!r} stand on timelines and beside their countries.")
EVENTS_BUT = N_(
    "{count:,} dated facts of the sheet {sheet!r} stand on timelines and beside their countries; {left:,} have no date"
    " or no text that can be read."
)


def take_events(table: Table, sheet: Sheet) -> tuple[Table, tuple[Note, ...]]:
    """The table with the dated facts of its sheet, and what is said of them; one without a country is of none."""
    if not sheet.events:
        return table, ()
    countries, kept = CountryReader(table.reference, codes=True, guess=False), []
    for line, (printed, country, text) in enumerate(sheet.events, start=2):
        point = read_cell_point(printed.split("T")[0])
        if point and text.strip():
            iso3 = ";".join(countries.read(country).iso3) if country.strip() else ""
            kept.append((print_point(point.first, point.precision), iso3, text.strip(), line))
    events = pd.DataFrame(kept, columns=["date", "iso3", "text", "line"])
    values = (("count", len(kept)), ("sheet", sheet.event_sheet), ("left", len(sheet.events) - len(kept)))
    note = Note(EVENTS_BUT if len(kept) < len(sheet.events) else EVENTS, values)
    return replace(table, reference=replace(table.reference, events=events)), (note,)
