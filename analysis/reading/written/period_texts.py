"""A column of periods in the words of its maker, rewritten as a whole to what the grammar of periods reads.

What one text leaves open the others of its column settle: whether 2008-09 is a month or two years, whether the day or
the month comes first.
"""

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.reading.dates import LONGEST_CELL, Point, fold, print_point
from analysis.reading.periods import LONGEST_PIECE, read_period
from analysis.reading.points import UNREAD, Points, find_day_order, read_points
from analysis.reading.written.ways import are_spans, rewrite
from analysis.text import N_, _

AS_PERIOD = N_("written as a period is: its first day for a start, its last for an end")
_TWO_DIGITS = re.compile(r"\d\d")
_YEAR_AND_TWO = re.compile(r"\d{4}-\d{2}")
_DATE = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b(?:[t ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?)?")


class PeriodTexts(NamedTuple):
    """The texts to read in place of those printed, and why, for the texts that are read otherwise than printed;
    day_first: the order of the column's dates, None where none is in doubt."""

    read: dict[str, str]
    why: dict[str, str]
    day_first: bool | None


def rewrite_periods(column: pd.Series, day_first: bool | None = None) -> PeriodTexts:
    """What to read in place of each different text of a column of periods; `day_first` stands before what they show."""
    longest = min(LONGEST_CELL, LONGEST_PIECE)
    # Whatever says when has two digits.
    texts = {text: fold(text) for text in column.unique() if len(text) <= longest and _TWO_DIGITS.search(text)}
    dates = [found[0].split(" ")[0].split("t")[0] for plain in texts.values() for found in _DATE.finditer(plain)]
    shown = find_day_order(dates) if day_first is None else day_first
    spans = are_spans(iter(texts.values()))
    read: dict[str, str] = {}
    why: dict[str, str] = {}
    for printed, plain in texts.items():
        ordered = _DATE.sub(lambda found: _iso(found, shown), plain)
        rewritten, reason = _rewrite_pieces(ordered, spans)
        if rewritten != plain:
            read[printed] = rewritten
        if reason:
            why[printed] = reason
    return PeriodTexts(read | _read_as_days(column, texts, read, shown), why, shown if dates else None)


def rewrite_points(column: pd.Series, points: Points, side: str, day_first: bool | None = None) -> PeriodTexts:
    """What to read in place of each text of a column of starts or ends (`side`) that is written as periods are.

    Of a text that names a stretch, such as FY2019/20, it is its first point or its last.  points: what it is read as.
    """
    two = np.array([bool(_YEAR_AND_TWO.fullmatch(text)) for text in points.texts], bool)
    odd = (points.kind == UNREAD) | (two[points.text_of] if two.any() else False)
    read: dict[str, str] = {}
    why: dict[str, str] = {}
    for text, way in (rewrite_periods(column[odd], day_first).read if odd.any() else {}).items():
        spells = read_period(way).spells
        if len(spells) != 1:
            continue
        spell = spells[0]
        day, precision = (spell.start, spell.start_precision) if side == "start" else (spell.end, spell.end_precision)
        if day:
            read[text], why[text] = print_point(day, precision), AS_PERIOD
    return PeriodTexts(read, why, None)


def _rewrite_pieces(text: str, spans: bool) -> tuple[str, str]:
    """A text, each of its pieces as the grammar of periods reads it, and the first reason."""
    pieces = [rewrite(piece.strip(), spans) for piece in text.split(";")] if ";" in text else [rewrite(text, spans)]
    return "; ".join(read for read, _why in pieces), next((why for _read, why in pieces if why), "")


def _read_as_days(
    column: pd.Series, texts: dict[str, str], read: dict[str, str], day_first: bool | None
) -> dict[str, str]:
    """What a column of starts would read and the grammar of periods does not, such as 12-Mar-67, as read there."""
    left = [text for text in texts if not read_period(read.get(text, text)).spells]
    if not left:
        return {}
    points = read_points(pd.Series(left, dtype="str"), day_first)
    at = zip(left, points.text_of, strict=True)
    found = ((text, points.found[number]) for text, number in at)
    return {text: print_point(point.first, point.precision) for text, point in found if isinstance(point, Point)}


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


def _iso(found: re.Match, day_first: bool | None) -> str:
    """A date of numbers in ISO 8601 by the order of its column; as it stands where nothing shows the order."""
    one, two = int(found[1]), int(found[3])
    if max(one, two) > 12 >= min(one, two):
        day_first = one > 12
    if day_first is None:
        return found[0]
    day, month = (one, two) if day_first else (two, one)
    return f"{found[4]}-{month:02}-{day:02}"
