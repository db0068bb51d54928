"""The Kaplan-Meier estimate against scipy, and against small tables worked out by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from scipy.stats import CensoredData, ecdf

from analysis.counts.durations.survival import Survival, estimate_survival, selected_survival


def survival_of(ended: list[float], ongoing: list[float]) -> Survival:
    """The estimate from spells that lasted so long, and that have lasted so long so far."""
    durations = sorted({*ended, *ongoing})
    counts = {"ended": ended, "ongoing": ongoing}
    columns = {name: [lasted.count(years) for years in durations] for name, lasted in counts.items()}
    return estimate_survival(pd.DataFrame({"duration_years": durations, **columns}, dtype=float), left_out=0)


def scipy_curve(ended: list[float], ongoing: list[float]) -> pd.DataFrame:
    """The curve and its log-log band as scipy gives it, undefined bounds missing."""
    survival = ecdf(CensoredData(uncensored=ended, right=ongoing)).sf
    with np.errstate(all="ignore"):
        band = survival.confidence_interval(confidence_level=0.95, method="log-log")
    probability = survival.probabilities
    undefined = (probability >= 1) | (probability <= 0)
    return pd.DataFrame(
        {
            "duration_years": survival.quantiles,
            "survival": probability,
            "low": np.where(undefined, np.nan, band.low.probabilities),
            "high": np.where(undefined, np.nan, band.high.probabilities),
        }
    )


@pytest.mark.parametrize(
    ("ended", "ongoing"),
    [
        ([1, 2, 2, 3], [1, 2, 4]),
        ([2, 2, 2], []),
        ([5], [1, 2, 3]),
        ([1], [1]),
        ([1.5, 2.25, 0.0027], [0.5]),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_the_curve_is_scipys(ended, ongoing):
    assert_frame_equal(survival_of(ended, ongoing).curve, scipy_curve(ended, ongoing), rtol=1e-9)


DURATIONS = st.lists(st.integers(1, 25).map(float) | st.sampled_from([0.5, 1 / 365, 2.25]), max_size=30)


@settings(deadline=None, max_examples=60)
@given(DURATIONS.filter(bool), DURATIONS)
@pytest.mark.filterwarnings("ignore")
def test_the_curve_is_scipys_on_any_durations(ended, ongoing):
    curve = survival_of(ended, ongoing).curve
    assert_frame_equal(curve, scipy_curve(ended, ongoing), rtol=1e-9, atol=1e-12)
    bounds = curve.dropna()
    assert ((bounds["low"] <= bounds["survival"]) & (bounds["survival"] <= bounds["high"])).all()


def test_a_curve_worked_out_by_hand():
    curve = survival_of([1, 2], [2, 3]).curve
    assert curve["duration_years"].tolist() == [1, 2, 3]
    assert curve["survival"].tolist() == pytest.approx([3 / 4, 1 / 2, 1 / 2])


@pytest.mark.parametrize(
    ("ended", "ongoing", "median"),
    [
        ([1, 2, 3, 4], [9, 9, 9, 9], 4),
        ([1, 2, 3], [9, 9, 9, 9], None),
        ([1, 2, 3, 4, 5], [], 3),
        ([2, 2, 2, 2, 2], [], 2),
        ([], [1, 2, 3, 4, 5], None),
        ([1, 2, 3], [3, 4, 5], 3),
        # 9/10 * 8/9 * ... * 5/6 is a hair above 0.5 in floating point, and 0.5 all the same.
        ([1, 2, 3, 4, 5], [9, 9, 9, 9, 9], 5),
        # 102 of 201 are left, which is more than half.
        ([1] * 99, [9] * 102, None),
    ],
)
def test_the_median_is_the_first_time_at_which_half_or_fewer_are_left(ended, ongoing, median):
    assert survival_of(ended, ongoing).median == median


def test_fewer_than_five_spells_are_too_few_to_say():
    few, enough = (
        survival_of([1, 1], [2, 2]),
        survival_of([1, 1, 1], [2, 2]),
    )
    assert (few.too_few, few.median, few.spells) == (True, None, 4)
    assert (enough.too_few, enough.median, enough.spells, enough.ended) == (False, 1, 5, 3)


def test_no_spells_give_an_empty_curve():
    survival = survival_of([], [])
    assert survival.curve.empty and survival.median is None and survival.too_few


def test_the_estimate_speaks_of_the_chosen_spells_alone(choose):
    rows = [("Kenya", "2000 - 2001", "CS"), ("Mali", "2000 - 2002", "DDR"), ("Mali", "2004 - unknown", "DDR")]
    survival = selected_survival(choose(rows, activity=("CS",)))
    assert survival.curve["duration_years"].tolist() == [2.0]
    assert (survival.spells, survival.ended, survival.left_out) == (1, 1, 0)
    assert selected_survival(choose(rows, activity=("DDR",))).left_out == 1
