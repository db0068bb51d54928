"""A view is its link: each field is read from it and written to it."""

from datetime import date

import pytest

from analysis.selection.selection import Selection
from analysis.selection.settings import MapSettings, OperationsSettings, TimelineSettings
from analysis.view import View, default_view

VIEWS = [
    default_view("overview"),
    View("timeline", Selection(region=("Africa",)), settings=TimelineSettings(sort="name", events="hidden")),
    View("compare", Selection(activity=("CS",)), Selection(as_of=date(2003, 6, 30)), default_view("compare").settings),
    View("map", settings=MapSettings(year="2004"), off=("11.period",), language="fr", table="mine.csv"),
    View("operations", settings=OperationsSettings(order="descending", row="3", columns="name,line")),
]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.page)
def test_a_view_comes_back_from_its_link(built_in, view):
    assert View.from_query(view.page, view.to_query(), built_in) == (view, [])


def test_a_page_with_nothing_chosen_has_an_empty_link():
    assert default_view("operations").to_query() == {}


def test_a_link_names_a_second_selection_on_pages_that_compare_alone(built_in):
    query = {"b.region": ["asia"]}
    view, ignored = View.from_query("compare", query, built_in)
    assert (view.second, ignored) == (Selection(region=("Asia",)), [])
    view, ignored = View.from_query("map", query, built_in)
    assert (view.second, ignored) == (Selection(), ["b.region is no filter or setting of this page."])


def test_a_language_that_nobody_speaks_is_named_once_and_not_handed_on(built_in):
    view, ignored = View.from_query("map", {"lang": ["tlh"]}, built_in)
    assert ignored == ["lang=tlh means nothing here; allowed: en, ar, es, fr."]
    assert view.to_query() == {}


def test_what_means_nothing_is_named_and_the_rest_holds(built_in):
    query = {"region": ["africa", "atlantis"], "off": ["3.period"], "year": ["soon"], "colour": ["red"]}
    view, ignored = View.from_query("map", query, built_in)
    assert view == View("map", Selection(region=("Africa",)), settings=MapSettings())
    assert [sentence.split(" ")[0] for sentence in ignored] == [
        "off=3.period",
        "region=atlantis",
        "year=soon",
        "colour",
    ]


def test_activities_are_read_as_the_table_is_without_the_readings_that_are_off(make_table):
    table = make_table([("Mali", "2001", "idps"), ("Chad", "2001", "IDPs")])
    code = f"{table.readings['line'].iloc[0]}.area"
    view, ignored = View.from_query("overview", {"activity": ["idps"], "off": [code]}, table)
    assert (view.off, view.selection.activity, ignored) == ((code,), ("idps",), [])
    assert View.from_query("overview", {"activity": ["idps"]}, table)[0].selection.activity == ("IDPs",)
