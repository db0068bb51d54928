"""The Kaplan-Meier estimate against scipy, and against small tables worked out by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from scipy.stats import CensoredData, ecdf

from analysis.survival import count_durations, estimate_survival


def spells_of(ended: list[float], ongoing: list[float]) -> pd.DataFrame:
    """Spells that lasted so long, and that have lasted so long so far."""
    status = ["closed"] * len(ended) + ["ongoing"] * len(ongoing)
    return pd.DataFrame({"duration_years": [*map(float, ended), *map(float, ongoing)], "status": status})


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
    assert_frame_equal(
        estimate_survival(spells_of(ended, ongoing)).curve, scipy_curve(ended, ongoing), rtol=1e-9
    )


DURATIONS = st.lists(st.integers(1, 25).map(float) | st.sampled_from([0.5, 1 / 365, 2.25]), max_size=30)


@settings(deadline=None, max_examples=60)
@given(DURATIONS.filter(bool), DURATIONS)
@pytest.mark.filterwarnings("ignore")
def test_the_curve_is_scipys_on_any_durations(ended, ongoing):
    curve = estimate_survival(spells_of(ended, ongoing)).curve
    assert_frame_equal(curve, scipy_curve(ended, ongoing), rtol=1e-9, atol=1e-12)
    bounds = curve.dropna()
    assert ((bounds["low"] <= bounds["survival"]) & (bounds["survival"] <= bounds["high"])).all()


def test_a_curve_worked_out_by_hand():
    curve = estimate_survival(spells_of([1, 2], [2, 3])).curve
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
    ],
)
def test_the_median_is_the_first_time_at_which_half_or_fewer_are_left(ended, ongoing, median):
    assert estimate_survival(spells_of(ended, ongoing)).median == median


def test_fewer_than_five_spells_are_too_few_to_say():
    few, enough = (
        estimate_survival(spells_of([1, 1], [2, 2])),
        estimate_survival(spells_of([1, 1, 1], [2, 2])),
    )
    assert (few.too_few, few.median, few.spells) == (True, None, 4)
    assert (enough.too_few, enough.median, enough.spells, enough.ended) == (False, 1, 5, 3)


def test_spells_without_a_known_end_are_left_out_and_counted():
    spells = pd.concat(
        [spells_of([1, 2], [3]), pd.DataFrame({"duration_years": [np.nan], "status": ["unknown"]})]
    )
    survival = estimate_survival(spells)
    assert (survival.spells, survival.ended, survival.left_out) == (3, 2, 1)


def test_no_spells_give_an_empty_curve():
    survival = estimate_survival(spells_of([], []))
    assert survival.curve.empty and survival.median is None and survival.too_few


def test_durations_are_counted_each_once():
    expected = pd.DataFrame({"duration_years": [1.0, 2.0], "ended": [2, 1], "ongoing": [0, 1]})
    assert_frame_equal(count_durations(spells_of([1, 2, 1], [2])), expected)
