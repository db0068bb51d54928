"""How durations are written, on pages, in charts and in files alike."""

import pandas as pd

from analysis.text import ngettext


def show_years(duration: float | None, status: str = "") -> str:
    """A duration in years: 5+ while ongoing, 2.5 where it is not whole, a dash where it is not known."""
    if duration is None or pd.isna(duration):
        return "–"
    return f"{duration:.1f}".removesuffix(".0") + ("+" if status == "ongoing" else "")


def say_years(duration: float | None, status: str = "") -> str:
    """A duration in words: 5+ years, 1 year; a dash where it is not known."""
    years = show_years(duration, status)
    words = ngettext("{years} year", "{years} years", 1 if years == "1" else 2)
    return years if years == "–" else words.format(years=years)
