"""What is said of a table without a column of countries."""

import re

from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.columns.guess_columns import Columns
from analysis.reading.country_guesses import names_in_text
from analysis.reading.reference import Reference, territory_names
from analysis.text import N_

NO_COUNTRY = N_("No column says the country, so no row is on the map: choose one, or give one country for all rows.")
NO_COUNTRY_BUT = N_(
    "No column says the country, so no row is on the map: choose one, or give one country for all rows; {text!r} names"
    " {country}."
)


def say_no_country(sheet: Sheet, columns: Columns, reference: Reference, file: str) -> tuple[Note, ...]:
    """A note where no column says the country, with the one that the lines above, the sheet or the file name."""
    if columns.country:
        return ()
    for text in (*sheet.titles, sheet.sheet, re.sub(r"\.\w+$", "", file).replace("_", " ").replace("-", " ")):
        if len(named := names_in_text(text, reference)) == 1:
            country = territory_names(reference)[named[0]]
            return (Note(NO_COUNTRY_BUT, (("text", text[:80]), ("country", country))),)
    return (Note(NO_COUNTRY),)
