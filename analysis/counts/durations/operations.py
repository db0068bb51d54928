"""How long operations last, counted by their durations."""

import numpy as np
import pandas as pd

from analysis.counts.ask import adds_up, otherwise
from analysis.selection.select import Selected
from analysis.table.memberships import status_codes
from analysis.table.snapshot import STATUSES


def _by_duration(_selected: Selected, counts: pd.DataFrame) -> pd.DataFrame:
    return counts.sort_values("duration_years", ignore_index=True)


@adds_up("closed", "ongoing", arrange=_by_duration)
def count_operation_durations(selected: Selected) -> pd.DataFrame:
    """duration_years, closed, ongoing: how many operations lasted so long, or have lasted so long so far.

    Those whose duration is not known are left out; what is known to have lasted is closed or ongoing.
    """
    operations = selected.snapshot.operations
    years, status = operations["duration_years"].to_numpy()[selected.chosen], status_codes(operations)[selected.chosen]
    values, position = np.unique(years, return_inverse=True)
    counts = {
        name: np.bincount(position[status == STATUSES.index(name)], minlength=len(values))
        for name in ("closed", "ongoing")
    }
    return pd.DataFrame({"duration_years": values} | counts)[~np.isnan(values)].reset_index(drop=True)


def count_whole_years(duration_counts: pd.DataFrame) -> pd.DataFrame:
    """years, closed, ongoing: how many operations lasted so many whole years, without gaps from 0."""
    years = np.floor(duration_counts["duration_years"].to_numpy()).astype(int)
    size = int(years.max(initial=0)) + 1
    counts = {name: np.bincount(years, duration_counts[name], size).astype(int) for name in ("closed", "ongoing")}
    return pd.DataFrame({"years": np.arange(size)} | counts)


@otherwise("the median needs the durations of all parts, counted by value")
def summarise_durations(selected: Selected) -> dict:
    """mean, median and total of the operations' durations, in years so far; those not wholly known are left out."""
    operations = selected.operations
    durations = operations["duration_years"].dropna()
    return {
        "mean": plain_number(durations.mean()),
        "median": plain_number(durations.median()),
        "total": float(durations.sum()),
        "left_out": int(operations["duration_years"].isna().sum()),
    }


def plain_number(value: float) -> float | None:
    """A number without the noise of its last digits, None where there is none."""
    return None if pd.isna(value) else round(float(value), 12)
