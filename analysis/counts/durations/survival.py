"""How long spells last when some are still running: the Kaplan-Meier estimate.

Kaplan and Meier (1958), Journal of the American Statistical Association 53, 457-481; the band is Greenwood's
variance on the log-log scale (Kalbfleisch and Prentice, 2002). It is worked out from a count table, so that a
hundred thousand spells cost no more than their different durations; the tests hold it against scipy.stats.ecdf.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.counts.ask import adds_up, ask, ordered_by, otherwise
from analysis.selection.select import Selected
from analysis.table.snapshot import Snapshot
from analysis.table.table import Table

TOO_FEW_SPELLS = 5
_NORMAL_975 = 1.959963984540054


@dataclass(frozen=True, eq=False)
class Survival:
    """curve: duration_years, survival, low, high, in order; median in years, None where it is not reached
    or there are too few spells to say; spells and ended: how many it rests on; left_out: those without a
    known end."""

    curve: pd.DataFrame
    median: float | None
    spells: int
    ended: int
    left_out: int

    @property
    def too_few(self) -> bool:
        """Whether fewer than five spells stand behind it."""
        return self.spells < TOO_FEW_SPELLS

    @property
    def median_is(self) -> str:
        """reached, not-reached or too-few: why there is a median or none."""
        if self.too_few:
            return "too-few"
        return "not-reached" if self.median is None else "reached"


def estimate_survival(duration_counts: pd.DataFrame, left_out: int) -> Survival:
    """The Kaplan-Meier estimate with its 95% band from counts of durations, ongoing spells censored at theirs."""
    curve = survival_curve(duration_counts)
    ended = int(duration_counts["ended"].sum())
    known = ended + int(duration_counts["ongoing"].sum())
    return Survival(curve, curve_median(curve) if known >= TOO_FEW_SPELLS else None, known, ended, left_out)


def curve_median(curve: pd.DataFrame) -> float | None:
    """The first duration at which half or less of the spells still run; None where the curve does not go so low."""
    reached = curve["duration_years"].to_numpy()[curve["survival"].to_numpy() <= 0.5 + 1e-12]
    return float(reached[0]) if len(reached) else None


def survival_curve(duration_counts: pd.DataFrame) -> pd.DataFrame:
    """duration_years, survival, low, high of counts of durations; the band is missing where it is undefined."""
    ended = duration_counts["ended"].to_numpy(float)
    leaving = ended + duration_counts["ongoing"].to_numpy(float)
    at_risk = leaving[::-1].cumsum()[::-1]
    survival = np.cumprod(1 - ended / at_risk)
    with np.errstate(divide="ignore", invalid="ignore"):
        greenwood = np.cumsum(ended / (at_risk * (at_risk - ended)))
        width = _NORMAL_975 * np.sqrt(greenwood) / np.log(survival)
        low, high = survival ** np.exp(-width), survival ** np.exp(width)
    undefined = (survival <= 0) | (survival >= 1)
    return pd.DataFrame(
        {
            "duration_years": duration_counts["duration_years"],
            "survival": survival,
            "low": np.where(undefined, np.nan, low),
            "high": np.where(undefined, np.nan, high),
        }
    )


@adds_up("ended", "ongoing", arrange=ordered_by("duration_years"))
def count_spell_durations(selected: Selected) -> pd.DataFrame:
    """duration_years, ended, ongoing: how many spells last so long and ended, or last so long so far; ascending."""
    numbered = number_durations(selected.snapshot)
    return numbered.count(selected.snapshot.table, selected.chosen[numbered.operation])


@adds_up()
def count_unknown_ends(selected: Selected) -> int:
    """How many spells have no known end."""
    numbered = number_durations(selected.snapshot)
    operation = numbered.operation[numbered.duration < 0]
    of_chosen = operation[selected.chosen[operation]]
    return int(selected.snapshot.table.tally(of_chosen, np.zeros(len(of_chosen), int), 1)[0])


@otherwise("the curve is made from counts of durations and the number of spells without a known end", from_others=True)
def selected_survival(selected: Selected) -> Survival:
    """The Kaplan-Meier estimate over all spells of the chosen operations."""
    return estimate_survival(ask(selected, count_spell_durations), left_out=ask(selected, count_unknown_ends))


@dataclass(frozen=True, eq=False)
class NumberedDurations:
    """The spells of a snapshot with their durations as numbers into `years`, -1 where no end is known."""

    years: np.ndarray
    operation: np.ndarray
    duration: np.ndarray
    ongoing: np.ndarray

    def count(self, table: Table, spells: np.ndarray) -> pd.DataFrame:
        """duration_years, ended, ongoing: how many spells of a mask last so long and ended, or last so long so far."""
        known = spells & (self.duration >= 0)
        counts = {
            name: table.tally(self.operation[known & where], self.duration[known & where], len(self.years))
            for name, where in (("ended", ~self.ongoing), ("ongoing", self.ongoing))
        }
        occur = (counts["ended"] + counts["ongoing"]) > 0
        return pd.DataFrame(
            {"duration_years": self.years[occur], "ended": counts["ended"][occur], "ongoing": counts["ongoing"][occur]}
        )


@cached_on_value
def number_durations(snapshot: Snapshot) -> NumberedDurations:
    """The durations of a snapshot as numbers, made once."""
    spells = snapshot.spells
    years = spells["duration_years"].to_numpy()
    known = ~np.isnan(years)
    duration = np.full(len(spells), -1)
    values, duration[known] = np.unique(years[known], return_inverse=True)
    ongoing = (spells["status"] == "ongoing").to_numpy()
    return NumberedDurations(values, spells["operation"].to_numpy(), duration, ongoing)
