from datetime import date

import pytest

from analysis.selection.selection import Selection, canonical
from analysis.table.load import load_built_in
from analysis.table.vocabulary import year_span
from widgets.filters.changes import apply_change, drop_outside, in_turn, whole_years


@pytest.fixture(scope="module")
def table():
    return load_built_in()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("region", ["Africa", "Asia"], Selection(region=("Africa", "Asia"))),
        ("activity", [], Selection()),
        ("match", "all", Selection(match="all")),
        ("when", "ended", Selection(when="ended")),
        ("search", "a" * 300, Selection(search="a" * 200)),
        ("years", [1999, 2006], Selection(years=(1999, 2006))),
        ("as_of", "2003-06-30", Selection(as_of=date(2003, 6, 30))),
        ("as_of", "", Selection()),
    ],
)
def test_one_filter_changes(name, value, expected):
    assert apply_change(Selection(), name, value) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("region", "Africa"),
        ("match", "some"),
        ("when", None),
        ("search", 7),
        ("years", [1999]),
        ("years", ["x", "y"]),
        ("as_of", "soon"),
        ("as_of", 2003),
        ("page", "about"),
    ],
)
def test_what_nobody_could_have_sent_changes_nothing(name, value):
    assert apply_change(Selection(), name, value) == Selection()


def test_how_activities_match_is_kept_where_it_was_chosen_in_one_go_before_them(table):
    selection = Selection()
    for name, value in in_turn({"match": "none", "activity": ["CS"], "search": "a"}):
        selection = canonical(apply_change(selection, name, value), table)
    assert selection == Selection(activity=("CS",), match="none", search="a")


def test_the_years_run_from_the_first_start_to_the_as_of_date(table):
    assert year_span(table) == (1982, 2006)


def test_all_years_are_no_condition_while_they_mean_active(table):
    assert whole_years(Selection(years=(1982, 2006)), "years", table) == Selection()
    assert whole_years(Selection(years=(1983, 2006)), "years", table) == Selection(years=(1983, 2006))


def test_started_without_years_asks_it_of_all_years(table):
    expected = Selection(years=(1982, 2006), when="started")
    assert whole_years(Selection(when="started"), "when", table) == expected


def test_a_region_drops_what_lies_outside_it(table):
    chosen = Selection(region=("Africa",), subregion=("Southern Asia", "Sub-Saharan Africa"), territory=("AFG", "AGO"))
    expected = Selection(region=("Africa",), subregion=("Sub-Saharan Africa",), territory=("AGO",))
    assert drop_outside(chosen, table) == (expected, ["Southern Asia", "Afghanistan"])


def test_no_region_drops_nothing(table):
    chosen = Selection(territory=("AFG",))
    assert drop_outside(chosen, table) == (chosen, [])
