"""How long spells last, in several honest figures, for all of them and for each group.

The mean up to a horizon is the area under the Kaplan-Meier curve up to it (Irwin 1949, Journal of Hygiene 47,
188-189; Royston and Parmar 2013, BMC Medical Research Methodology 13:152). Where the longest spell known is
shorter and still runs, the curve says nothing of what follows, and neither do the figures.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.counts.ask import adds_up, ask, otherwise
from analysis.counts.crossed import expand_memberships, tally_far_apart
from analysis.counts.durations.operations import middle_duration
from analysis.counts.durations.survival import TOO_FEW_SPELLS, curve_median, number_durations, survival_curve
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships
from analysis.table.vocabulary import vocabulary

HORIZON_YEARS = 10
AT_YEARS = (1, 2, 3, 5, 10)
PERIOD_YEARS = 5


@dataclass(frozen=True, eq=False)
class DurationFigures:
    """What a count of durations says, in years; None where it says nothing, or too few spells to say.

    ended, ongoing: spells. closed_mean, closed_median: of the ended ones alone. so_far_mean: of the ongoing ones.
    lasting: spells that stand at each duration of the curve.
    median, ended_by (for each of AT_YEARS a share), restricted_mean, curve: Kaplan-Meier, of both.
    """

    ended: int
    ongoing: int
    closed_mean: float | None
    closed_median: float | None
    so_far_mean: float | None
    curve: pd.DataFrame
    lasting: np.ndarray
    median: float | None
    ended_by: tuple[float | None, ...]
    restricted_mean: float | None

    @property
    def spells(self) -> int:
        """How many spells stand behind it."""
        return self.ended + self.ongoing

    def observed(self, years: float) -> int:
        """How many periods are known to have lasted at least so long."""
        return int(self.lasting[self.curve["duration_years"].to_numpy() >= years].sum())

    @property
    def too_few(self) -> bool:
        """Whether fewer than five spells stand behind it."""
        return self.spells < TOO_FEW_SPELLS


def _in_groups(selected: Selected, counts: pd.DataFrame, by: str = "all") -> pd.DataFrame:
    """In the order of the groups, each by duration."""
    groups = counts["group"].to_numpy(object)
    if by in ("all", "start"):
        order = {group: int(group) if by == "start" else 0 for group in groups}
    else:
        order = vocabulary(selected.snapshot.table)[by]
    return counts.iloc[np.lexsort((counts["duration_years"], [order[group] for group in groups]))].reset_index(
        drop=True
    )


@adds_up("ended", "ongoing", arrange=_in_groups)
def count_durations_by(selected: Selected, by: str = "all") -> pd.DataFrame:
    """group, duration_years, ended, ongoing: how many spells last so long, in each activity, region, start period, or
    value of a facet of the user's own.

    Groups in the order of the vocabulary or of time (a start period is its first year, as text), "all" is one
    group; durations ascending. A spell counts once in each group it belongs to, one without a known end in none.
    """
    numbered = number_durations(selected.snapshot)
    spells = np.flatnonzero(selected.chosen[numbered.operation] & (numbered.duration >= 0))
    durations, ongoing = numbered.years, numbered.ongoing[spells].astype(np.int64)
    holder, expand, names = _groups(selected, numbered.operation[spells], spells, by)
    numbers = (holder * len(durations) + numbered.duration[spells]) * 2 + ongoing
    cells, held, _sums = tally_far_apart(selected.snapshot.table, numbered.operation[spells], numbers)
    holder, inside = np.divmod(cells, max(2 * len(durations), 1))
    row, group = expand(holder)
    size = 2 * len(durations)
    counts = np.bincount(group * size + inside[row], held[row], len(names) * size).astype(np.int64).reshape(-1, 2)
    found = np.flatnonzero(counts.sum(axis=1))
    group, number = np.divmod(found, max(len(durations), 1))
    return pd.DataFrame(
        {
            "group": np.array(names, object)[group],
            "duration_years": durations[number],
            "ended": counts[found, 0],
            "ongoing": counts[found, 1],
        }
    )


def estimate_durations(duration_counts: pd.DataFrame) -> DurationFigures:
    """The figures of one group of `count_durations_by`."""
    years = duration_counts["duration_years"].to_numpy(float)
    ended, ongoing = duration_counts["ended"].to_numpy(), duration_counts["ongoing"].to_numpy()
    curve = survival_curve(duration_counts)
    enough = ended.sum() + ongoing.sum() >= TOO_FEW_SPELLS
    return DurationFigures(
        ended=int(ended.sum()),
        ongoing=int(ongoing.sum()),
        closed_mean=_mean(years, ended),
        closed_median=middle_duration(years, ended),
        so_far_mean=_mean(years, ongoing),
        curve=curve,
        lasting=ended + ongoing,
        median=curve_median(curve) if enough else None,
        ended_by=tuple(share_ended(curve, year) if enough else None for year in AT_YEARS),
        restricted_mean=restricted_mean(curve) if enough else None,
    )


@otherwise("from `count_durations_by`", from_others=True)
def estimate_durations_by(selected: Selected, by: str) -> dict[str, DurationFigures]:
    """The figures of each group, in the order of `count_durations_by`."""
    counts = ask(selected, count_durations_by, by)
    if counts.empty:
        return {}
    groups = counts["group"].to_numpy(object)
    begins = np.flatnonzero(np.append(True, groups[1:] != groups[:-1]))
    ends = np.append(begins[1:], len(groups))
    return {groups[begin]: estimate_durations(counts.iloc[begin:end]) for begin, end in zip(begins, ends, strict=True)}


def share_ended(curve: pd.DataFrame, years: float) -> float | None:
    """The estimated share of spells that have ended by a duration; None beyond what the curve knows."""
    if not _knows(curve, years):
        return None
    before = np.searchsorted(curve["duration_years"].to_numpy(), years, side="right")
    return 1 - float(curve["survival"].to_numpy()[before - 1]) if before else 0.0


def restricted_mean(curve: pd.DataFrame, horizon: float = HORIZON_YEARS) -> float | None:
    """The mean years of a spell within a horizon: the area under the curve; None where the curve ends before it."""
    if not _knows(curve, horizon):
        return None
    steps = curve["duration_years"].to_numpy().clip(max=horizon)
    heights = np.append(1.0, curve["survival"].to_numpy())
    return float((np.diff(np.concatenate([[0.0], steps, [horizon]])) * heights).sum())


def _knows(curve: pd.DataFrame, years: float) -> bool:
    if curve.empty:
        return False
    return bool(curve["duration_years"].to_numpy()[-1] >= years or curve["survival"].to_numpy()[-1] <= 0)


def _mean(years: np.ndarray, counts: np.ndarray) -> float | None:
    return float((years * counts).sum() / counts.sum()) if counts.sum() else None


def _groups(selected: Selected, operation: np.ndarray, spells: np.ndarray, by: str):
    """For each spell the number of what its group hangs on, how to expand such numbers to groups, and their names."""
    if by == "all":
        return np.zeros(len(spells), np.int64), _as_they_are, ["all"]
    if by == "start":
        year = selected.snapshot.spells["start_year"].to_numpy()[spells].astype(np.int64)
        first = int(year.min(initial=9999)) // PERIOD_YEARS
        last = int(year.max(initial=0)) // PERIOD_YEARS
        names = [str(period * PERIOD_YEARS) for period in range(first, last + 1)]
        return year // PERIOD_YEARS - first, _as_they_are, names
    memberships = facet_memberships(selected.snapshot.table, by)
    return (
        memberships.holder_of[operation].astype(np.int64),
        lambda holders: expand_memberships(memberships, holders),
        list(memberships.codes),
    )


def _as_they_are(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return np.arange(len(numbers)), numbers
