"""The small map of files: outlines as the large map has them, fitted to places and cut at its edges."""

import json

import pytest

from charts.map.outlines import OUTLINE_FILE, STATIC_FOLDER
from exports.brief.outlines import MapView, _cut, fit_view, outlines_in
from scripts.build_outlines import FEW_POINTS, few_points
from scripts.simplify import rings_seen, simplify

SUDAN, HAITI, FIJI, NORWAY = (30.2, 12.9), (-72.3, 19.0), (178.0, -17.8), (8.5, 60.5)


def test_the_outlines_are_those_of_the_large_map_in_few_points():
    whole = json.loads((STATIC_FOLDER / OUTLINE_FILE).read_text("utf-8"))
    assert json.loads(FEW_POINTS.read_text("utf-8")) == few_points(whole)


def test_a_line_keeps_its_ends_and_what_lies_far_beside_it():
    assert simplify([(0, 0), (1, 0.1), (2, 0), (3, 5), (4, 0)]) == [(0, 0), (2, 0), (3, 5), (4, 0)]
    # An island is a line that ends where it begins.
    assert simplify([(0, 0), (9, 0), (9, 9), (0, 0.1), (0, 0)]) == [(0, 0), (9, 0), (9, 9), (0, 0)]


def test_small_islands_are_left_out_where_there_are_larger_ones():
    small, large = [(0, 0), (1, 0), (1, 1), (0, 0)], [(0, 0), (9, 0), (9, 9), (0, 0)]
    assert rings_seen([small, large]) == [[0, 0, 90, 0, 90, 90, 0, 0]]
    assert len(rings_seen([small])) == 1


@pytest.mark.parametrize("points", [[SUDAN], [SUDAN, HAITI], [NORWAY], [FIJI], [FIJI, HAITI, NORWAY]], ids=str)
@pytest.mark.parametrize("ratio", [1.0, 2.4])
def test_a_view_holds_its_points_with_room_and_stays_on_the_globe(points, ratio):
    view = fit_view(points, ratio)
    places = [view.place(*point) for point in points]
    assert all(0.005 < x < 0.995 and 0.01 < y < 0.99 for x, y in places)
    assert view.west >= -180 and view.west + view.width <= 180.001
    assert view.width <= 360 and view.height >= 36


def test_a_ring_is_cut_at_the_edges_of_the_map():
    square = [(-1.0, 0.25), (0.5, 0.25), (0.5, 0.75), (-1.0, 0.75)]
    assert set(_cut(square)) == {(0.0, 0.25), (0.5, 0.25), (0.5, 0.75), (0.0, 0.75)}
    assert _cut([(2.0, 0.0), (3.0, 0.0), (3.0, 1.0)]) == []


def test_all_that_is_seen_lies_on_the_map_and_russia_on_both_sides_of_the_date_line():
    seen = outlines_in(MapView(-180.0, 80.0, 360.0, 138.0))
    points = [point for rings in seen.values() for ring in rings for point in ring]
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in points)
    russia = [x for ring in seen["RUS"] for x, _y in ring]
    assert min(russia) < 0.05 and max(russia) > 0.99
