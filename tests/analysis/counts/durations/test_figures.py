"""Figures of how long spells last, against tables worked out by hand."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.counts.durations.figures import (
    count_durations_by,
    estimate_durations,
    estimate_durations_by,
    restricted_mean,
    share_ended,
)
from analysis.counts.durations.survival import selected_survival
from analysis.selection.select import select
from analysis.selection.selection import Selection


def counted(ended: dict[float, int], ongoing: dict[float, int]) -> pd.DataFrame:
    """A count table from how many spells last so long, and so long so far."""
    years = sorted({*ended, *ongoing})
    return pd.DataFrame(
        {
            "duration_years": [float(year) for year in years],
            "ended": [ended.get(year, 0) for year in years],
            "ongoing": [ongoing.get(year, 0) for year in years],
        }
    )


def test_the_figures_of_the_leaflet(built_in):
    selected = select(built_in, Selection())
    figures = estimate_durations_by(selected, "all")["all"]
    assert (figures.spells, figures.ended, figures.ongoing, figures.median) == (33, 12, 21, None)
    assert figures.closed_mean == pytest.approx(29 / 12)
    assert (figures.closed_median, figures.so_far_mean) == (2.0, 7.0)
    assert figures.ended_by == pytest.approx((1 / 33, 0.249267, 0.347189, 0.397405, 0.397405), abs=1e-6)
    assert figures.curve["survival"].tolist() == selected_survival(selected).curve["survival"].tolist()


def test_shares_and_mean_worked_out_by_hand():
    curve = estimate_durations(counted({1: 1, 3: 2}, {2: 1, 12: 1})).curve
    assert [share_ended(curve, year) for year in (0.5, 1, 2, 3, 12)] == pytest.approx([0, 0.2, 0.2, 11 / 15, 11 / 15])
    # 1 until 1, 0.8 until 3, 4/15 until 10.
    assert restricted_mean(curve) == pytest.approx(1 + 1.6 + 7 * 4 / 15)


def test_a_mean_without_censoring_is_the_mean_cut_at_the_horizon():
    assert restricted_mean(estimate_durations(counted({2: 2, 4: 2, 30: 1}, {})).curve) == pytest.approx(
        (2 * 2 + 4 * 2 + 10) / 5
    )


def test_a_curve_that_ends_early_says_nothing_of_later():
    curve = estimate_durations(counted({1: 2}, {4: 3})).curve
    assert (share_ended(curve, 4), share_ended(curve, 5), restricted_mean(curve)) == (pytest.approx(0.4), None, None)
    assert restricted_mean(curve, horizon=4) == pytest.approx(1 + 3 * 0.6)


def test_a_curve_that_reaches_nought_is_known_for_ever():
    curve = estimate_durations(counted({1: 2, 4: 3}, {})).curve
    assert (share_ended(curve, 5), restricted_mean(curve)) == (1.0, pytest.approx(14 / 5))


def test_too_few_spells_have_counts_but_no_estimates():
    few = estimate_durations(counted({2: 1, 5: 2}, {20: 1}))
    assert (few.too_few, few.spells, few.closed_mean, few.closed_median, few.so_far_mean) == (True, 4, 4.0, 5.0, 20.0)
    assert (few.median, few.ended_by, few.restricted_mean) == (None, (None,) * 5, None)


@pytest.mark.parametrize(
    ("ended", "middle"), [({1: 1}, 1), ({1: 1, 4: 1}, 2.5), ({1: 2, 4: 1}, 1), ({1: 1, 2: 1, 9: 2}, 5.5), ({}, None)]
)
def test_the_median_of_closed_spells(ended, middle):
    assert estimate_durations(counted(ended, {3: 1})).closed_median == middle


def test_durations_count_once_in_each_group(choose):
    selected = choose(
        [("Kenya", "2000 - 2001; 2004", "CS, DDR"), ("Mali", "2005 - on going", "CS"), ("Haiti", "soon", "CS")]
    )
    expected = pd.DataFrame(
        {
            "group": ["DDR", "DDR", "CS", "CS"],
            "duration_years": [1.0, 2.0, 1.0, 2.0],
            "ended": [1, 1, 1, 1],
            "ongoing": [0, 0, 0, 1],
        }
    )
    assert_frame_equal(count_durations_by(selected, "activity"), expected, check_dtype=False)
    periods = count_durations_by(selected, "start")
    assert periods["group"].tolist() == ["2000", "2000", "2005"]
    assert count_durations_by(selected)[["ended", "ongoing"]].to_numpy().tolist() == [[1, 0], [1, 1]]


def test_nothing_readable_has_no_groups(choose):
    assert estimate_durations_by(choose([("Kenya", "soon", "CS")]), "region") == {}


def test_the_shares_ended_are_told_at_one_two_three_five_and_ten_years():
    lasted = estimate_durations(counted(dict.fromkeys(range(1, 11), 1), {}))
    assert lasted.ended_by == pytest.approx((0.1, 0.2, 0.3, 0.5, 1.0))
    assert (lasted.median, lasted.restricted_mean) == (5.0, pytest.approx(5.5))


def test_five_spells_are_enough_for_estimates():
    assert estimate_durations(counted({1: 3, 12: 2}, {})).restricted_mean == pytest.approx((3 * 1 + 2 * 10) / 5)


def test_no_ended_spells_have_no_mean_and_an_empty_curve_knows_nothing():
    assert estimate_durations(counted({}, {3: 1})).closed_mean is None
    assert estimate_durations(counted({3: 1}, {})).so_far_mean is None
    empty = estimate_durations(counted({}, {})).curve
    assert (share_ended(empty, 1), restricted_mean(empty)) == (None, None)


@pytest.mark.parametrize("by", ["all", "start", "region"])
def test_a_selection_without_spells_has_no_durations(choose, by):
    assert count_durations_by(choose([("Kenya", "soon", "CS")]), by).empty


def test_a_start_period_has_five_years(choose):
    rows = [("Kenya", year, "CS") for year in ("1999", "2000", "2004", "2005")]
    periods = count_durations_by(choose(rows), "start")
    assert periods[["group", "ended"]].to_numpy().tolist() == [["1995", 1], ["2000", 2], ["2005", 1]]


def test_only_the_spells_that_are_chosen_are_counted(choose):
    rows = [("Kenya", "2000 - 2001", "CS"), ("Mali", "2000 - 2002", "DDR"), ("Mali", "2004 - unknown", "DDR")]
    durations = count_durations_by(choose(rows, activity=("CS",)))
    assert durations[["duration_years", "ended", "ongoing"]].to_numpy().tolist() == [[2.0, 1, 0]]


def test_ten_years_are_ten():
    assert estimate_durations(counted({1: 1, 10: 2, 11: 2}, {})).ended_by[-1] == pytest.approx(3 / 5)


def test_four_spells_are_too_few_and_five_are_not():
    assert [estimate_durations(counted({1: count}, {})).too_few for count in (4, 5)] == [True, False]


def test_how_many_lasted_so_long_are_those_that_ended_and_those_that_go_on():
    assert estimate_durations(counted({1: 3, 4: 1}, {4: 2, 6: 1})).lasting.tolist() == [3, 3, 1]


def test_each_group_has_the_figures_of_its_own_spells(choose):
    rows = [("Kenya", "2000", "CS"), ("Mali", "2001 - 2003", "DDR"), ("Haiti", "2002 - on going", "CS, DDR, ND")]
    figures = estimate_durations_by(choose(rows), "activity")
    assert {group: (each.ended, each.ongoing, each.closed_mean) for group, each in figures.items()} == {
        "DDR": (1, 1, 3.0),
        "CS": (1, 1, 1.0),
        "ND": (0, 1, None),
    }
