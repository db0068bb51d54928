"""Places below the country by their coordinates: each where it is, in squares where they are dense."""

import pytest

from analysis.counts.ask import ask
from analysis.intake.read import read_intake
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.views.map.sites import count_sites, has_sites
from widgets.draw.map import draw_sites

ROWS = [
    "Country;Start;GPS lat;GPS lon",
    "Mali;2001;16,27;-0.04",
    "Mali;2002;16.27;-0.04",
    "Chad;2003;13.5;14.7",
]


def chosen(rows: list[str], **selection):
    """A selection of a table of these rows."""
    return select(read_intake("\n".join(rows).encode(), "a.csv").table, Selection(**selection))


def test_operations_at_one_place_are_one_point_and_what_has_none_is_left_out():
    selected = chosen([*ROWS, "Togo;2003;;", "Togo;2003;1.5;", "Togo;2003;95.5;3.5"])
    sites = ask(selected, count_sites, 0.0)
    assert sites.to_numpy().tolist() == [[16.27, -0.04, 2], [13.5, 14.7, 1]]
    chart = draw_sites(selected)
    assert chart.says == "3 of 6 operations in 2 places by their coordinates."
    assert chart.figure["data"][0]["marker"]["size"] == [26.0, 6.0] and not chart.counted
    assert len(ask(chosen(ROWS, territory=("TCD",)), count_sites, 0.0)) == 1


def test_dense_places_stand_for_squares_and_no_operation_is_lost():
    rows = [f"Mali;2001;{10 + number / 100:.2f};{number / 200:.3f}" for number in range(900)]
    selected = chosen([ROWS[0], *rows])
    chart = draw_sites(selected)
    assert len(chart.table) <= 600 and chart.table["Operations"].sum() == 900
    assert chart.counted == "Where places are dense, a point stands for all in its square."
    assert ask(selected, count_sites, 10.0).to_numpy().tolist() == [[15.0, 5.0, 900]]


@pytest.mark.parametrize(
    "rows",
    [
        ["Country;Start;Latitude", "Mali;2001;16.2", "Chad;2002;13.5"],  # a latitude alone
        ["Country;Start;Lat;Long", "Mali;2001;16;1", "Chad;2002;13;2"],  # whole numbers may be anything
        ["Country;Start;Lat;Lon", "Mali;2001;north;east", "Chad;2002;13.5;far"],
        ["Country;Start;Lat;Lon", "Mali;2001;1600.5;1.5", "Chad;2002;1300.5;2.5"],  # beyond the globe
    ],
)
def test_what_are_no_coordinates_are_no_places(rows):
    assert not has_sites(chosen(rows).snapshot.table)


def test_nothing_left_is_an_empty_map():
    chart = draw_sites(chosen(ROWS, search="nowhere"))
    assert chart.table.empty and chart.says == "0 of 0 operations in 0 places by their coordinates."
