"""The sheet of some bytes, laid out anew: one operation a row, with what stands beside its rows written into each."""

import re
from dataclasses import replace

import pandas as pd

from analysis.errors import InputError
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.layouts.event_sheet import with_events
from analysis.intake.layouts.groups import fill_groups, repeat_dittos, take_titles
from analysis.intake.layouts.reshape import settle_columns
from analysis.intake.layouts.rows_aside import drop_totals
from analysis.reading.countries import name_book
from analysis.reading.headings import heading_score, plain_heading
from analysis.reading.reference import load_reference
from analysis.text import N_, _

FOR_ALL = N_("{column} of all rows, as you gave it: {text}.")
BY_PLACE_CODE = N_("The country of each row is the one that its code in {column!r} begins with.")
# All of these meet folded cells of at most so many characters.
_LONGEST = 120
_PLAINLY = 0.8
# The codes of places within a country (COD-AB) begin with the code of the country: CD61, COD54, MLI0102.
_PLACE_CODE = re.compile(r"([A-Z]{2,3})[-_ ]?\d{1,12}")
_CODED = 0.9


def read_sheet(content: bytes, sheet: str | None = None) -> Sheet:
    """The sheet that some bytes hold with one operation a row; InputError where they hold no table."""
    read = read_cells(content, sheet)
    # What we wrote ourselves has nothing but operations in its rows.
    return read if read.as_of else with_events(settle_layout(read), content)


def say_once(sheet: Sheet, country: str = "", period: str = "") -> Sheet:
    """The sheet with a column of what is the same for all rows, as tables of who does what where now leave it out.

    InputError where a column of the sheet is already called so.
    """
    for name, text in ((_("Country"), country), (_("Period"), period)):
        if not text:
            continue
        if name in sheet.cells:
            raise InputError(
                _("The table has a column {column!r}, so it cannot be given for all rows.").format(column=name)
            )
        note = Note(FOR_ALL, (("column", name), ("text", text[:_LONGEST])))
        cells = sheet.cells.assign(**{name: pd.array([text] * len(sheet.cells), dtype="str")})
        sheet = replace(sheet, cells=cells, notes=(*sheet.notes, note))
    return sheet


def settle_layout(sheet: Sheet) -> Sheet:
    """The sheet without rows that are no operations, and with what stands once written into each row."""
    for settle in (settle_columns, repeat_dittos, drop_totals, take_titles, _take_codes, fill_groups):
        sheet = settle(sheet)
    return sheet


def _take_codes(sheet: Sheet) -> Sheet:
    """The country that codes of places begin with, as a column of its own where none is headed so."""
    name = _("Country")
    if name in sheet.cells or any(heading_score(heading, "country") >= _PLAINLY for heading in sheet.cells):
        return sheet
    for column in (heading for heading in sheet.cells if _names_codes(heading)):
        texts = sheet.cells[column].str.strip()
        codes = texts.str.extract(_PLACE_CODE.pattern + "$", expand=False).fillna("")
        if not (texts != "").any() or (codes != "")[texts != ""].mean() < _CODED:
            continue
        if all(name_book(load_reference()).find(code) for code in codes.unique() if code):
            note = Note(BY_PLACE_CODE, (("column", column),))
            cells = sheet.cells.assign(**{name: codes.astype(texts.dtype)})
            return replace(sheet, cells=cells, notes=(*sheet.notes, note))
    return sheet


def _names_codes(heading: str) -> bool:
    """Whether a heading says that its column holds codes of places: P-code, Admin1 Pcode, code du territoire."""
    words = plain_heading(heading).replace("p code", "pcode").split()
    return any(word in ("pcode", "pcodes", "code", "codes", "codigo") for word in words)
