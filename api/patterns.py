"""Patterns that exactly the years and the days of a span match, for the description of the API."""

from calendar import isleap, monthrange
from datetime import date


def years_pattern(first: int, last: int) -> str:
    """What "1999-2006" and "1999" within these years match, the first year not after the second."""
    spans = [f"{year}(-({_years(range(year, last + 1))}))?" for year in range(first, last + 1)]
    return f"^({'|'.join(spans)})$"


def days_pattern(first: int, last: date) -> str:
    """What the days from the start of a year up to a last day match, written 2006-12-31."""
    before = range(first, last.year)
    leap = [year for year in before if isleap(year)]
    days = [
        *([f"({_years(before)})-({_days_of(range(1, 13), 2001)})"] if before else []),
        *([f"({_years(leap)})-02-29"] if leap else []),
        *([f"{last.year}-({_days_of(range(1, last.month), last.year)})"] if last.month > 1 else []),
        f"{last.year}-{last.month:02}-({_two_digits(last.day)})",
    ]
    return f"^({'|'.join(days)})$"


def _days_of(months: range, year: int) -> str:
    return "|".join(f"{month:02}-({_two_digits(monthrange(year, month)[1])})" for month in months)


def _two_digits(last: int) -> str:
    """The numbers from 01 to a last one."""
    tens, ones = divmod(last, 10)
    whole = "".join(f"|{ten}[0-9]" for ten in range(1, tens))
    if not tens:
        return f"0[1-{ones}]"
    return f"0[1-9]{whole}|{tens}[0-{ones}]"


def _years(years) -> str:
    """These years, those of a decade together."""
    decades: dict[int, str] = {}
    for year in years:
        decades[year // 10] = decades.get(year // 10, "") + str(year % 10)
    return "|".join(f"{decade:03}[{ones}]" for decade, ones in decades.items())
