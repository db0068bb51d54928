"""Sheets whose columns do not say one thing each: dates in parts, a column a year, periods and headings in several."""

import re
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet, Skipped
from analysis.intake.layouts.typed_dates import take_typed_dates
from analysis.reading.countries import name_book
from analysis.reading.dates import MONTHS, fold, read_cell_point
from analysis.reading.headings import heading_score, is_heading, plain_heading
from analysis.reading.reference import load_reference
from analysis.text import N_, _

SECOND_HEADINGS = N_("a second row of headings")
NO_HEADINGS = N_("There are no headings: the first line is a row, and the columns are numbered.")
PARTS = N_("{date!r} is put together from {columns}.")
YEAR_COLUMNS = N_("The period of a row is the years whose columns hold something: {first} to {last}.")
SECOND_PERIODS = N_("The period of a row is put together from {columns}.")
_UNIT_WORDS = {
    "year": "year annee ano yr yyyy jahr anno", "month": "month mois mes mm monat mese",
    "day": "day jour dia dd tag giorno",
}  # fmt: skip
_PART_OF = {word: part for part, words in _UNIT_WORDS.items() for word in words.split()}
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NUMBERED = re.compile(r"(.+?) ?([1-9])")
# What stands in a cell where nothing is.
_NOTHING = frozenset(("", "0", "0.0", "-", "no", "n", "non", "false", "-8", "-9", "n/a", "na"))


def settle_columns(sheet: Sheet) -> Sheet:
    """The sheet with a heading for each column and a column for what its dates say together."""
    for settle in (_number_columns, _join_headings, take_typed_dates, _join_dates, _join_years, _join_periods):
        sheet = settle(sheet)
    return sheet


def _number_columns(sheet: Sheet) -> Sheet:
    """A first line without a heading that is known, but with a country and a date, is a row."""
    names = list(sheet.cells)
    # Names are looked for last, since one that is unknown is looked for in all languages.
    if sheet.repeated or any(map(is_heading, names)) or not any(map(read_cell_point, names)):
        return sheet
    if not any(map(name_book(load_reference()).find, names)):
        return sheet
    numbered = [_("column {number}").format(number=number) for number in range(1, len(names) + 1)]
    first = pd.DataFrame([names], columns=names).astype(sheet.cells.dtypes.to_dict())
    cells = pd.concat([first, sheet.cells], ignore_index=True).set_axis(numbered, axis=1)
    lines = np.concatenate([[sheet.lines[0] - 1], sheet.lines])
    return replace(sheet, cells=cells, lines=lines, notes=(*sheet.notes, Note(NO_HEADINGS)))


def _join_headings(sheet: Sheet) -> Sheet:
    """A first row of headings under headings of which one is blank, as merged ones are, names its columns."""
    below = [text.strip() for text in sheet.cells.iloc[0]]
    named = [text for text in below if text]
    blank = {value for note in sheet.notes for key, value in note.values if key == "name"}
    unnamed = [name for name in sheet.cells if name in blank]
    if len(sheet.cells) < 2 or len(named) < 2 or not all(map(is_heading, named)) or not unnamed:
        return sheet
    names, upper = [], ""
    for name, text in zip(sheet.cells, below, strict=True):
        upper = upper if name in blank else name
        names.append(text if text and text not in names else f"{upper} {text}".strip() if text else name)
    if len(set(names)) < len(names):
        return sheet
    notes = tuple(note for note in sheet.notes if not blank & {value for _key, value in note.values})
    skipped = Skipped(int(sheet.lines[0]), SECOND_HEADINGS, " ".join(named))
    cells = sheet.cells.iloc[1:].reset_index(drop=True).set_axis(names, axis=1)
    return replace(sheet, cells=cells, lines=sheet.lines[1:], notes=notes, skipped=(*sheet.skipped, skipped))


def _join_dates(sheet: Sheet) -> Sheet:
    """Year, month and day in columns of their own, as one date that is as precise as each row allows."""
    groups: dict[str, dict[str, str]] = {}
    for name in sheet.cells:
        words = plain_heading(name).split()
        parts = [word for word in words if word in _PART_OF]
        if len(parts) == 1:
            stem = " ".join(word for word in words if word not in _PART_OF)
            groups.setdefault(stem, {}).setdefault(_PART_OF[parts[0]], name)
    for stem, parts_of in groups.items():
        if {"year", "month"} <= set(parts_of):
            sheet = _with_date(sheet, f"{stem} date".strip().capitalize(), parts_of)
    return sheet


def _with_date(sheet: Sheet, date: str, part: dict[str, str]) -> Sheet:
    year, month, day = (
        sheet.cells[part[unit]].str.strip() if unit in part else pd.Series("", sheet.cells.index)
        for unit in ("year", "month", "day")
    )
    years = year[year != ""].str.fullmatch(r"\d{4}(?:\.0)?")
    # Of ends most may be blank.
    if date in sheet.cells or not len(years) or years.mean() < 0.5:
        return sheet
    joined = [_date(*texts) for texts in zip(year, month, day, strict=True)]
    cells = sheet.cells.drop(columns=list(part.values()))
    cells.insert(list(sheet.cells).index(part["year"]), date, pd.array(joined, dtype="str"))
    note = Note(PARTS, (("date", date), ("columns", ", ".join(part.values()))))
    return replace(sheet, cells=cells, notes=(*sheet.notes, note))


def _date(year: str, month: str, day: str) -> str:
    """A date of its parts as printed; what is blank or no part of a date is left out with all that is finer."""
    year, month, day = (text.removesuffix(".0") for text in (year, month, day))
    number = MONTHS.get(fold(month)) or (int(month) if month.isdecimal() else 0)
    if not 1 <= number <= 12:
        return year
    return f"{year}-{number:02}-{int(day):02}" if day.isdecimal() and 1 <= int(day) <= 31 else f"{year}-{number:02}"


def _join_years(sheet: Sheet) -> Sheet:
    """A column for each year, with marks or amounts in them, as the years of a period."""
    years = [name for name in sheet.cells if _YEAR.fullmatch(name)]
    if len(years) < 2 or years != sorted(years) or _dated(sheet):
        return sheet
    marked = pd.DataFrame({int(year): ~sheet.cells[year].str.strip().str.casefold().isin(_NOTHING) for year in years})
    periods = ["; ".join(_runs([year for year, mark in row.items() if mark])) for row in marked.to_dict("records")]
    note = Note(YEAR_COLUMNS, (("first", years[0]), ("last", years[-1])))
    return _with_period(sheet, periods, note, [])


def _runs(years: list[int]) -> Iterable[str]:
    """Years as stretches without a gap: 2004 - 2006."""
    starts = [year for year in years if year - 1 not in years]
    ends = [year for year in years if year + 1 not in years]
    return [f"{start} - {end}" if start != end else str(start) for start, end in zip(starts, ends, strict=True)]


def _join_periods(sheet: Sheet) -> Sheet:
    """Second and further starts and ends in columns of their own, numbered, as the pieces of one period."""
    pairs: dict[str, dict[str, str]] = {}
    for name in sheet.cells:
        numbered = _NUMBERED.fullmatch(plain_heading(name))
        stem, number = (numbered[1], numbered[2]) if numbered else (plain_heading(name), "1")
        for role in ("start", "end"):
            if heading_score(stem, role) >= 0.5:
                pairs.setdefault(number, {}).setdefault(role, name)
    whole = {number: pair for number, pair in sorted(pairs.items()) if len(pair) == 2}
    if len(whole) < 2 or "1" not in whole:
        return sheet
    columns = [pair[role] for pair in whole.values() for role in ("start", "end")]
    texts = [sheet.cells[name].str.strip() for name in columns]
    rows = zip(*[text.mask(text.str.casefold().isin(_NOTHING), "") for text in texts], strict=True)
    periods = ["; ".join(_pieces(row)) for row in rows]
    return _with_period(sheet, periods, Note(SECOND_PERIODS, (("columns", ", ".join(columns)),)), columns)


def _pieces(row: tuple[str, ...]) -> Iterable[str]:
    """Start and end of each pair as a piece of a period; a pair without a start says nothing."""
    return [f"{start} - {end or 'ongoing'}" for start, end in zip(row[::2], row[1::2], strict=True) if start]


def _dated(sheet: Sheet) -> bool:
    return any(heading_score(name, role) >= 0.5 for name in sheet.cells for role in ("start", "period"))


def _with_period(sheet: Sheet, periods: list[str], note: Note, instead_of: list[str]) -> Sheet:
    name = _("Period")
    if name in sheet.cells:
        return sheet
    cells = sheet.cells.drop(columns=instead_of).assign(**{name: pd.array(periods, dtype="str")})
    return replace(sheet, cells=cells, notes=(*sheet.notes, note))
