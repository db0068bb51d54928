"""One printed point in time, a year, a quarter, a month or a day: its forms, with words of `data/recognise/dates.toml`.

The one grammar of dates, for cells and for the pieces of periods: a new form is a line of `_FORMS`.
"""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from analysis.caches import cached_by_text
from analysis.reading.vocabulary import word_list
from analysis.text import N_

FIRST_YEAR, LAST_YEAR = 1800, 2199

# Letters that Arabic texts write one for the other, the stroke that only lengthens a word, and digits.
_ARABIC = str.maketrans("ةىٱی٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "هياي" + "0123456789" * 2, "ـ")


def fold(text: str) -> str:
    """`text` for comparing: no case, no accents, plain dashes, apostrophes and digits, single spaces."""
    if text.isascii():
        return " ".join(text.replace("`", "'").casefold().split())
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    text = text.translate(_ARABIC)
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    text = re.sub("[\u2018\u2019\u02bc\u0060\u00b4]", "'", text)
    return " ".join(text.casefold().split())


# Folded, as all text is that meets them; the UN writes both names of a month, with a stroke between them.
_ARABIC_MONTHS = {
    1: ("كانون الثاني", "يناير"),
    2: ("شباط", "فبراير"),
    3: ("اذار", "مارس"),
    4: ("نيسان", "ابريل"),
    5: ("ايار", "مايو"),
    6: ("حزيران", "يونيه", "يونيو"),
    7: ("تموز", "يوليه", "يوليو"),
    8: ("اب", "اغسطس"),
    9: ("ايلول", "سبتمبر"),
    10: ("تشرين الاول", "اكتوبر"),
    11: ("تشرين الثاني", "نوفمبر"),
    12: ("كانون الاول", "ديسمبر"),
}
_MONTHS = enumerate(word_list("dates", "months"), 1)
MONTHS = {fold(name): number for number, names in _MONTHS for name in names.split()} | {
    name: number
    for number, (first, *others) in _ARABIC_MONTHS.items()
    for name in (first, *others, *(f"{first}/{other}" for other in others))
}

_NAME = "(?P<name>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_OF = r"(?:\s+(?:of|de|del))?,?\s+"
# A form has no two repeats in a row that could share what they match, so that each takes time in line with the text.
_FORMS = [
    re.compile(pattern)
    for pattern in (
        r"(?P<y>\d{4})",
        # Only 2004-05 is ISO 8601; 2004/05 and 2004-5 may as well mean 2004 to 2005, and stay unread.
        r"(?P<y>\d{4})-(?P<m>\d{2})",
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[t ]\d{1,2}:\d{2}[^/;-]*(?:-\d{2}:?\d{2})?)?",
        rf"{_NAME}{_OF}(?P<y>\d{{4}})",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?{_OF}{_NAME}{_OF}(?P<y>\d{{4}})",
        rf"{_NAME}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})",
        r"(?P<m>\d{1,2})[/.](?P<y>\d{4})",
        # A day above 12 says which of the two numbers it is; 05/06/2006 does not, and stays unread.
        r"(?P<d>1[3-9]|2\d|3[01])[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})",
        r"(?P<m>\d{1,2})[/.](?P<d>1[3-9]|2\d|3[01])[/.](?P<y>\d{4})",
        rf"(?:(?P<d>\d{{1,2}})(?P<sign>[-/.]))?{_NAME}(?(sign)(?P=sign)|[-/.])(?P<y>\d{{4}})",
        r"[qt](?P<q>[1-4])[ /-]{0,3}(?P<y>\d{4})",
        r"(?P<y>\d{4})[ /-]{0,3}[qt](?P<q>[1-4])",
    )
]
# Numbers that mean a date only where a whole column holds dates; a piece of a period such as 200405 stays unread.
_CELL_FORMS = [
    re.compile(pattern)
    for pattern in (
        r"(?P<y>\d{4})\.0",
        r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])",
        rf"(?:(?P<d>\d{{1,2}})[-/. ])?{_NAME}[-/. ]'?(?P<y>\d{{4}}|\d{{2}})",
    )
]
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
# Excel counts the days from here; 18264 is 1950 and 73050 the end of 2099.
_EXCEL_ZERO, _FIRST_SERIAL, _LAST_SERIAL = date(1899, 12, 30), 18_264, 73_050
# No point is written longer, not even with a time of day.
LONGEST_POINT = 100
# No cell of a country, a period, a date or a list of activities is read that is longer.
LONGEST_CELL = 10_000
TOO_LONG = N_("is longer than the 10,000 characters that are read of a cell")


class Point(NamedTuple):
    """The days a printed point covers, first and last, and its precision: year, month or day."""

    first: date
    last: date
    precision: str


def plain_day(text: str) -> Point | None:
    """The day that a text such as 2006-12-31 names; None for every other form, and for no day."""
    # Of ISO 8601 weeks and days without dashes are other forms.
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return Point(day, day, "day") if FIRST_YEAR <= day.year <= LAST_YEAR else None


def read_point(text: str) -> Point | None:
    """The point that `text` names, or None; years run from 1800 to 2199."""
    # Columns hold thousands of different days, nearly all in this form: no need to keep them or to try all forms.
    return plain_day(text) or _read_point(text)


@cached_by_text
def _read_point(text: str) -> Point | None:
    return _match(fold(text), _FORMS) if len(text) <= LONGEST_POINT else None


def read_cell_point(text: str) -> Point | None:
    """The point that a whole cell of a column of dates names, or None: Excel's serial numbers and 20060131 too."""
    if point := read_point(text):
        return point
    if len(text) > LONGEST_POINT:
        return None
    if could_be_serial(text):
        day = _EXCEL_ZERO + timedelta(days=int(float(text)))
        return Point(day, day, "day")
    return _match(fold(text), _CELL_FORMS)


def could_be_serial(text: str) -> bool:
    """Whether a text could be one of Excel's serial numbers for a day of 1950 to 2099."""
    return bool(_SERIAL.fullmatch(text)) and _FIRST_SERIAL <= float(text) <= _LAST_SERIAL


def full_year(text: str) -> int:
    """The year that four digits name, or two, as Excel reads them: 29 is 2029 and 30 is 1930."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 30 else 1900)


def _match(text: str, forms: list[re.Pattern]) -> Point | None:
    for form in forms:
        if found := form.fullmatch(text):
            return _point({name: part for name, part in found.groupdict().items() if part is not None})
    return None


def _point(parts: dict[str, str]) -> Point | None:
    if "q" in parts:
        return _quarter(full_year(parts["y"]), int(parts["q"]))
    year = full_year(parts["y"])
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


def _quarter(year: int, quarter: int) -> Point | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    last = 3 * quarter
    return Point(date(year, last - 2, 1), date(year, last, monthrange(year, last)[1]), "month")


def print_point(day: date, precision: str) -> str:
    """`day` at its precision in ISO 8601: 2006, 2006-06 or 2006-06-15."""
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]]
