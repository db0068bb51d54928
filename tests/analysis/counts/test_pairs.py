"""Activities crossed with places and years, and which of them go together."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.counts.count import count_years
from analysis.counts.crossed import count_activities_by, count_activity_years, expand_memberships, tally_far_apart
from analysis.counts.pairs import count_pairs, find_without, pairs_apart
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.memberships import facet_memberships
from analysis.views.matrix import lay_out_matrix

ROWS = [
    ("Kosovo (FYROM) & Macedonia", "2003 - 2004", "CS, DDR"),
    ("Kenya", "2004; 2006", "CS"),
    ("Mali", "2004 - on going", "DDR, IDPs"),
    ("Mali", "2006", "DDR"),
]


@pytest.fixture
def whole(built_in):
    """All operations of the leaflet."""
    return select(built_in, Selection())


def test_activities_by_region_count_an_operation_once_in_each_pair(choose):
    expected = pd.DataFrame(
        {
            "region": ["Africa"] * 3 + ["Europe"] * 3,
            "activity": ["DDR", "CS", "IDPs"] * 2,
            "operations": [2, 1, 1, 1, 1, 0],
        }
    )
    assert_frame_equal(count_activities_by(choose(ROWS), "region"), expected, check_dtype=False)


def test_activities_by_region_of_parts_add_up_to_the_whole(built_in, whole):
    keys = ["region", "activity"]
    parts = [select(built_in, Selection(status=(status,))) for status in ("ongoing", "closed")]
    added = pd.concat([count_activities_by(part, "region") for part in parts]).groupby(keys)["operations"].sum()
    counts = count_activities_by(whole, "region").set_index(keys)["operations"]
    assert (added.reindex(counts.index) == counts).all()


def test_activities_by_year_run_without_gaps_to_the_as_of_year(choose):
    expected = pd.DataFrame(
        {
            "activity": ["DDR"] * 4 + ["CS"] * 4 + ["IDPs"] * 4,
            "year": [2003, 2004, 2005, 2006] * 3,
            "active": [1, 2, 1, 2, 1, 2, 0, 1, 0, 1, 1, 1],
            "started": [1, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0],
        }
    )
    assert_frame_equal(count_activity_years(choose(ROWS)), expected, check_dtype=False)


def test_an_activity_of_every_operation_has_the_years_of_all(choose):
    selected = choose([(country, period, "CS") for country, period, _area in ROWS])
    years = count_activity_years(selected)
    assert_frame_equal(years[["year", "active", "started"]], count_years(selected)[["year", "active", "started"]])


def test_no_readable_period_gives_no_years(choose):
    assert count_activity_years(choose([("Kenya", "soon", "CS")])).empty


def test_pairs_of_the_leaflet(whole):
    pairs = count_pairs(whole)
    assert pairs.iloc[0].tolist() == ["CS", "IDPs", 20, 26, 24]
    assert (len(pairs), pairs_apart(pairs)) == (10, [("OCV", "ND")])


def test_pairs_of_one_activity_are_none(choose):
    assert count_pairs(choose([("Kenya", "2004", "CS")])).empty


@pytest.mark.parametrize(
    ("having", "lacking", "count"), [("IDPs", "CS", 4), ("DDR", "IDPs", 7), ("OCV", "CS", 0), ("CS", "XX", 26)]
)
def test_with_one_but_without_another(whole, having, lacking, count):
    assert find_without(whole, having, lacking).sum() == count


def test_with_and_without_stays_within_the_selection(built_in):
    assert find_without(select(built_in, Selection(region=("Africa",))), "DDR", "IDPs").sum() == 4


def test_matrix_has_a_row_for_each_name_and_says_what_opens(choose):
    matrix = lay_out_matrix(choose(ROWS), "count")
    assert matrix.rows[["name", "operations", "activities"]].to_numpy().tolist() == [
        ["Mali", 2, 2],
        ["Kosovo* and North Macedonia", 1, 2],
        ["Kenya", 1, 1],
    ]
    assert matrix.cells.to_numpy().tolist() == [
        [0, "IDPs", 1, "MLI"],
        [0, "DDR", 2, "MLI"],
        [1, "DDR", 1, "XKX+MKD"],
        [1, "CS", 1, "XKX+MKD"],
        [2, "CS", 1, "KEN"],
    ]
    assert (matrix.more, matrix.single, matrix.full) == (0, 1, 0)


def test_a_place_that_is_not_known_opens_its_operation(choose):
    assert lay_out_matrix(choose([("Atlantis", "2004", "CS")]), "count").cells["opens"].tolist() == ["2"]
    twice = [("Atlantis", "2004", "CS"), ("Atlantis", "2005", "CS")]
    assert lay_out_matrix(choose(twice), "count").cells["opens"].tolist() == [""]


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("region", ["Kenya", "Mali", "Kosovo* and North Macedonia"]),
        ("name", ["Kenya", "Kosovo* and North Macedonia", "Mali"]),
    ],
)
def test_matrix_in_other_orders(choose, sort, names):
    assert lay_out_matrix(choose(ROWS), sort).rows["name"].tolist() == names


def test_matrix_says_how_many_rows_there_is_no_room_for(whole):
    matrix = lay_out_matrix(whole, "name", most=5)
    assert (len(matrix.rows), matrix.more, set(matrix.cells["row"])) == (5, 27, {0, 1, 2, 3, 4})


def test_matrix_of_a_row_without_activity_has_no_cell(choose):
    matrix = lay_out_matrix(choose([("Kenya", "2004", "")]), "count")
    assert (len(matrix.rows), len(matrix.cells)) == (1, 0)


def test_expanded_links_are_those_of_each_holder(whole):
    links = facet_memberships(whole.snapshot.table, "activity")
    row, option = expand_memberships(links, links.holder_of[:3])
    found = [sorted(links.codes[option[row == place]]) for place in range(3)]
    assert found == [["CS", "DDR", "IDPs", "OCV"], ["CS", "DDR", "IDPs"], ["IDPs"]]


@pytest.mark.parametrize("far", [1, 10_000_000])
def test_numbers_near_and_far_are_counted(far, make_table):
    import numpy as np

    table = make_table([("Kenya", "2004", "CS")] * 4)
    found = tally_far_apart(table, np.array([0, 1, 3]), np.array([3, 1, 3]) * far, np.array([10, 20, 30]))
    values, counts, sums = found
    assert (values.tolist(), counts.tolist(), sums.tolist()) == ([far, 3 * far], [1, 2], [20, 40])
