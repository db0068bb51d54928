"""How durations, and things that share a place, are written, on pages, in charts and in files alike."""

from decimal import Decimal
from itertools import accumulate

import pandas as pd

from analysis.text import _, all_of, ngettext
from analysis.writing import say_number

MOST_NAMED = 3


def show_years(duration: float | None, status: str = "") -> str:
    """A duration in years: 5+ while ongoing, 2.5 where it is not whole, a dash where it is not known."""
    if duration is None or pd.isna(duration):
        return "–"
    return say_number(f"{duration:.1f}".removesuffix(".0")) + ("+" if status == "ongoing" else "")


def say_years(duration: float | None, status: str = "") -> str:
    """A duration in words: 5+ years, 1 year; a dash where it is not known."""
    years = show_years(duration, status)
    return years if years == "–" else _in_years(years).format(years=years)


def _in_years(years: str) -> str:
    """The words for so many years: a number that is not whole, or still grows from 1 or 2, has the form of many."""
    whole = int(years.rstrip("+")) if years.rstrip("+").isdecimal() else 100
    return ngettext("{years} year", "{years} years", 100 if years in ("1+", "2+") else whole)


def say_peak_years(years: list[int]) -> str:
    """The years in which most ran: each by name where they are few, else how many and the first of them."""
    if len(years) <= MOST_NAMED:
        return all_of([str(year) for year in years])
    return _("{count} years, the first {year}").format(count=len(years), year=years[0])


def all_names(names: list[str]) -> str:
    """The names as a list that means all; of several, one that is a list in itself stands between quotation marks."""
    return all_of([quoted(name) for name in names] if len(names) > 1 else names)


def quoted(name: str) -> str:
    """A name as a part of a list: between quotation marks where it is a list in itself."""
    last_two = _("{first} and {last}").format(first="", last="")
    return _("“{name}”").format(name=name) if "," in name or last_two in name else name


def fitting(texts: list[str], room: int = 120) -> list[str]:
    """The first of some texts that fit together into so many letters, so that a title stays short; one at least."""
    lengths = accumulate(len(text) + 2 for text in texts)
    return [text for text, length in zip(texts, lengths, strict=True) if length <= room] or texts[:1]


def show_amount(amount: Decimal) -> str:
    """An amount as readers have it: thousands parted, two decimals at most and none of a thousand or more."""
    return say_number(f"{amount:,.0f}" if abs(amount) >= 1000 else f"{amount:.2f}".rstrip("0").rstrip("."))
