"""The outlines in static/: one for each code, small enough, and South Sudan apart from Sudan."""

import json
from collections import Counter
from pathlib import Path

import pytest

from analysis.reading.reference import load_reference
from charts.map.outlines import (
    OUTLINE_FILE,
    SMALL_OUTLINE_FILE,
    STATIC_FOLDER,
    missing_outlines,
    outline_url,
    south_sudan_hatching,
)
from scripts.build_outlines import (
    LAYERS,
    SEEN,
    SEEN_SMALL,
    keep_layers,
    lighten,
    merge_same_ids,
    outline_rings,
    read_topology,
)
from scripts.hatch import hatch_polygons

# Territories of which the outlines have no shape: their points alone show them.
POINT_ONLY = {"IOT", "SMR", "UMI", "VAT", "WLF", "XKX"}
MERGED = {"BES", "ECU", "ESP", "MUS", "PRT", "PSE"}
SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]


@pytest.fixture(scope="module")
def outlines() -> dict:
    return json.loads((STATIC_FOLDER / OUTLINE_FILE).read_text("utf-8"))


def country_ids(outlines: dict) -> list[str]:
    return [country["id"] for country in outlines["objects"]["countries"]["geometries"]]


def test_each_code_has_one_outline(outlines):
    counts = Counter(country_ids(outlines))
    assert max(counts.values()) == 1
    assert {*MERGED, "SDN", "SSD"} <= set(counts)


def test_every_territory_has_an_outline_or_is_point_only(outlines):
    territories = load_reference().territories
    assert set(territories["iso3"]) - set(country_ids(outlines)) == POINT_ONLY
    assert set(territories.loc[territories["latitude"] == "", "iso3"]) == {"UMI"}


def test_the_outlines_are_light_and_hold_only_what_is_drawn(outlines):
    assert (STATIC_FOLDER / OUTLINE_FILE).stat().st_size < 1_000_000
    assert set(outlines["objects"]) == set(LAYERS)


def test_the_small_map_has_the_same_territories_in_half_the_points(outlines):
    small = json.loads((STATIC_FOLDER / SMALL_OUTLINE_FILE).read_text("utf-8"))
    assert small == lighten(outlines, *SEEN_SMALL)
    assert country_ids(small) == country_ids(outlines)
    assert 2 * sum(map(len, small["arcs"])) < sum(map(len, outlines["arcs"]))


def test_the_hatching_lies_in_south_sudan(outlines):
    ring = outline_rings(outlines, "SSD")[0]
    hatching = south_sudan_hatching()
    assert hatching == hatch_polygons(outline_rings(outlines, "SSD"))
    for side, axis in (("lon", 0), ("lat", 1)):
        known = [value for value in hatching[side] if value is not None]
        assert min(known) >= min(point[axis] for point in ring) - 0.01
        assert max(known) <= max(point[axis] for point in ring) + 0.01


def test_hatching_stops_at_the_edge_of_a_hole():
    hole = [(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0)]
    lines = hatch_polygons([SQUARE, hole])
    middles = [
        ((x1 + x2) / 2, (y1 + y2) / 2)
        for x1, x2, y1, y2 in zip(
            lines["lon"][::3], lines["lon"][1::3], lines["lat"][::3], lines["lat"][1::3], strict=True
        )
    ]
    assert middles and not [point for point in middles if 1 < point[0] < 3 and 1 < point[1] < 3]


def test_what_no_screen_shows_is_left_out():
    # An island with points beside its sides, an islet beside it, and a country of an islet alone.
    island = [[0, 0], [500, 1], [500, -1], [0, 1000], [-1000, 0], [0, -1000]]
    islet, alone = [[3000, 0], [50, 0], [0, 50], [-50, -50]], [[5000, 0], [50, 0], [0, 50], [-50, -50]]
    countries = [
        {"type": "MultiPolygon", "id": "AAA", "arcs": [[[0]], [[1]]]},
        {"type": "Polygon", "id": "BBB", "arcs": [[2]]},
    ]
    layer = {"type": "GeometryCollection", "geometries": countries}
    topology = {
        "objects": {"countries": layer, "land": layer},
        "arcs": [island, islet, alone],
        "transform": {"scale": [0.001, 0.001], "translate": [0, 0]},
    }
    light = lighten(topology, *SEEN)
    assert light["arcs"] == [[[0, 0], [1000, 0], [0, 1000], [-1000, 0], [0, -1000]], alone]
    assert [each["arcs"] for each in light["objects"]["countries"]["geometries"]] == [[[[0]]], [[1]]]


def test_the_build_reads_merges_and_keeps():
    script = """
    "dist/topojson/world_50m.json"(exports, module) {
      module.exports = { type: "Topology", objects: { countries: { type: "GeometryCollection", geometries: [
        { type: "Polygon", arcs: [[1]], id: "PSE" }, { type: "MultiPolygon", arcs: [[[-3]]], id: "PSE" }] },
        land: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs: [[1]] }] },
        rivers: { type: "GeometryCollection", geometries: [{ type: "LineString", arcs: [0] }] } },
        arcs: [[[0, 0]], [[1e3, 1]], [[2, -2]]] };
    """.replace("\n        ", " ").replace("\n      ", "\n      ")
    outlines = keep_layers(merge_same_ids(read_topology(script)), LAYERS)
    countries = outlines["objects"]["countries"]["geometries"]
    assert countries == [{"type": "MultiPolygon", "arcs": [[[0]], [[-2]]], "id": "PSE"}]
    assert outlines["arcs"] == [[[1000, 1]], [[2, -2]]]


@pytest.mark.parametrize(
    ("setting", "url", "missing"),
    [
        ("", "app/static/", ""),
        ("other.json", "app/static/other.json?", "other.json"),
        ("https://example.org/other.json", "https://example.org/other.json?", ""),
    ],
)
def test_a_setting_names_other_outlines(monkeypatch, setting, url, missing):
    monkeypatch.setenv("DASHBOARD_OUTLINES", setting)
    assert (outline_url(), missing_outlines()) == (url, missing)


def test_source_and_terms_stand_beside_the_outlines():
    text = (Path(STATIC_FOLDER) / "README.md").read_text("utf-8")
    assert "UN Geodata" in text and "non-commercial" in text
