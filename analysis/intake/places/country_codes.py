"""A column of codes beside the column of countries, which says where a row is whose name is blank."""

import re

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet
from analysis.intake.columns.guess_columns import Columns
from analysis.reading.countries import name_book
from analysis.reading.country_guesses import GROUP, CountryReader, problem_of
from analysis.reading.dates import LONGEST_CELL
from analysis.reading.reference import Reference
from analysis.text import N_

BY_CODE = N_("Rows that name no country take the code in {column!r} ({count:,}).")
_CODE = re.compile(r"[A-Z]{2,3}|\d{3}")
_MOST_CODES, _SURE = 400, 0.9


def fill_countries(sheet: Sheet, columns: Columns, reference: Reference) -> tuple[pd.Series, tuple[Note, ...]]:
    """The column of countries, its blanks and what is no known name filled by the code beside them, and what is said
    of that; groups of countries stay groups."""
    names = sheet.cells[columns.country or ""]
    reader = CountryReader(reference, guess=False)
    texts = [text for text in names.unique() if len(text) <= LONGEST_CELL]
    known = [text for text in texts if reader.read(text).iso3]
    at = names.isin([text for text in texts if text not in set(known) and problem_of(text) != GROUP]).to_numpy()
    if columns.country_in_text or not at.any() or not known:
        return names, ()
    if not (column := _code_column(sheet, columns, names[names.isin(known)], reference)):
        return names, ()
    codes = sheet.cells[column].str.strip()
    filled = at & codes.map(lambda code: bool(_find(code, reference))).to_numpy(bool)
    note = Note(BY_CODE, (("count", int(filled.sum())), ("column", column)))
    return names.mask(filled, codes), (note,) if filled.any() else ()


def _find(code: str, reference: Reference) -> tuple[str, ...]:
    """The territory of a code of two or three letters or of three digits; () for any other text."""
    code = code.zfill(3) if code.isdigit() else code
    found = name_book(reference).find(code) if _CODE.fullmatch(code) else None
    return found[0] if found else ()


def _code_column(sheet: Sheet, columns: Columns, names: pd.Series, reference: Reference) -> str:
    """The column whose values are codes of territories, those of the names beside them; "" where there is none."""
    reader = CountryReader(reference, guess=False)
    for column in sheet.cells:
        if column in (columns.country, columns.region, columns.status, columns.title, *columns.activity):
            continue
        pairs = pd.DataFrame({"name": names, "code": sheet.cells[column].str.strip()}).dropna().query("code != ''")
        pairs = pairs.drop_duplicates().head(_MOST_CODES)
        if len(pairs) < 2 or not pairs["code"].str.fullmatch(r"[A-Z]{2,3}|\d{1,3}").all():
            continue
        same = [
            (known := _find(code, reference)) and known == reader.read(name).iso3
            for name, code in pairs.itertuples(index=False)
        ]
        if np.mean([bool(each) for each in same]) >= _SURE:
            return column
    return ""
