"""A column of dates as printed to days: years, months, days, time stamps, Excel's serial numbers."""

import re
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analysis.reading.dates import (
    LONGEST_CELL,
    TOO_LONG,
    Point,
    fold,
    full_year,
    plain_day,
    read_cell_point,
    read_point,
)
from analysis.reading.periods import ONGOING
from analysis.text import N_

UNREAD, BLANK, OPEN, UNKNOWN, READ = range(5)
PRECISIONS = np.array(["year", "month", "day"], object)
AMBIGUOUS = N_("could be day/month or month/day, and nothing in its column says which")
NO_DATE = N_("is not a date that can be read")
ERA = N_("may be a year of the Buddhist era")

# Matched by RE2, which is linear.
_TIME = r"(?:T|[ ,]\s*(?:à|a|at|um|alle|às|as)?)\s*\d{1,2}[:h]\d{2}.*$"
_BLANK = re.compile(r"|-+|n/?a|n\.a\.|none|null|nan|nat|nil|tbc|tbd|\.+|not applicable|sans objet|no aplica|s/o")
_OPEN = re.compile(
    r"-7|(?:still )?on-? ?going.*|(?:the )?present|(?:up )?to (?:date|present)|now|today|current(?:ly)?|continuing"
    r"|active|open|until now|till (?:date|now)|en cours.*|a ce jour|aujourd'hui|actuel(?:lement)?"
    r"|jusqu'a (?:present|ce jour)"
    r"|en curso.*|presente|(?:la )?actualidad|(?:hasta )?(?:la )?fecha|actual(?:mente)?|vigente|en ejecucion|en marcha"
    r"|not (?:yet )?(?:ended|closed|finished)|no end(?: date)?|no fin(?:alizado)?|indefinid[oa]|indefinie?|in progress"
)
_UNKNOWN = re.compile(r"\?+|unknown|inconnue?|desconocid[oa]|not known|unclear|-9|-99|-999")
_NUMBERS = re.compile(r"(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})")
# The years of the Buddhist era that are 1901 to 2100 of the common one.
_ERA_YEAR = re.compile(r"(?:.*\D)?2(?:4[4-9]|5\d|6[0-4])\d(?:\D.*)?")
_FAR_YEAR = re.compile(r"(?:9999|2999|3000|2[2-9]\d\d)\b.*|.*\b(?:9999|2999)")


class Points(NamedTuple):
    """For each row the number of its text, kind (READ, OPEN, ...), first and last day, number of its precision;
    `found` is what each text was read as: a point, or its kind and what is wrong with it."""

    texts: np.ndarray
    found: list[Point | tuple[int, str]]
    text_of: np.ndarray
    kind: np.ndarray
    first: np.ndarray
    last: np.ndarray
    precision: np.ndarray


def read_points(column: pd.Series, day_first: bool | None = None) -> Points:
    """The points of a column of text; numbers with a day and a month in doubt follow `day_first` where it is given."""
    text_of, texts = _cut_times(column)
    if day_first is None:
        day_first = find_day_order(texts)
    found = [
        plain_day(text) or (_read(text, day_first) if len(text) <= LONGEST_CELL else (UNREAD, TOO_LONG))
        for text in texts
    ]
    found = _settle_centuries(texts, found)
    points = [entry if isinstance(entry, Point) else None for entry in found]
    nat = np.datetime64("NaT", "D")
    first = np.array([point.first if point else nat for point in points], "datetime64[D]")
    last = np.array([point.last if point else nat for point in points], "datetime64[D]")
    rank = {"year": 0, "month": 1, "day": 2}
    precision = np.array([rank[point.precision] if point else 0 for point in points], np.int8)
    kind = np.array([READ if isinstance(entry, Point) else entry[0] for entry in found], np.int8)
    return Points(texts, found, text_of, kind[text_of], first[text_of], last[text_of], precision[text_of])


def _settle_centuries(texts: np.ndarray, found: list[Point | tuple[int, str]]) -> list[Point | tuple[int, str]]:
    """The points with years of two digits in the century that the other years of their column show: 30 is 2030 where
    all others are of this century."""
    short = [isinstance(entry, Point) and has_short_year(text) for text, entry in zip(texts, found, strict=True)]
    years = [entry.first.year for entry in found if isinstance(entry, Point)]
    if not any(short) or max(years) < 2000:
        return found

    def settled(entry: Point) -> Point:
        others = [year for year in years if year != entry.first.year]
        return _a_century_on(entry) if entry.first.year < 2000 <= min(others, default=0) else entry

    return [
        settled(entry) if is_short and isinstance(entry, Point) else entry
        for entry, is_short in zip(found, short, strict=True)
    ]


def _a_century_on(point: Point) -> Point:
    days = [(pd.Timestamp(day) + pd.DateOffset(years=100)).date() for day in point[:2]]
    return Point(days[0], days[1], point.precision)


def has_short_year(text: str) -> bool:
    """Whether the text of a point ends in a year of two digits."""
    # Nearly all texts of a column of days begin with their year.
    if text[:4].isdigit() or not text[-2:].isdigit():
        return False
    parts = re.split(r"[-/. ]", text)
    return len(parts) > 1 and len(parts[-1].strip("'")) == 2 and len(parts[0]) < 4


def _cut_times(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """The number of each row's text and the different texts, without their times of day."""
    numbers, texts = pd.factorize(column)
    days = pc.utf8_trim_whitespace(pc.replace_substring_regex(pa.array(texts, pa.string()), _TIME, ""))
    day_of, days = pd.factorize(days.to_numpy(zero_copy_only=False))
    return day_of[numbers], days


def find_day_order(texts) -> bool | None:
    """Whether the day comes first in a column's numbers; None where nothing settles it or both occur."""
    found = [match for text in texts if (match := _NUMBERS.fullmatch(text.strip()))]
    day_first = any(int(match[1]) > 12 for match in found)
    month_first = any(int(match[3]) > 12 for match in found)
    if day_first == month_first:
        # Nobody writes the month first with dots.
        return True if found and not day_first and all(match[2] == "." for match in found) else None
    return day_first


def is_blank(text: str) -> bool:
    """Whether a cell of a column of dates stands for none: blank, a dash, n/a."""
    return not text[:1].isdigit() and bool(_BLANK.fullmatch(fold(text)))


def _read(text: str, day_first: bool | None) -> Point | tuple[int, str]:
    plain = fold(text)
    if _BLANK.fullmatch(plain):
        return BLANK, ""
    if plain in ONGOING or _OPEN.fullmatch(plain):
        return OPEN, ""
    for pattern, kind, wrong in ((_ERA_YEAR, UNREAD, ERA), (_FAR_YEAR, OPEN, ""), (_UNKNOWN, UNKNOWN, "")):
        if pattern.fullmatch(plain):
            return kind, wrong
    if point := read_cell_point(plain):
        return point
    if match := _NUMBERS.fullmatch(plain):
        return _read_numbers(match, day_first)
    return UNREAD, NO_DATE


def _read_numbers(match: re.Match, day_first: bool | None) -> Point | tuple[int, str]:
    one, two, year = int(match[1]), int(match[3]), full_year(match[4])
    ways = {read_point(f"{year}-{month:02}-{day:02}") for day, month in ((one, two), (two, one))}
    ways -= {None}
    if len(ways) < 2:
        return next((point for point in ways if point), (UNREAD, NO_DATE))
    if day_first is None:
        return UNREAD, AMBIGUOUS
    day, month = (one, two) if day_first else (two, one)
    return read_point(f"{year}-{month:02}-{day:02}") or (UNREAD, NO_DATE)
