"""The points of the map, their classes, and what is not drawn."""

from datetime import date

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.reading.reference import load_reference
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.build import build_table
from analysis.table.load import load_built_in
from analysis.views.map.classes import add_class, class_labels, measure_classes
from analysis.views.map.hover import list_point_operations
from analysis.views.map.notes import count_drawn, count_drawn_by_year, list_undrawn, list_without_year, map_notes
from analysis.views.map.points import count_points, count_points_by_year

ROWS = [
    ("Mali", "2000 - 2001", "CS"),
    ("Mali", "2001 - on going", "IDPs, CS"),
    ("Kosovo; North Macedonia", "2003", "CS"),
    ("Atlantis", "2002", "CS"),
    ("Fiji; Atlantis", "one day", "ND"),
]


@pytest.fixture(scope="module")
def small():
    rows = pd.DataFrame(
        [(line, *row) for line, row in enumerate(ROWS, start=2)], columns=["line", "country", "period", "area"]
    )
    return select(build_table(rows, load_reference(), date(2003, 12, 31)), Selection())


def test_count_points(small):
    points = count_points(small)
    expected = pd.DataFrame(
        {
            "iso3": ["FJI", "XKX", "MLI", "MKD"],
            "name": ["Fiji", "Kosovo*", "Mali", "North Macedonia"],
            "operations": [1, 1, 2, 1],
            "ongoing": [0, 0, 1, 0],
            "years_active": [0, 1, 4, 1],
            "activities": [1, 1, 2, 1],
            "first_year": pd.array([None, 2003, 2000, 2003], "Int64"),
            "same_operation": [(), ("MKD",), (), ("XKX",)],
        }
    )
    assert_frame_equal(points[list(expected)], expected, check_dtype=False)
    assert points["longitude"].between(-180, 180).all() and points["chosen"].all()


def test_count_points_by_year(small):
    counts = count_points_by_year(small)
    assert counts.to_dict("list") == {
        2000: [0, 0, 1, 0],
        2001: [0, 0, 2, 0],
        2002: [0, 0, 1, 0],
        2003: [0, 1, 1, 1],
    }


def test_what_is_not_drawn_has_its_reason(small):
    undrawn = list_undrawn(small)
    assert undrawn[["line", "country"]].values.tolist() == [[5, "Atlantis"], [6, "Fiji; Atlantis"]]
    assert "no country" in undrawn["reason"][0] and "without “Atlantis”" in undrawn["reason"][1]
    assert list_without_year(small)["line"].tolist() == [6]
    assert count_drawn(small) == 4
    assert count_drawn_by_year(small).to_numpy().tolist() == [[2000, 1], [2001, 2], [2002, 1], [2003, 2]]


def test_the_first_operations_of_a_territory(small):
    assert list_point_operations(small, most=1).loc[lambda rows: rows["iso3"] == "MLI"].values.tolist() == [
        ["MLI", "Mali", "2000 - 2001", ("CS",)]
    ]


def test_the_built_in_table_has_33_points_of_32_operations():
    selected = select(load_built_in(), Selection())
    points = count_points(selected)
    assert (len(points), count_drawn(selected), len(list_undrawn(selected))) == (33, 32, 0)
    counts = count_points_by_year(selected)
    assert int((counts[2004] > 0).sum()) == 25 and count_drawn_by_year(selected).set_index("year")["active"][2004] == 24


def test_the_other_territory_of_a_chosen_operation_is_there_but_not_chosen():
    points = count_points(select(load_built_in(), Selection(territory=("MKD",))))
    assert points[["iso3", "chosen"]].values.tolist() == [["XKX", False], ["MKD", True]]


def test_no_operation_no_point():
    assert count_points(select(load_built_in(), Selection(search="nowhere"))).empty


def test_notes_on_kosovo_sudan_and_boundaries_are_always_there():
    text = " ".join(map_notes(load_built_in().reference, ["AFG"]))
    assert all(word in text for word in ("UNSCR 1244", "South Sudan", "Boundaries", "UN Geodata"))


@pytest.mark.parametrize(
    ("values", "measure", "labels"),
    [
        ([1, 1], "operations", ["1"]),
        ([0, 1, 4], "ongoing", ["0", "1", "4"]),
        (range(1, 4000), "operations", ["1–9", "10–99", "100–999", "1000–3999"]),
        ([0, *range(3, 12)], "ongoing", ["0", "3–5", "6–8", "9–11"]),
        (range(1982, 2007), "first_year", ["1982–1989", "1990–1999", "2000–2006"]),
        (range(1996, 2007), "first_year", ["1996–1998", "1999–2001", "2002–2004", "2005–2006"]),
        ([], "operations", []),
    ],
)
def test_classes_are_few_and_round(values, measure, labels):
    assert class_labels(measure_classes(pd.Series(values, dtype="Int64"), measure)) == labels


def test_add_class_marks_what_is_not_known():
    points = pd.DataFrame({"first_year": pd.array([1990, None, 2001], "Int64")})
    assert add_class(points, "first_year", ((1982, 1999), (2000, 2006)))["class"].tolist() == [0, -1, 1]
