"""Axes of counts have whole numbers, each once."""

import pytest

from analysis.text import in_language
from charts.common.axes import (
    count_axis,
    elapsed_axis,
    named_years,
    share_ticks,
    time_axis,
    two_way_axis,
    year_axis,
    year_room,
)


@pytest.mark.parametrize("highest", [0, 1, 2, 5])
def test_a_short_axis_steps_by_one(highest):
    axis = count_axis(highest)
    assert (axis["tick0"], axis["dtick"]) == (0, 1) and "nticks" not in axis


@pytest.mark.parametrize("highest", [6, 24, 40_000])
def test_a_long_axis_has_a_few_steps(highest):
    axis = count_axis(highest)
    assert axis["nticks"] == 6 and "dtick" not in axis


@pytest.mark.parametrize(("up", "down", "says"), [(1, 0, ["0", "1"]), (3, 2, ["2", "1", "0", "1", "2", "3"])])
def test_what_stands_below_the_line_is_a_count_too(up, down, says):
    assert two_way_axis(up, down)["ticktext"] == says


def test_a_long_axis_of_two_ways_has_whole_steps():
    assert two_way_axis(24, 3)["tickvals"] == [0, 5, 10, 15, 20]
    assert two_way_axis(130, 60)["ticktext"] == ["50", "0", "50", "100"]


def test_the_name_of_a_year_stands_in_the_middle_of_the_year():
    axis = time_axis((2003.5, 2007.8))
    assert axis["ticktext"] == ["2004", "2005", "2006"]
    assert axis["tickvals"] == [2004.5, 2005.5, 2006.5]
    assert axis["minor"]["tickvals"] == [2004, 2005, 2006]


@pytest.mark.parametrize(
    ("span", "years"),
    [
        ((1981.5, 2008.0), [1985, 1990, 1995, 2000, 2005]),
        ((1998.5, 2008), [2000, 2002, 2004, 2006]),
        ((2005.5, 2007.8), [2006]),
    ],
)
def test_so_many_years_are_named_as_there_is_room_for(span, years):
    assert named_years(span) == years


def test_years_gone_by_are_counted_from_zero():
    axis = elapsed_axis((0.0, 26.5))
    assert (axis["tick0"], axis["dtick"], axis["range"]) == (0, 5, [0.0, 26.5])


def test_a_single_year_leaves_room_at_both_sides():
    assert year_axis([2004])["range"] == [2001, 2007]
    assert "range" not in year_axis(list(range(1982, 2007)))


def test_a_single_year_is_not_as_wide_as_its_axis():
    low, high = year_room(2006, 2006)
    assert (low, high > 2007) == (2000.5, True)
    assert year_room(1982, 2006)[0] == 1981.5


@pytest.mark.parametrize(("code", "says"), [("en", "20%"), ("fr", "20\xa0%"), ("es", "20\xa0%"), ("ar", "20%")])
def test_percents_on_an_axis_are_written_as_the_language_does(code, says):
    with in_language(code):
        ticks = share_ticks()
    assert (ticks["tickvals"][1], ticks["ticktext"][1]) == (0.2, says)
