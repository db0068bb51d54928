import pandas as pd
import plotly.graph_objects as go

from charts.common.axes import year_axis
from charts.common.years import active_by_year, year_flow

COUNTS = pd.DataFrame({"year": [2004, 2005], "active": [3, 2], "started": [1, 0], "ended": [1, 2]})


def test_active_operations_are_bars_by_year():
    (bars,) = go.Figure(active_by_year(COUNTS)).data
    assert (list(bars.x), list(bars.y)) == ([2004, 2005], [3, 2])


def test_chosen_years_are_shaded_whole():
    (shape,) = go.Figure(active_by_year(COUNTS, (2004, 2005))).layout.shapes
    assert (shape.x0, shape.x1) == (2003.5, 2005.5)


def test_starts_rise_above_the_line_and_ends_fall_below_it():
    active, started, ended = go.Figure(year_flow(COUNTS, (2003.5, 2007), 100)).data
    assert [list(bars.y) for bars in (active, started, ended)] == [[3, 2], [1, 0], [-1, -2]]
    assert list(ended.x) == [2004.5, 2005.5]
    assert [tuple(row) for row in ended.customdata] == [(2004, 1), (2005, 2)]


def test_years_on_an_axis_are_years():
    assert year_axis([2004, 2005])["tickvals"] == [2004, 2005]
    assert year_axis(list(range(1982, 2007)))["tickformat"] == "d"


def test_the_bar_of_a_single_year_does_not_fill_the_picture():
    low, high = active_by_year(COUNTS.head(1))["layout"]["xaxis"]["range"]
    assert high - low == 6
