"""The map's figure: its points, legend, hover text, hatching and movie."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.counts.ask import ask
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.views.map.drawn import count_map
from charts.map.chart import map_chart
from charts.map.extent import map_view
from charts.map.figure import HATCHING, POINTS, world_map
from charts.map.frames import year_movie
from charts.map.hover import hover_texts


@pytest.fixture
def points() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "iso3": ["XKX", "MKD"],
            "name": ["Kosovo*", "North <b>Macedonia"],
            "latitude": [42.6, 41.6],
            "longitude": [20.9, 21.7],
            "chosen": [False, True],
            "operations": [1, 7],
            "ongoing": [1, 0],
            "same_operation": [("MKD",), ("XKX",)],
            "class": [0, 1],
        }
    )


@pytest.fixture
def operations() -> pd.DataFrame:
    columns = ["iso3", "country", "period", "activities"]
    return pd.DataFrame([("MKD", "Skopje & <a href='x'>", "1999 - 2001", ("CS", "DDR"))], columns=columns)


def draw(points: pd.DataFrame, **settings) -> go.Figure:
    return go.Figure(world_map(points, ((1, 1), (2, 7)), ["", ""], measure_name="Operations", **settings))


def trace(figure: go.Figure, uid: str):
    return next(trace for trace in figure.data if trace.meta == uid)


def test_points_hold_codes_sizes_and_are_paler_where_not_chosen(points):
    drawn = trace(draw(points), POINTS)
    assert list(drawn.customdata) == ["XKX", "MKD"]
    assert list(drawn.marker.size) == [6, 16]
    assert drawn.marker.opacity[0] < drawn.marker.opacity[1]


def test_the_legend_names_the_classes(points):
    figure = draw(points, by="colour", hatched=False)
    assert [trace.name for trace in figure.data if trace.name] == ["1", "2–7"]
    assert figure.layout.legend.title.text == "Operations"


def test_south_sudan_is_hatched_until_2011(points):
    assert trace(draw(points), HATCHING).mode == "lines"
    assert not [trace for trace in draw(points, hatched=False).data if trace.meta == HATCHING]


def test_hover_text_is_escaped_and_names_the_other_territory(points, operations):
    kosovo, macedonia = hover_texts(points, operations)
    assert "Drawn as the same operation as North &lt;b&gt;Macedonia" in kosovo
    assert "<a" not in macedonia and "Skopje &amp; &lt;a" in macedonia
    assert "1999 - 2001: CS, DDR" in macedonia and "and 6 more operations" in macedonia


def test_a_movie_keeps_the_order_of_points_and_says_what_each_year_shows():
    counts = pd.DataFrame([[1, 0], [1, 2]], columns=[2011, 2012])
    frames = year_movie(counts, {"2012": "one point"})["frames"]
    assert [(frame["name"], frame["shown"], frame["hatched"], frame["says"]) for frame in frames] == [
        ("any", "11", True, ""),
        ("2011", "11", True, ""),
        ("2012", "01", False, "one point"),
    ]


def test_the_view_fits_the_points_across_the_date_line():
    view = map_view(pd.DataFrame({"longitude": [178.0, -172.0], "latitude": [-17.0, -13.0]}))
    assert view["center"] == {"lon": 183.0, "lat": -15.0} and view["projection"]["scale"] > 4
    assert map_view(pd.DataFrame({"longitude": [], "latitude": []})) == {}


def test_the_map_of_the_built_in_table():
    table = load_built_in()
    counts = ask(select(table, Selection()), count_map)
    chart = map_chart(counts, table.reference)
    assert chart.says == "32 operations in 33 places"
    assert chart.config["topojsonURL"] == "app/static/"
    assert len(chart.movie["frames"]) == 26
    assert len(chart.figure_json()) + len(str(chart.movie)) < 300_000
    assert map_chart(counts, table.reference, year=2004).says == "2004: 24 operations in 25 places"
    assert map_chart(counts, table.reference, year=1970).says == "1970: 0 operations in 0 places"


def test_a_shape_has_the_colour_of_what_runs_and_a_point_only_where_it_is_too_small(points):
    figure = draw(points.assign(iso3=["XKX", "MKD"]), filled=True)
    fills, dots = trace(figure, "fills"), trace(figure, POINTS)
    assert list(fills.locations) == list(fills.customdata) == ["XKX", "MKD"]
    assert [line[:7] for line in fills.marker.line.color] == ["#1F78B4", "#808080"]
    # Kosovo* has no outline; the map is near enough for that of North Macedonia.
    assert [bool(size) for size in dots.marker.size] == [True, False]


def test_the_more_the_stronger():
    shades = {}
    for number in (0, 1, 2):
        place = {"iso3": "SDN", "latitude": 15.0, "longitude": 30.0, "chosen": True, "ongoing": 1}
        row = pd.DataFrame([place | {"class": number}])
        several = pd.concat([row, row.assign(**{"class": 2})], ignore_index=True)
        figure = world_map(several, ((1, 1), (2, 2), (3, 3)), ["", ""], measure_name="", filled=True)
        shades[number] = figure["data"][0]["colorscale"][0][1]
    assert list(shades.values()) == ["#1F78B459", "#1F78B4A1", "#1F78B4E6"]


@pytest.mark.parametrize(
    ("fields", "hatched"), [({}, True), ({"territory": ("SDN",)}, True), ({"region": ("Asia",)}, False)]
)
def test_south_sudan_is_hatched_where_sudan_is(built_in, fields, hatched):
    chart = map_chart(ask(select(built_in, Selection(**fields)), count_map), built_in.reference)
    assert any(drawn.get("meta") == HATCHING for drawn in chart.figure["data"]) == hatched


def test_the_movie_keeps_to_the_chosen_years(built_in):
    selected = select(built_in, Selection(years=(1996, 1999)))
    frames = map_chart(ask(selected, count_map), built_in.reference).movie["frames"]
    assert [frame["name"] for frame in frames] == ["any", "1996", "1997", "1998", "1999"]


def test_the_map_looks_at_what_is_chosen_by_whatever_filter(built_in):
    wide, near = (
        map_chart(ask(select(built_in, selection), count_map), built_in.reference).figure["layout"]["geo"]["projection"]
        for selection in (Selection(), Selection(search="Lebanon"))
    )
    assert near["scale"] > 4 > wide["scale"]
