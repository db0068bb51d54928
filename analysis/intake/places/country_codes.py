"""A column of codes beside the column of countries, which says where a row is whose name is blank."""

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.columns.guess_columns import Columns
from analysis.reading.countries import name_book
from analysis.reading.reference import Reference
from analysis.text import N_

BY_CODE = N_("Rows that name no country take the code in {column!r} ({count:,}).")
_MOST_CODES, _SURE = 400, 0.9


def fill_countries(sheet: Sheet, columns: Columns, reference: Reference) -> tuple[pd.Series, tuple[Note, ...]]:
    """The column of countries, its blanks filled by the code that stands beside them, and what is said of that."""
    names = sheet.cells[columns.country or ""]
    blank = (names.str.strip() == "").to_numpy()
    if not blank.any() or blank.all() or not (column := _code_column(sheet, columns, names[~blank], reference)):
        return names, ()
    codes = sheet.cells[column].str.strip()
    filled = np.flatnonzero(blank & (codes != "").to_numpy())
    note = Note(BY_CODE, (("count", len(filled)), ("column", column)))
    return names.mask(blank, codes), (note,) if len(filled) else ()


def _code_column(sheet: Sheet, columns: Columns, names: pd.Series, reference: Reference) -> str:
    """The column whose values are codes of territories, those of the names beside them; "" where there is none."""
    book = name_book(reference)
    for column in sheet.cells:
        if column in (columns.country, columns.region, columns.status, columns.title, *columns.activity):
            continue
        pairs = pd.DataFrame({"name": names, "code": sheet.cells[column].str.strip()}).dropna().query("code != ''")
        pairs = pairs.drop_duplicates().head(_MOST_CODES)
        if len(pairs) < 2 or not pairs["code"].str.fullmatch(r"[A-Z]{2,3}").all():
            continue
        same = [
            (known := book.read_country(code)).iso3 and known.iso3 == book.read_country(name).iso3
            for name, code in pairs.itertuples(index=False)
        ]
        if np.mean([bool(each) for each in same]) >= _SURE:
            return column
    return ""
