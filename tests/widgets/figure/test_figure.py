"""What stands under a chart and in its pictures."""

import json

import pytest

from widgets.draw.activities import draw_matrix
from widgets.draw.durations import draw_durations
from widgets.draw.map import draw_map
from widgets.draw.overview import draw_regions, draw_when
from widgets.figure.figure import draw_payload

NOTE = "Kosovo*: this designation is without prejudice"


@pytest.mark.parametrize(
    ("draw", "settings"), [(draw_when, ()), (draw_matrix, ("count",)), (draw_durations, ("name",))]
)
@pytest.mark.parametrize(("region", "times"), [("Europe", 1), ("Africa", 0)])
def test_the_note_on_kosovo_stands_once_wherever_it_is_named(choose_built_in, draw, settings, region, times):
    selected = choose_built_in(region=(region,))
    assert _said(selected, draw(selected, *settings)).count(NOTE) == times


def test_a_chart_that_says_so_itself_says_it_once(choose_built_in):
    selected = choose_built_in()
    assert _said(selected, draw_map(selected, "operations", "size", True)).count(NOTE) == 1


def test_a_chart_that_names_no_place_has_no_note(choose_built_in):
    selected = choose_built_in()
    assert NOTE not in _said(selected, draw_regions(selected))


def _said(selected, chart):
    """What a picture of a chart says in words."""
    return json.loads(draw_payload("chart", selected, chart).payload)["alt"]
