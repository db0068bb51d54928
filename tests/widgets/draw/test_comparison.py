"""The charts of two selections: what they say, and their tables."""

import plotly.graph_objects as go
import pytest

from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.views.comparison.compare import compare
from analysis.views.comparison.names import part_colours, part_names
from widgets.draw.comparison import draw_activities_compared, draw_durations_compared, draw_years_compared

CHARTS = [draw_activities_compared, draw_years_compared, draw_durations_compared]
AFRICA, ASIA, NOWHERE = (Selection(region=(name,)) for name in ("Africa", "Asia", "Oceania"))


def both(first: Selection, second: Selection):
    table = load_built_in()
    return compare(select(table, first), select(table, second))


def test_titles_state_what_the_charts_show():
    comparison = both(AFRICA, ASIA)
    assert draw_activities_compared(comparison).says == (
        "Africa and Asia differ most, by 3 of 13 each, in Community Stabilization, Out of Country Voting and"
        " Natural Disasters."
    )
    assert (
        draw_years_compared(comparison).says
        == "Africa: most in 2004, 10 active. Asia: most in 2005 and 2006, 10 active."
    )
    assert draw_durations_compared(comparison).says == (
        "Africa: half of 13 periods end within 5 years. Asia: fewer than half of 14 periods have ended."
    )


def test_captions_name_both_selections():
    chart = draw_years_compared(both(AFRICA, ASIA))
    assert chart.counted == "13 of 32 operations: in Africa; 13 of 32 operations: in Asia."


@pytest.mark.parametrize("draw", CHARTS)
@pytest.mark.parametrize(
    ("first", "second"),
    [(AFRICA, ASIA), (AFRICA, NOWHERE), (NOWHERE, NOWHERE), (Selection(territory=("TLS",)), Selection())],
)
def test_every_figure_is_one_that_plotly_knows(draw, first, second):
    chart = draw(both(first, second))
    go.Figure(chart.figure)
    assert chart.says


def test_too_few_spells_are_said_and_not_drawn():
    chart = draw_durations_compared(both(Selection(territory=("TLS",)), Selection(territory=("XKX",))))
    assert chart.says == "Timor-Leste: 2 periods, too few to say. Kosovo*: 1 period, too few to say."
    assert not chart.figure["data"]


def test_what_the_filters_part_by_is_not_told():
    having, lacking = Selection(activity=("DDR",)), Selection(activity=("DDR",), match="none")
    assert draw_activities_compared(both(having, lacking)).says == (
        "With Disarmament, Demobilization and Reintegration and without Disarmament, Demobilization and Reintegration"
        " differ most in Internally Displaced People: 61% against 93%."
    )


@pytest.mark.parametrize(
    ("first", "second", "names", "colours"),
    [
        (AFRICA, ASIA, ("Africa", "Asia"), ("#D77969", "#1A9A98")),
        (AFRICA, Selection(region=("Asia", "Europe")), ("Africa", "Asia or Europe"), ("#D77969", "#808080")),
        (Selection(region=("Asia",), activity=("OCV",)), Selection(region=("Asia",), activity=("CS",)),
         ("with Out of Country Voting", "with Community Stabilization"), ("#AA4499", "#999933")),
        (Selection(activity=("ND",)), Selection(activity=("ND",), match="none"),
         ("with Natural Disasters", "without Natural Disasters"), ("#1A85FF", "#808080")),
        (Selection(status=("ongoing",)), Selection(status=("closed",)), ("ongoing", "closed"), ("#1F78B4", "#808080")),
        (Selection(years=(1996, 2000)), Selection(), ("active 1996 to 2000", "all operations"), ("#1F78B4", "#808080")),
        (AFRICA, AFRICA, ("the first", "the second"), ("#1F78B4", "#808080")),
    ],
)  # fmt: skip
def test_the_two_have_the_names_and_colours_of_what_tells_them_apart(first, second, names, colours):
    comparison = both(first, second)
    assert (part_names(comparison), part_colours(comparison)) == (names, colours)
    assert [(colour, name) for _mark, colour, name in draw_years_compared(comparison).key] == [
        *zip(colours, names, strict=True)
    ]


def test_what_one_has_whole_and_the_other_not_at_all_is_told_in_points(make_table):
    table = make_table([("Mali", "2001", "Roads; Health"), ("Iraq", "2001", "Water")])
    first, second = (select(table, Selection(region=(region,))) for region in ("Africa", "Asia"))
    assert draw_activities_compared(compare(first, second)).says == (
        "Africa and Asia differ most, by 100 percentage points each, in Health, Roads and Water."
    )
