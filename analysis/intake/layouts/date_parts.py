"""Year, quarter, month and day in columns of their own, as one date."""

from dataclasses import replace

import pandas as pd

from analysis.intake.cells.sheet import Note, Sheet
from analysis.reading.dates import MONTHS, fold
from analysis.reading.headings import plain_heading
from analysis.reading.vocabulary import load_words
from analysis.text import N_

PARTS = N_("{date!r} is put together from {columns}.")
_UNITS = ("year", "quarter", "month", "day")
_SHORTEST_GLUED = 3


def join_dates(sheet: Sheet) -> Sheet:
    """The sheet with one date, as precise as each row allows, in place of columns whose headings differ only in a word
    for its parts: Start year and Start month, iyear and imonth."""
    groups: dict[str, dict[str, str]] = {}
    for name in sheet.cells:
        for stem, unit in _parts_of(name):
            groups.setdefault(stem, {}).setdefault(unit, name)
    for stem, parts_of in groups.items():
        taken = set(parts_of.values()) <= set(sheet.cells)
        if taken and "year" in parts_of and parts_of.keys() & {"quarter", "month"}:
            sheet = _with_date(sheet, f"{stem} date".strip().capitalize(), parts_of)
    return sheet


def _parts_of(heading: str) -> list[tuple[str, str]]:
    """What a heading is beside a word for a part of a date, and the part, for each way to see it so."""
    words, units = plain_heading(heading).split(), _unit_words()
    parts = [word for word in words if word in units]
    if parts:
        return [(" ".join(word for word in words if word not in units), units[parts[0]])] if len(parts) == 1 else []
    glued = "".join(words)
    long = [word for word in units if len(word) >= _SHORTEST_GLUED]
    ends = [(glued.removesuffix(word), units[word]) for word in long if glued.endswith(word)]
    return ends + [(glued.removeprefix(word), units[word]) for word in long if glued.startswith(word)]


def _unit_words() -> dict[str, str]:
    parts = load_words("dates")["parts"]
    return {fold(word): unit for unit in _UNITS for word in parts[unit]}


def _with_date(sheet: Sheet, date: str, part: dict[str, str]) -> Sheet:
    blank = pd.Series("", sheet.cells.index)
    texts = [sheet.cells[part[unit]].str.strip() if unit in part else blank for unit in _UNITS]
    years = texts[0][texts[0] != ""].str.fullmatch(r"\d{4}(?:\.0)?")
    # Of ends most may be blank.
    if date in sheet.cells or not len(years) or years.mean() < 0.5:
        return sheet
    joined = [_date(*row) for row in zip(*texts, strict=True)]
    names = list(part.values())
    at = min(list(sheet.cells).index(name) for name in names)
    cells = sheet.cells.drop(columns=names)
    cells.insert(at, date, pd.array(joined, dtype="str"))
    ordered = [part[unit] for unit in _UNITS if unit in part]
    note = Note(PARTS, (("date", date), ("columns", ", ".join(ordered))))
    return replace(sheet, cells=cells, notes=(*sheet.notes, note))


def _date(year: str, quarter: str, month: str, day: str) -> str:
    """A date of its parts as printed; what is blank or no part of a date is left out with all that is finer."""
    year, quarter, month, day = (text.removesuffix(".0") for text in (year, quarter, month, day))
    number = MONTHS.get(fold(month)) or (int(month) if month.isdecimal() else 0)
    if not 1 <= number <= 12:
        of_year = quarter[-1:] if len(quarter) <= 2 else ""
        return f"{year}-Q{of_year}" if year and of_year in ("1", "2", "3", "4") else year
    return f"{year}-{number:02}-{int(day):02}" if day.isdecimal() and 1 <= int(day) <= 31 else f"{year}-{number:02}"
