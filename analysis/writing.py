"""Dates and numbers as the language in force writes them; English has dates as data has them: 2006-12-31."""

from datetime import date
from functools import cache

from analysis.text import language


def say_date(day: date) -> str:
    """A day in words: 31 décembre 2006."""
    return day.isoformat() if language() == "en" else _long_date(day, language())


def say_count(number: int) -> str:
    """A whole number with a sign between its thousands."""
    return f"{number:,}".replace(",", thousands_sign())


def decimal_sign() -> str:
    """The sign between a number and its tenths."""
    return _signs(language())[0]


def thousands_sign() -> str:
    """The sign between the thousands of a number."""
    return _signs(language())[1]


def chart_signs() -> str:
    """The two signs as plotly wants them: that of decimals, that of thousands."""
    return "".join(_signs(language()))


@cache
def _signs(code: str) -> tuple[str, str]:
    locale = _locale(code)
    if code == "en" or locale is None:
        return ".", ","
    symbols = locale.number_symbols["latn"]
    return symbols["decimal"], symbols["group"]


def _long_date(day: date, code: str) -> str:
    from babel.dates import format_date

    if not (locale := _locale(code)):
        return day.isoformat()
    # The UN writes both names of a month.
    both = {"ar": f"d '{format_date(day, 'MMMM', locale='ar_SY')}'/MMMM y"}
    return format_date(day, both.get(code, "long"), locale=locale)


def _locale(code: str):
    # English needs none of it.
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None
