"""How long operations last, counted by their durations."""

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.counts.ask import adds_up, ask, ordered_by, otherwise
from analysis.selection.select import Selected
from analysis.table.memberships import status_codes
from analysis.table.snapshot import STATUSES, Snapshot


@adds_up("closed", "ongoing", arrange=ordered_by("duration_years"))
def count_operation_durations(selected: Selected) -> pd.DataFrame:
    """duration_years, closed, ongoing: how many operations lasted so long, or have lasted so long so far.

    Those whose duration is not known are left out; what is known to have lasted is closed or ongoing.
    """
    values, duration = number_operation_durations(selected.snapshot)
    known = np.flatnonzero(selected.chosen & (duration >= 0))
    status = status_codes(selected.snapshot.operations)[known]
    of_status = {name: known[status == STATUSES.index(name)] for name in ("closed", "ongoing")}
    counts = {
        name: selected.snapshot.table.tally(those, duration[those], len(values)) for name, those in of_status.items()
    }
    occur = (counts["closed"] + counts["ongoing"]) > 0
    return pd.DataFrame({"duration_years": values} | counts)[occur].reset_index(drop=True)


@cached_on_value
def number_operation_durations(snapshot: Snapshot) -> tuple[np.ndarray, np.ndarray]:
    """The different durations of operations in order, and the number of each operation's, -1 where it is not known."""
    years = snapshot.operations["duration_years"].to_numpy()
    known = ~np.isnan(years)
    duration = np.full(len(years), -1)
    values, duration[known] = np.unique(years[known], return_inverse=True)
    return values, duration


def count_whole_years(duration_counts: pd.DataFrame) -> pd.DataFrame:
    """years, closed, ongoing: how many operations lasted so many whole years, without gaps from 0."""
    years = np.floor(duration_counts["duration_years"].to_numpy()).astype(int)
    size = int(years.max(initial=0)) + 1
    counts = {name: np.bincount(years, duration_counts[name], size).astype(int) for name in ("closed", "ongoing")}
    return pd.DataFrame({"years": np.arange(size)} | counts)


@otherwise("from `count_operation_durations`", from_others=True)
def summarise_durations(selected: Selected) -> dict:
    """mean, median and total of the operations' durations, in years so far; those not wholly known are left out."""
    counted = ask(selected, count_operation_durations)
    years = counted["duration_years"].to_numpy()
    counts = (counted["closed"] + counted["ongoing"]).to_numpy()
    total = float((years * counts).sum())
    return {
        "mean": plain_number(total / counts.sum()) if len(years) else None,
        "median": middle_duration(years, counts),
        "total": total,
        "left_out": selected.count - int(counts.sum()),
    }


def middle_duration(years: np.ndarray, counts: np.ndarray) -> float | None:
    """The median of durations in order that occur so often; None of none."""
    if not counts.sum():
        return None
    up_to = counts.cumsum()
    lower, upper = np.searchsorted(up_to, [(up_to[-1] + 1) // 2, up_to[-1] // 2 + 1])
    return float(years[lower] + years[upper]) / 2


def plain_number(value: float) -> float | None:
    """A number without the noise of its last digits, None where there is none."""
    return None if pd.isna(value) else round(float(value), 12)
