"""A column of periods in the words of its maker, rewritten as a whole to what the grammar of periods reads.

What one text leaves open the others of its column settle: whether 2008-09 is a month or two years, whether the day or
the month comes first.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.reading.dates import LONGEST_CELL, fold, full_year
from analysis.reading.periods import LONGEST_PIECE
from analysis.reading.points import find_day_order
from analysis.text import N_, _

TWO_YEARS = N_("two years in a row, as the other texts of its column show")
FISCAL = N_("a fiscal year, whose months are not known: the calendar years that it touches")
HALF = N_("a half of a year")
ROUGH = N_("a rough date: the whole year that is named")
OPEN_WORDS = N_("words for a start without an end: ongoing")
REWRITTEN = frozenset((TWO_YEARS, FISCAL, HALF, ROUGH, OPEN_WORDS))

# All patterns meet folded texts of limited length, whose blanks are single.
_YEARS = re.compile(r"(\d{4})([-/])(\d{2})")
_FISCAL = re.compile(
    r"(?:fy|f\.y\.|fiscal year|financial year|exercice|ejercicio|gestion) ?'?(\d{4}|\d{2})(?: ?[-/] ?(\d{4}|\d{2}))?"
)
_HALVES = re.compile(r"(?:[hs]([12])|(1st|first|2nd|second) half(?: of)?)[ /-]?(\d{4})|(\d{4})[ /-]?[hs]([12])")
_ROUGHLY = re.compile(
    r"\b(?:mid|early|late|circa|ca|c|about|around|approximately|approx|beginning of|end of|middle of|vers|debut|mi|fin"
    r"|hacia|mediados de|principios de|finales de|fines de)(?:\. ?| ?- ?| )(?=\d{4}\b)|~ ?(?=\d{4}\b)"
)
_SINCE = re.compile(
    r"(?:on-? ?going|active|still active|en cours|actif|en curso|activo)(?:,)? (?:since|from|depuis|desde) ([^;]+)"
)
_ONWARDS = re.compile(r"(?:from |since )?(\S[^;]*?) (?:onwards?|and after|and later|et apres|en adelante)")
_DATE = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b(?:[t ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?)?")


class PeriodTexts(NamedTuple):
    """The texts to read in place of those printed, and why, for the texts that are read otherwise than printed;
    day_first: the order of the column's dates, None where none is in doubt."""

    read: dict[str, str]
    why: dict[str, str]
    day_first: bool | None


def rewrite_periods(column: pd.Series, day_first: bool | None = None) -> PeriodTexts:
    """What to read in place of each different text of a column of periods; `day_first` stands before what they show."""
    texts = {text: fold(text) for text in column.unique() if 0 < len(text.strip()) <= min(LONGEST_CELL, LONGEST_PIECE)}
    dates = [found[0].split(" ")[0].split("t")[0] for plain in texts.values() for found in _DATE.finditer(plain)]
    shown = find_day_order(dates) if day_first is None else day_first
    spans = _are_spans(texts.values())
    read: dict[str, str] = {}
    why: dict[str, str] = {}
    for printed, plain in texts.items():
        ordered = _DATE.sub(lambda found: _iso(found, shown), plain)
        rewritten, reason = _rewrite(ordered, spans)
        if rewritten != plain:
            read[printed] = rewritten
        if reason:
            why[printed] = reason
    return PeriodTexts(read, why, shown if dates else None)


def check_calendar(column: pd.Series, name: str) -> None:
    """Raise InputError where the years of a column are those of another calendar, and say of which."""
    years = column.str.extract(r"\b(\d{4})\b", expand=False).dropna().astype(int).to_numpy()
    if len(years) and np.mean((years >= 2440) & (years <= 2620)) > 0.8:
        raise InputError(
            _(
                "The years of {column!r}, such as {year}, seem to be those of the Buddhist era: take 543 off each and"
                " bring the table again."
            ).format(column=name, year=years[0])
        )
    if len(years) and np.mean((years >= 1300) & (years <= 1500)) > 0.8:
        raise InputError(
            _(
                "The years of {column!r}, such as {year}, seem to be those of the Hijri calendar, solar or lunar: write"
                " them as years of the common era and bring the table again."
            ).format(column=name, year=years[0])
        )


def _are_spans(texts: Iterable[str]) -> bool:
    """Whether the two digits behind a year are always the next year, and some can be no month or there are several."""
    found = [match for text in texts if (match := _YEARS.fullmatch(text))]
    following = all((int(match[1]) + 1) % 100 == int(match[3]) for match in found)
    return bool(found) and following and (any(_is_no_month(match) for match in found) or len(found) >= 3)


def _iso(found: re.Match, day_first: bool | None) -> str:
    """A date of numbers in ISO 8601 by the order of its column; as it stands where nothing shows the order."""
    one, two = int(found[1]), int(found[3])
    if max(one, two) > 12 >= min(one, two):
        day_first = one > 12
    if day_first is None:
        return found[0]
    day, month = (one, two) if day_first else (two, one)
    return f"{found[4]}-{month:02}-{day:02}"


def _rewrite(text: str, spans: bool) -> tuple[str, str]:
    """A folded text as the grammar of periods reads it, and why; the text itself where no way of writing is met."""
    for pattern, make, why in _WAYS:
        if (found := pattern.fullmatch(text)) and (made := make(found)):
            return made, why
    if (found := _YEARS.fullmatch(text)) and _is_span(found, spans):
        return f"{found[1]} - {int(found[1]) + 1}", TWO_YEARS
    bare = _ROUGHLY.sub("", text)
    return (bare, ROUGH) if bare != text else (text, "")


def _is_span(found: re.Match, spans: bool) -> bool:
    following = (int(found[1]) + 1) % 100 == int(found[3])
    return following and (spans or _is_no_month(found))


def _is_no_month(found: re.Match) -> bool:
    return not 1 <= int(found[3]) <= 12


def _fiscal(found: re.Match) -> str:
    first = full_year(found[1])
    if not found[2]:
        return str(first)
    last = int(found[2]) if len(found[2]) == 4 else first - first % 100 + int(found[2])
    return f"{first} - {last + 100 if last < first else last}"


def _half(found: re.Match) -> str:
    year, half = found[3] or found[4], found[1] or found[5] or ("1" if found[2] in ("1st", "first") else "2")
    return f"{year}-01 - {year}-06" if half == "1" else f"{year}-07 - {year}-12"


def _open(found: re.Match) -> str:
    return f"{found[1].strip()} - ongoing"


_WAYS: list[tuple[re.Pattern, Callable[[re.Match], str], str]] = [
    (_FISCAL, _fiscal, FISCAL),
    (_HALVES, _half, HALF),
    (_SINCE, _open, OPEN_WORDS),
    (_ONWARDS, _open, OPEN_WORDS),
]
