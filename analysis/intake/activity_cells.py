"""Activity cells of any table: how a column parts its lists, and one spelling for each activity."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.intake.cells.sheet import Sheet
from analysis.intake.columns.evidence import YES, is_flags
from analysis.reading.activities import ActivityReading, code_book, read_activities
from analysis.reading.dates import LONGEST_CELL, fold
from analysis.reading.reference import Reference
from analysis.reading.vocabulary import word_list
from analysis.text import N_

SPELLING = N_("the spelling that most rows have")
_SURE = re.compile(r"[;؛|\n]")
_COMMA = re.compile(r"[;؛|\n,،]")


def join_activities(sheet: Sheet, columns: tuple[str, ...], sign: str = ";") -> pd.Series:
    """The activities of each row in one text, from one column, several, or columns that say yes or no.

    sign: what stands between those of several columns.
    """
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
    joined = np.array([sign.join(part for part in row if part) for row in parts], object)
    return pd.Series(pd.array(joined[number], dtype="str"))


def activity_reader(
    rows_of: Mapping[str, int], reference: Reference, separator: str | None = None, settled: bool = False
) -> Callable[[str], ActivityReading]:
    """A reader of cells like these (each with its number of rows): how lists are parted, one spelling for each.

    separator: the sign that parts them, "" for none; None lets the cells show it.  settled: whether the cells hold
    activities as they were read before, so that two spellings are two on purpose.
    """
    cells = [cell for cell in rows_of if cell.strip() and len(cell) <= LONGEST_CELL]
    known = set(code_book(reference))
    parting = _parting(cells, known) if separator is None else _chosen(separator)
    whole = names_with_commas(cells, known) if parting is _COMMA else frozenset()

    def parts_of(cell: str) -> list[str]:
        return _keep_whole(cell, whole) if whole else _parts(cell, parting)

    spellings: dict[str, Counter] = {}
    for cell in cells:
        for part in parts_of(cell):
            spellings.setdefault(fold(part), Counter())[part] += rows_of[cell]
    usual = {
        plain: max(counts.items(), key=lambda entry: (entry[1], entry[0]))[0]
        for plain, counts in spellings.items()
        if not settled
    }

    def read(printed: str) -> ActivityReading:
        if len(printed) > LONGEST_CELL:
            return read_activities(printed, reference)
        codes: list[str] = []
        readings: list[tuple[str, str, str]] = []
        for part in parts_of(printed):
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


def _parting(cells: list[str], known: set[str]) -> re.Pattern:
    return _COMMA if _commas_part(cells, known) else _SURE


def _chosen(separator: str) -> re.Pattern:
    """What parts cells by one sign, and what several columns of activities are joined by."""
    return re.compile(rf"{re.escape(separator)}|\n" if separator.strip() else r"\n")


def names_with_commas(cells: list[str], known: set[str]) -> frozenset[tuple[str, ...]]:
    """The names that hold commas, as their folded parts: those that are data, and neighbours of which neither ever
    stands alone or beside another in two cells or more."""
    lists = [[fold(part) for part in _parts(whole, _COMMA)] for cell in set(cells) for whole in _parts(cell, _SURE)]
    before: dict[str, set[str]] = {}
    after: dict[str, set[str]] = {}
    met: Counter[tuple[str, str]] = Counter()
    for parts in lists:
        for first, second in pairwise(["", *parts, ""]):
            after.setdefault(first, set()).add(second)
            before.setdefault(second, set()).add(first)
            met[first, second] += 1
    pairs = {
        (first, second)
        for (first, second), count in met.items()
        if first and second and count > 1 and after[first] == {second} and before[second] == {first}
    }
    return _known_names() | frozenset({pair for pair in pairs if not known & set(pair)})


def _known_names() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(part.strip() for part in name.split(",")) for name in _known_wholes())


def _known_wholes() -> list[str]:
    return [*word_list("activities", "clusters"), *word_list("activities", "sectors")]


def _keep_whole(cell: str, whole: frozenset[tuple[str, ...]]) -> list[str]:
    """The parts of a cell, the longest names that hold commas kept whole."""
    longest, kept = max(map(len, whole)), []
    for listed in _parts(cell, _SURE):
        parts = _parts(listed, _COMMA)
        folded = [fold(part).replace(" & ", " and ") for part in parts]
        at = 0
        while at < len(parts):
            ends = range(min(len(parts), at + longest), at + 1, -1)
            end = next((end for end in ends if tuple(folded[at:end]) in whole), at + 1)
            kept.append(", ".join(parts[at:end]))
            at = end
    return kept


def cell_parts(cell: str) -> list[str]:
    """The parts of a cell by every sign that may part a list."""
    return _parts(cell, _COMMA)


def _parts(cell: str, separator: re.Pattern) -> list[str]:
    return [" ".join(part.split()) for part in separator.split(cell.strip()) if part.strip()]


def _commas_part(cells: list[str], known: set[str]) -> bool:
    """Whether commas part lists, rather than stand inside names such as "Water, Sanitation and Hygiene"."""
    wholes = {fold(whole).replace(" & ", " and ") for cell in cells for whole in _parts(cell, _SURE)}
    wholes -= set(_known_wholes())
    listed = [whole for whole in wholes if "," in whole]
    if not listed:
        return False
    named = _known_names()
    parts_of = {whole: [fold(part) for part in _keep_whole(whole, named)] for whole in wholes}
    counts = Counter(part for parts in parts_of.values() for part in set(parts))
    # A name that is data and stands in a list shows that commas part it, be there a comma in the name itself.
    known = {*known, *word_list("activities", "plain"), *_known_wholes()}
    met = sum(any(part in known or counts[part] > 1 for part in parts_of[whole]) for whole in listed)
    if len(wholes) < 4:
        return met > 0 or not any(re.search(r"\b(?:and|et|y|&)\b", whole) for whole in listed)
    return met * 2 >= len(listed) and len(counts) <= len(wholes) + len(listed)
