"""Figures are plain dictionaries while the dashboard runs; here plotly checks every property of them."""

import plotly.graph_objects as go
import pytest

from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.selection.settings import TimelineSettings
from analysis.table.load import load_built_in
from widgets.draw.map import draw_map
from widgets.draw.overview import draw_active, draw_activities, draw_regions
from widgets.draw.timeline import draw_flow, draw_timeline

CHARTS = [
    (draw_active,),
    (draw_activities,),
    (draw_regions,),
    (draw_timeline, TimelineSettings()),
    (draw_timeline, TimelineSettings("duration", "activity", "status", "since-start", "hidden")),
    (draw_flow,),
    (draw_map, "operations", "size", False),
    (draw_map, "first_year", "colour", True, 2004, False),
]


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("chosen", [Selection(), Selection(years=(1999, 2001)), Selection(search="nowhere")])
def test_plotly_knows_every_property(chart, chosen):
    draw, *settings = chart
    go.Figure(draw(select(load_built_in(), chosen), *settings).figure)


def test_plotly_refuses_a_property_that_it_does_not_know():
    figure = draw_active(select(load_built_in(), Selection())).figure
    with pytest.raises(ValueError, match="colours"):
        go.Figure(figure | {"layout": figure["layout"] | {"colours": 1}})
