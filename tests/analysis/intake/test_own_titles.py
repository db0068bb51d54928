"""Titles and ids of a user's own table: kept with it, found by search, and what operations are called."""

import numpy as np
import pytest

from analysis.intake.read import read_intake
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.selection.settings import read_columns
from analysis.table.columns import shown_first
from analysis.table.snapshot import take_snapshot
from analysis.views.operation import find_operation
from analysis.views.rows import operation_labels
from analysis.views.timeline import lay_out_timeline

APPEALS = b"""Appeal code,Title,Country,Start date,End date,Sector,heading
MDR1,Equatorial Guinea - Marburg outbreak,Equatorial Guinea,2003-02-26,2003-07-31,Health,a
MDR2,Floods in the south,Zambia,2003-02-25,2003-06-30,Shelter,b
MDR3,,Kenya,2004-02-25,2004-06-30,Shelter,
"""


@pytest.fixture(scope="module")
def table():
    return read_intake(APPEALS, "appeals.csv").table


def test_the_columns_of_titles_and_ids_are_kept_by_name(table):
    assert (table.own.title, table.own.id) == ("Title", "Appeal code")


@pytest.mark.parametrize(("search", "found"), [("marburg", [0]), ("mdr2", [1]), ("Kenya", [2]), ("none", [])])
def test_search_looks_into_titles_and_ids_beside_names(table, search, found):
    assert np.flatnonzero(select(table, Selection(search=search)).chosen).tolist() == found


def test_an_operation_is_called_by_its_title_and_by_its_place_where_the_title_does_not_say_it(table):
    assert operation_labels(take_snapshot(table), np.arange(3)).tolist() == [
        "Equatorial Guinea - Marburg outbreak",
        "Floods in the south (Zambia)",
        "Kenya",
    ]


def test_lines_of_the_timeline_are_called_so_whatever_other_columns_are_called(table):
    lines = lay_out_timeline(select(table, Selection()), "start", "none").lines
    assert lines["label"].tolist()[0] == "Floods in the south (Zambia)"
    assert not lines["heading"].any()


def test_rows_show_the_title_beside_the_country_until_columns_are_chosen(table):
    assert read_columns("", table) == shown_first(table)
    assert shown_first(table)[:3] == ["name", "Title", "region"]
    assert read_columns("name,region", table) == ["name", "region"]


def test_an_operation_whole_has_its_label_and_what_other_columns_hold(table):
    operation = find_operation(select(table, Selection()), 4)
    assert operation.label == "Kenya"
    assert operation.further["Appeal code"] == "MDR3"
    assert not {"Title", "heading"} & set(operation.further)
