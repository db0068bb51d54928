"""Activity cells of any table: how a column parts its lists, and one spelling for each activity."""

import re
from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Sheet
from analysis.intake.columns.evidence import YES, is_flags
from analysis.reading.activities import ActivityReading, read_activities
from analysis.reading.dates import LONGEST_CELL, fold
from analysis.reading.reference import Reference
from analysis.text import N_

SPELLING = N_("the spelling that most rows have")
_SURE = re.compile(r"[;|\n]")
_COMMA = re.compile(r"[;|\n,]")


def join_activities(sheet: Sheet, columns: tuple[str, ...]) -> pd.Series:
    """The activities of each row in one text, from one column, several, or columns that say yes or no."""
    if len(columns) == 1:
        return sheet.cells[columns[0]]
    flags = all(is_flags(sheet.cells[name]) for name in columns)
    number, parts = np.zeros(len(sheet.cells), np.int64), [[""]]
    for name in columns:
        numbers, texts = pd.factorize(sheet.cells[name].str.strip())
        named = [name if str(text).casefold() in YES else "" for text in texts] if flags else list(texts)
        # Numbers are made small again at each step, so that many columns do not overflow.
        together, different = pd.factorize(number * max(1, len(texts)) + numbers)
        parts = [[*parts[old // max(1, len(texts))], named[old % max(1, len(texts))]] for old in different.tolist()]
        number = together
    joined = np.array([";".join(part for part in row if part) for row in parts], object)
    return pd.Series(pd.array(joined[number], dtype="str"))


def activity_reader(rows_of: Mapping[str, int], reference: Reference) -> Callable[[str], ActivityReading]:
    """A reader of cells like these (each with its number of rows): how lists are parted, one spelling for each."""
    cells = [cell for cell in rows_of if cell.strip() and len(cell) <= LONGEST_CELL]
    known = {fold(value) for column in ("code", "name") for value in reference.activities[column]}
    separator = _COMMA if _commas_part(cells, known) else _SURE
    spellings: dict[str, Counter] = {}
    for cell in cells:
        for part in _parts(cell, separator):
            spellings.setdefault(fold(part), Counter())[part] += rows_of[cell]
    usual = {
        plain: max(counts.items(), key=lambda entry: (entry[1], entry[0]))[0] for plain, counts in spellings.items()
    }

    def read(printed: str) -> ActivityReading:
        if len(printed) > LONGEST_CELL:
            return read_activities(printed, reference)
        codes: list[str] = []
        readings: list[tuple[str, str, str]] = []
        for part in _parts(printed, separator):
            found = read_activities(part, reference) if fold(part) in known else None
            if found:
                codes += found.codes
                readings += found.readings
                continue
            code = usual.get(fold(part), part)
            codes.append(code)
            if code != part:
                readings.append((part, code, SPELLING))
        if not codes:
            return read_activities("", reference)
        return ActivityReading(tuple(dict.fromkeys(codes)), tuple(readings), ())

    return read


def cell_parts(cell: str) -> list[str]:
    """The parts of a cell by every sign that may part a list."""
    return _parts(cell, _COMMA)


def _parts(cell: str, separator: re.Pattern) -> list[str]:
    return [" ".join(part.split()) for part in separator.split(cell.strip()) if part.strip()]


def _commas_part(cells: list[str], known: set[str]) -> bool:
    """Whether commas part lists, rather than stand inside names such as "Water, Sanitation and Hygiene"."""
    wholes = {fold(whole) for cell in cells for whole in _parts(cell, _SURE)}
    listed = [whole for whole in wholes if "," in whole]
    if not listed:
        return False
    counts = Counter(part for whole in wholes for part in {fold(p) for p in _parts(whole, _COMMA)})
    met = sum(
        any(part in known or counts[part] > 1 for part in (fold(p) for p in _parts(whole, _COMMA))) for whole in listed
    )
    if len(wholes) < 4:
        return met > 0 or not any(re.search(r"\b(?:and|et|y|&)\b", whole) for whole in listed)
    return met * 2 >= len(listed) and len(counts) <= len(wholes) + len(listed)
