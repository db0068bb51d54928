"""Two selections side by side: what each has, what both have, and the comparisons that are ready to choose."""

from datetime import date

import pandas as pd
from pandas.testing import assert_frame_equal

from analysis.selection.select import select
from analysis.selection.selection import Selection, from_query, to_query
from analysis.views.comparison.compare import (
    compare,
    compare_activities,
    compare_curves,
    compare_numbers,
    compare_years,
    compared_sentences,
)
from analysis.views.comparison.presets import ready_comparisons

ROWS = [
    ("Kenya", "2000 - 2002", "CS, DDR"),
    ("Mali", "2001 - on going", "CS"),
    ("Iraq", "2003 - on going", "IDPs"),
    ("Kosovo (FYROM) & Macedonia", "2006", "CS"),
]


def sides(make_table, first: Selection, second: Selection, left_out: bool = False):
    table = make_table(ROWS)
    return compare(select(table, first), select(table, second), left_out)


def test_activities_as_counts_and_shares_most_common_in_a_first(make_table):
    comparison = sides(make_table, Selection(region=("Africa",)), Selection(region=("Asia", "Europe")))
    expected = pd.DataFrame(
        {
            "activity": ["CS", "DDR", "IDPs"],
            "first": [2, 1, 0],
            "second": [1, 0, 1],
            "first_share": [1.0, 0.5, 0.0],
            "second_share": [0.5, 0.0, 0.5],
        }
    )
    assert_frame_equal(compare_activities(comparison), expected)


def test_a_selection_with_nothing_has_no_shares(make_table):
    comparison = sides(make_table, Selection(region=("Africa",)), Selection(region=("Oceania",)))
    counts = compare_activities(comparison)
    assert counts["second"].tolist() == [0, 0]
    assert counts["second_share"].isna().all()
    assert compare_numbers(comparison).loc["B"].fillna(0).tolist() == [0, 0, 0, 0, 0, 0]


def test_years_run_over_both_without_gaps(make_table):
    years = compare_years(sides(make_table, Selection(region=("Africa",)), Selection(region=("Europe",))))
    assert years["year"].tolist() == [2000, 2001, 2002, 2003, 2004, 2005, 2006]
    assert years["first"].tolist() == [1, 2, 2, 1, 1, 1, 1]
    assert years["second"].tolist() == [0, 0, 0, 0, 0, 0, 1]


def test_years_after_an_earlier_as_of_date_are_not_known(make_table):
    earlier = Selection(as_of=date(2004, 12, 31))
    years = compare_years(sides(make_table, earlier, Selection(region=("Asia",))))
    assert years["first"].isna().tolist() == [False] * 5 + [True] * 2
    assert years["second"].tolist() == [0, 0, 0, 1, 1, 1, 1]


def test_two_empty_selections_have_no_years(make_table):
    nothing = Selection(region=("Oceania",))
    assert compare_years(sides(make_table, nothing, nothing)).empty


def test_what_is_in_both_is_counted_and_can_be_left_out_of_b(make_table):
    with_cs, in_africa = Selection(activity=("CS",)), Selection(region=("Africa",))
    both = sides(make_table, with_cs, in_africa)
    assert (both.shared, both.second.count) == (2, 2)
    parted = sides(make_table, with_cs, Selection(), left_out=True)
    assert (parted.shared, parted.second.count) == (3, 1)
    assert parted.second.operations["country"].tolist() == ["Iraq"]
    assert compared_sentences(parted) == (
        "3 of 4 operations: with Community Stabilization",
        "1 of 4 operations: not in the first",
    )


def test_the_same_operations_are_the_same_only_as_of_the_same_date(make_table):
    assert sides(make_table, Selection(), Selection(activity=("ND",), match="none")).same
    assert not sides(make_table, Selection(), Selection(as_of=date(2006, 12, 30))).same


def test_curves_begin_at_one_and_too_few_spells_draw_none(built_in):
    comparison = compare(
        select(built_in, Selection(region=("Africa",))), select(built_in, Selection(region=("Europe",)))
    )
    curves = compare_curves(comparison)
    assert curves["part"].unique().tolist() == ["A"]
    assert curves.iloc[0, 1:].tolist() == [0.0, 1.0, 1.0, 1.0]
    assert comparison.survivals[1].too_few


def test_the_numbers_of_africa_and_asia(built_in):
    first, second = (select(built_in, Selection(region=(region,))) for region in ("Africa", "Asia"))
    numbers = compare_numbers(compare(first, second))
    assert numbers.loc["A"].tolist() == [13, 7, 13, 1, 13, 1982]
    assert numbers.loc["B"].tolist() == [13, 9, 13, 1, 14, 1992]


def test_ready_comparisons_of_the_whole_table(built_in):
    ready = ready_comparisons(select(built_in, Selection()))
    assert [item.text for item in ready] == [
        "Africa and Asia",
        "Africa and other regions",
        "with Out of Country Voting and without",
        "started 1996 to 2000 and 2001 to 2006",
    ]
    counts = [(select(built_in, item.first).count, select(built_in, item.second).count) for item in ready]
    assert counts == [(13, 13), (13, 19), (5, 27), (10, 19)]


def test_ready_comparisons_keep_the_other_conditions(built_in):
    selection = Selection(region=("Asia",), activity=("IDPs",))
    ready = {item.text: item for item in ready_comparisons(select(built_in, selection))}
    everything = ready["this selection and everything else"]
    assert (everything.first, everything.second, everything.left_out) == (selection, Selection(), True)
    others = ready["Asia and other regions"].second
    assert others == Selection(region=("Africa", "Americas", "Europe"), activity=("IDPs",))
    without = ready["with Internally Displaced People and without"].second
    assert without == Selection(region=("Asia",), activity=("IDPs",), match="none")


def test_a_table_of_one_row_has_nothing_to_compare(make_table):
    assert ready_comparisons(select(make_table([("Kenya", "2006", "CS")]), Selection())) == []


def test_a_second_selection_stands_in_a_link_behind_its_prefix(built_in):
    second = Selection(region=("Asia",), activity=("OCV",), match="none", years=(1996, 2000), when="started")
    query = to_query(Selection(region=("Africa",))) | to_query(second, "b.")
    assert query["b.region"] == ["asia"]
    assert from_query(query, built_in, "b.") == (second, [])
    assert from_query(query, built_in) == (Selection(region=("Africa",)), [])


def test_what_means_nothing_in_a_second_selection_is_named_with_its_prefix(built_in):
    _selection, ignored = from_query({"b.region": ["atlantis"]}, built_in, "b.")
    assert ignored[0].startswith("b.region=atlantis means nothing here")
