import pandas as pd
import plotly.graph_objects as go

from charts.common.bars import activity_bar, region_bar


def test_activity_bars_are_named_counted_and_coloured():
    counts = pd.DataFrame({"activity": ["CS", "new"], "operations": [3, 1]})
    colours = {"CS": "#999933", "new": "#CC79A7"}
    bars, names = go.Figure(activity_bar(counts, {"CS": "CS · Community Stabilization", "new": "new"}, colours)).data
    assert list(bars.x) == [3, 1]
    assert list(names.text) == ["CS · Community Stabilization", "new"]
    assert list(bars.marker.color) == ["#999933", "#CC79A7"]


def test_the_most_common_is_on_top():
    counts = pd.DataFrame({"region": ["Africa", "Europe"], "operations": [2, 1]})
    figure = go.Figure(region_bar(counts, {"Africa": "Africa", "Europe": "Europe"}))
    assert list(figure.data[0].y) == [0, 1]
    low, high = figure.layout.yaxis.range
    assert low > high


def test_names_are_no_markup():
    counts = pd.DataFrame({"region": ["<b>x</b>"], "operations": [1]})
    assert go.Figure(region_bar(counts, {"<b>x</b>": "<b>x</b>"})).data[1].text == ("&lt;b&gt;x&lt;/b&gt;",)


def test_nothing_to_count_is_an_empty_figure():
    assert go.Figure(activity_bar(pd.DataFrame({"activity": [], "operations": []}), {}, {})).data[0].x == ()


def test_what_is_left_over_has_its_number_but_no_bar():
    counts = pd.DataFrame({"region": ["Africa", ""], "operations": [3, 40]})
    bars, names = go.Figure(region_bar(counts, {"Africa": "Africa", "": "7 other regions"})).data
    assert (list(bars.x), list(bars.text)) == ([3, 0], ["3", "40"])
    assert list(names.text) == ["Africa", "7 other regions"]


def test_a_single_bar_does_not_fill_the_picture():
    one, two = (
        region_bar(pd.DataFrame({"region": names, "operations": [3] * len(names)}), {name: name for name in names})
        for names in (["Africa"], ["Africa", "Asia"])
    )
    assert one["layout"]["xaxis"]["range"] == [0, 6]
    assert two["layout"]["xaxis"]["range"][1] < 3.5
