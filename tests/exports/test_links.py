"""A view's links lead back to it."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from analysis.selection.select import select
from analysis.selection.selection import Selection, from_query
from analysis.selection.settings import read_columns, read_settings
from analysis.table.columns import OPERATION_COLUMNS
from analysis.table.load import load_built_in
from analysis.trust.switched_off import table_without
from analysis.view import link_to
from exports.links import data_query
from tests.handovers import handover

SELECTIONS = [
    Selection(),
    Selection(region=("Africa", "Asia"), activity=("IDPs", "CS"), match="all", years=(1999, 2006), when="started"),
    Selection(territory=("CIV",), status=("ongoing", "closed"), search="Côte d'Ivoire & +?#%"),
    Selection(subregion=("Southern Asia",), as_of=date(2004, 6, 30)),
]


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_the_data_link_of_a_view_names_its_selection_order_and_columns(selection):
    table = load_built_in()
    view = handover(select(table, selection), ("name", "period"), "name", descending=True)
    query = parse_qs(urlsplit(link_to("http://127.0.0.1:8501/api/operations.csv", data_query(view))).query)
    assert from_query(query, table) == (selection, [])
    settings, ignored = read_settings("operations", query)
    assert (read_columns(settings.columns, table), ignored) == (["name", "period"], [])
    assert (settings.sort, settings.descending) == ("name", True)


def test_what_every_link_means_anyway_is_not_written(choose):
    assert data_query(handover(choose([("Mali", "2001", "CS")]))) == {}
    assert link_to("http://a/operations", {}) == "http://a/operations"


def test_further_columns_are_all_columns_too(choose):
    selected = choose([("Mali", "2001", "CS", "x")], further=["note"])
    assert data_query(handover(selected, (*OPERATION_COLUMNS, "note"))) == {}
    assert data_query(handover(selected)) == {"columns": [",".join(OPERATION_COLUMNS)]}


def test_readings_that_are_off_stay_off_in_the_data_link():
    table = table_without(load_built_in(), ("11.period",))
    assert data_query(handover(select(table, Selection()), columns=tuple(OPERATION_COLUMNS))) == {"off": ["11.period"]}
