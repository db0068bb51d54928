"""How long spells and operations last, in years by anniversary."""

import numpy as np
import pandas as pd


def years_between(start: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Years from each first day to the day after the last: whole years by anniversary, then the share of the next.

    2000-01-01 to 2001-01-01 is exactly 1.0. An anniversary of 29 February in a common year is 1 March.
    """
    start, after = start.astype("datetime64[D]"), after.astype("datetime64[D]")
    whole = _year(after) - _year(start)
    whole -= _anniversary(start, whole) > after
    last, following = _anniversary(start, whole), _anniversary(start, whole + 1)
    return whole + (after - last) / (following - last)


def add_duration(spells: pd.DataFrame) -> pd.DataFrame:
    """Add `duration_years`, both days counted whole, so 2000 - 2000 lasts 1.0; missing where no end is known."""
    known = spells["end"].notna().to_numpy()
    duration = np.full(len(spells), np.nan)
    start, end = spells["start"].to_numpy()[known], spells["end"].to_numpy()[known]
    duration[known] = years_between(start, end.astype("datetime64[D]") + 1)
    return spells.assign(duration_years=duration)


def _year(days: np.ndarray) -> np.ndarray:
    return days.astype("datetime64[Y]").astype(int)


def _anniversary(start: np.ndarray, years: np.ndarray) -> np.ndarray:
    month = start.astype("datetime64[M]")
    # Twelve months on, the day of the month is counted from the first, so 29 February falls on 1 March.
    return (month + 12 * years).astype("datetime64[D]") + (start - month.astype("datetime64[D]"))
