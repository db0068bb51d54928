"""Whatever a page writes to its link is read, and what none writes is named with what is allowed."""

from datetime import date

import pytest

from analysis.selection.selection import PARAMETERS, Selection, to_query
from analysis.selection.settings import PAGE_SETTINGS, SECOND_SELECTIONS, setting_fields
from analysis.table.columns import OPERATION_COLUMNS, SHOWN_FIRST
from analysis.table.load import load_built_in
from api.errors import BadQuery
from api.parameters import link_parameters
from api.query import ignored_names, read_query

SELECTIONS = [
    Selection(),
    Selection(region=("Africa", "Asia"), subregion=("South-eastern Asia",), territory=("XKX", "TLS")),
    Selection(activity=("IDPs", "CS"), match="exactly", status=("ongoing", "closed")),
    Selection(years=(1999, 2006), when="started", search='timor & "é"', as_of=date(2003, 6, 30)),
]
# What pages write for settings whose values are no list.
FREE = {
    "columns": ["", "name", ",".join(OPERATION_COLUMNS)],
    "row": ["11"],
    "key": ["start", "country", ".id"],
    "iso3": ["MLI"],
    "with": ["CS"],
    "without": ["ND"],
    "year": ["2004"],
    "beside": ["1996"],
}
WRITTEN = [
    (page, name, value)
    for page in PAGE_SETTINGS
    for name, setting in setting_fields(page).items()
    for value in setting.metadata.get("codes") or FREE[name]
]


def read(**query: str | list[str]):
    """What a query of the built-in table asks for."""
    table = load_built_in()
    return read_query({name: [value] if isinstance(value, str) else value for name, value in query.items()}, table)


def faults_of(query: dict[str, list[str]]) -> list[tuple[str, str | None]]:
    """The name and value of each fault of a query."""
    with pytest.raises(BadQuery) as refused:
        read_query(query, load_built_in())
    return [(fault.parameter, fault.value) for fault in refused.value.faults]


@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_selection_is_read_as_a_page_writes_it(selection):
    assert read(**to_query(selection)).view.selection == selection
    for prefix in SECOND_SELECTIONS.values():
        assert read(**to_query(selection, prefix)).view.selection == Selection()


@pytest.mark.parametrize(("page", "name", "value"), WRITTEN)
def test_every_setting_that_a_page_writes_is_read(page, name, value):
    assert read(**{name: value}).view.selection == (Selection(territory=("MLI",)) if name == "iso3" else Selection())


def test_every_parameter_is_one_that_a_page_writes():
    second = [prefix + name for prefix in SECOND_SELECTIONS.values() for name in PARAMETERS]
    written = {*PARAMETERS, *second, "off", "lang", *(name for _page, name, _value in WRITTEN)}
    assert sorted(link_parameters(load_built_in())) == sorted(written)


def test_rows_have_the_columns_and_the_order_of_the_link():
    asked = read(sort="name", order="descending", columns="line,name,line")
    assert (asked.columns, asked.view.settings.sort, asked.view.settings.descending) == (("line", "name"), "name", True)


def test_without_columns_there_are_all_and_an_empty_list_is_what_the_page_shows_then():
    assert read().columns == tuple(OPERATION_COLUMNS)
    assert read(columns="").columns == SHOWN_FIRST


def test_the_sort_of_another_page_is_honoured_where_rows_know_it():
    assert read(sort="region").view.settings.sort == "region"
    assert read(sort="count").view.settings.sort == "start"
    assert ignored_names({"sort": ["count"]}, ("sort",)) == ["sort"]


def test_the_page_of_a_territory_holds_all_its_operations():
    asked = read(iso3="mli", region="asia", as_of="2000-01-01")
    assert asked.view.selection == Selection(territory=("MLI",), as_of=date(2000, 1, 1))
    assert ignored_names({"iso3": ["mli"], "region": ["asia"], "as_of": ["2000-01-01"]}, ()) == ["region"]


def test_a_reading_that_the_link_switches_off_is_off():
    asked = read(off="11.period", search="timor")
    assert [switch.code for switch in asked.table.off] == ["11.period"]
    assert asked.view.to_query() == {"search": ["timor"], "off": ["11.period"]}
    assert read().table.off == ()


def test_what_changes_nothing_is_named():
    query = {"region": ["asia"], "colour": ["status"], "b.region": ["africa"], "sort": ["name"], "row": ["3"]}
    assert ignored_names(query, ("sort",)) == ["colour", "b.region", "row"]
    assert ignored_names(query, ()) == ["colour", "b.region", "sort", "row"]


def test_the_link_back_holds_what_the_view_is_made_of():
    asked = read(region="Africa", colour="status", sort="name", columns="name,line", lang="en", row="3")
    assert asked.view.to_query() == {"region": ["africa"], "sort": ["name"], "columns": ["name,line"], "lang": ["en"]}
    assert read(iso3="MLI", sort="start", order="ascending").view.to_query() == {"territory": ["MLI"]}


@pytest.mark.parametrize(
    ("query", "faults"),
    [
        ({"regoin": ["africa"]}, [("regoin", None)]),
        ({"region": ["africa", "atlantis"]}, [("region", "atlantis")]),
        ({"years": ["2006-1999"], "as_of": ["2050-01-01"]}, [("years", "2006-1999"), ("as_of", "2050-01-01")]),
        ({"region": [""], "match": [" "]}, [("region", ""), ("match", " ")]),
        ({"sort": ["odd"], "columns": ["name,odd"]}, [("sort", "odd"), ("columns", "name,odd")]),
        ({"sort": ["name", "start"]}, [("sort", "start")]),
        ({"iso3": ["XXX"], "row": ["inf"], "year": ["99"]}, [("iso3", "XXX"), ("row", "inf"), ("year", "99")]),
        ({"b.region": ["atlantis"], "b.colour": ["status"]}, [("b.region", "atlantis"), ("b.colour", None)]),
        ({"lang": ["xx"]}, [("lang", "xx")]),
        ({"off": ["11.period", "3.period"]}, [("off", "3.period")]),
        ({"table": ["mine.xlsx"]}, [("table", "mine.xlsx")]),
        ({"search": ["a" * 201]}, [("search", "a" * 201)]),
        ({"": ["x"]}, [("", None)]),
    ],
)
def test_what_no_page_writes_is_named(query, faults):
    assert faults_of(query) == faults


def test_a_fault_says_what_is_allowed():
    with pytest.raises(BadQuery) as refused:
        read(match="most", as_of="soon", territory="ZZZ")
    match, as_of, territory = refused.value.faults
    assert match.allowed == ["any", "all", "none", "exactly"]
    assert match.message == "match=most means nothing here; allowed: any, all, none, exactly."
    assert as_of.allowed == ["a date such as 2006-12-31, not later than that"]
    assert {"MLI", "XKX"} <= set(territory.allowed)
    assert len(territory.message) < 400
