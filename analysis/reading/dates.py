"""One printed point in time: a year, a month or a day, in English, French or Spanish."""

import re
import unicodedata
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1800, 2199

_MONTHS = {
    1: "january jan janvier janv enero ene",
    2: "february feb fevrier fevr febrero",
    3: "march mar mars marzo",
    4: "april apr avril avr abril abr",
    5: "may mai mayo",
    6: "june jun juin junio",
    7: "july jul juillet juil julio",
    8: "august aug aout agosto ago",
    9: "september sept sep septembre septiembre",
    10: "october oct octobre octubre",
    11: "november nov novembre noviembre",
    12: "december dec decembre diciembre dic",
}
MONTHS = {name: number for number, names in _MONTHS.items() for name in names.split()}

_NAME = "(?P<name>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_OF = r"(?:\s+(?:of|de|del))?,?\s+"
_FORMS = [
    re.compile(pattern)
    for pattern in (
        r"(?P<y>\d{4})",
        # Only 2004-05 is ISO 8601; 2004/05 and 2004-5 may as well mean 2004 to 2005, and stay unread.
        r"(?P<y>\d{4})-(?P<m>\d{2})",
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?",
        rf"{_NAME}{_OF}(?P<y>\d{{4}})",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er)?{_OF}{_NAME}{_OF}(?P<y>\d{{4}})",
        rf"{_NAME}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})",
        r"(?P<m>\d{1,2})[/.](?P<y>\d{4})",
        # A day above 12 says which of the two numbers it is; 05/06/2006 does not, and stays unread.
        r"(?P<d>1[3-9]|2\d|3[01])[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})",
        r"(?P<m>\d{1,2})[/.](?P<d>1[3-9]|2\d|3[01])[/.](?P<y>\d{4})",
    )
]


class Point(NamedTuple):
    """The days a printed point covers, first and last, and its precision: year, month or day."""

    first: date
    last: date
    precision: str


def fold(text: str) -> str:
    """`text` for comparing: no case, no accents, plain dashes and apostrophes, single spaces."""
    if text.isascii():
        return " ".join(text.replace("`", "'").casefold().split())
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    text = re.sub("[\u2018\u2019\u02bc\u0060\u00b4]", "'", text)
    return " ".join(text.casefold().split())


@lru_cache(maxsize=200_000)
def read_point(text: str) -> Point | None:
    """The point that `text` names, or None; years run from 1800 to 2199."""
    text = fold(text)
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _point(found.groupdict())
    return None


def _point(parts: dict[str, str]) -> Point | None:
    year = int(parts["y"])
    month = MONTHS[parts["name"]] if parts.get("name") else int(parts.get("m") or 0)
    day = int(parts.get("d") or 0)
    has_month, has_day = "m" in parts or "name" in parts, "d" in parts
    if not FIRST_YEAR <= year <= LAST_YEAR or (has_month and not 1 <= month <= 12):
        return None
    if not has_month:
        return Point(date(year, 1, 1), date(year, 12, 31), "year")
    days = monthrange(year, month)[1]
    if not has_day:
        return Point(date(year, month, 1), date(year, month, days), "month")
    if not 1 <= day <= days:
        return None
    return Point(date(year, month, day), date(year, month, day), "day")


def print_point(day: date, precision: str) -> str:
    """`day` at its precision in ISO 8601: 2006, 2006-06 or 2006-06-15."""
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]]
