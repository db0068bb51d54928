"""Figures are plain dictionaries while the dashboard runs; here plotly checks every property of them."""

import plotly.graph_objects as go
import pytest

from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.selection.settings import TimelineSettings
from analysis.table.load import load_built_in
from charts.map.chart import map_chart
from charts.overview import active_chart, activity_chart, region_chart
from charts.timeline.charts import flow_chart, timeline_chart

CHARTS = [
    (active_chart,),
    (activity_chart,),
    (region_chart,),
    (timeline_chart, TimelineSettings()),
    (timeline_chart, TimelineSettings("duration", "activity", "status", "since-start", "hidden")),
    (flow_chart,),
    (map_chart, "operations", "size"),
    (map_chart, "first_year", "colour", True, 2004, False),
]


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("chosen", [Selection(), Selection(years=(1999, 2001)), Selection(search="nowhere")])
def test_plotly_knows_every_property(chart, chosen):
    draw, *settings = chart
    go.Figure(draw(select(load_built_in(), chosen), *settings).figure)


def test_plotly_refuses_a_property_that_it_does_not_know():
    figure = active_chart(select(load_built_in(), Selection())).figure
    with pytest.raises(ValueError, match="colours"):
        go.Figure(figure | {"layout": figure["layout"] | {"colours": 1}})
