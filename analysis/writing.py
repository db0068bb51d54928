"""Dates and numbers as the language in force writes them; English has dates as data has them: 2006-12-31."""

from datetime import date

from analysis.signs import locale_of, signs, write_number
from analysis.text import language


def say_date(day: date) -> str:
    """A day in words: 31 décembre 2006."""
    return day.isoformat() if language() == "en" else _long_date(day, language())


def say_count(number: int) -> str:
    """A whole number with a sign between its thousands."""
    return say_number(f"{number:,}")


def say_number(printed: str) -> str:
    """A number as Python prints it, as the language in force writes it: 1,234.5 and 40% are 1 234,5 and 40 %."""
    return write_number(printed, language())


def chart_signs() -> str:
    """The two signs as plotly wants them: that of decimals, that of thousands."""
    return "".join(signs(language())[:2])


def _long_date(day: date, code: str) -> str:
    from babel.dates import format_date

    if not (locale := locale_of(code)):
        return day.isoformat()
    # The UN writes both names of a month.
    both = {"ar": f"d '{format_date(day, 'MMMM', locale='ar_SY')}'/MMMM y"}
    return format_date(day, both.get(code, "long"), locale=locale)
