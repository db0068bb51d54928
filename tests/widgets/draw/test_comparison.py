"""The charts of two selections: what they say, and their tables."""

import plotly.graph_objects as go
import pytest

from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.views.comparison.compare import compare
from widgets.draw.comparison import draw_activities_compared, draw_durations_compared, draw_years_compared

CHARTS = [draw_activities_compared, draw_years_compared, draw_durations_compared]
AFRICA, ASIA, NOWHERE = (Selection(region=(name,)) for name in ("Africa", "Asia", "Oceania"))


def both(first: Selection, second: Selection):
    table = load_built_in()
    return compare(select(table, first), select(table, second))


def test_titles_state_what_the_charts_show():
    comparison = both(AFRICA, ASIA)
    assert draw_activities_compared(comparison).says == "A and B differ most in CS: 92% of A, 69% of B."
    assert (
        draw_years_compared(comparison).says
        == "A is largest in 2004, with 10 active. B is largest in 2005, with 10 active."
    )
    assert draw_durations_compared(comparison).says == (
        "A: the median of 13 periods is 5 years. B: the median of 14 periods is not reached."
    )


def test_captions_name_both_selections():
    chart = draw_years_compared(both(AFRICA, ASIA))
    assert chart.counted == "A: 13 of 32 operations: in Africa. B: 13 of 32 operations: in Asia."


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
    assert chart.says == "A: 2 periods, too few to say. B: 1 period, too few to say."
    assert not chart.figure["data"]
