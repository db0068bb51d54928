"""Rows that are parts of one operation, put together by an id."""

from datetime import date

import pytest

from analysis.intake.read import read_intake

ROWS = [
    "Project,Title,Country,Start,End,Status,Sector,Budget USD,Place",
    "P1,Roads,Mali,2001,2002,Closed,Transport,100,Gao",
    "P1,Roads,Niger,2004,,Active,Transport; Water,50,Diffa",
    "P2,Wells,Chad,2003,2003,Closed,Water,7,Lac",
    ",Alone,Togo,2003,2003,Closed,Water,7,Kara",
    ",Alone too,Togo,2003,2003,Closed,Water,7,Kara",
]


def take(*rows: str, **chosen):
    """A table of these rows."""
    return read_intake("\n".join(rows).encode(), "t.csv", **chosen)


@pytest.fixture(scope="module")
def together():
    """Five rows that are four operations."""
    return take(*ROWS, together="Project")


def test_places_activities_and_periods_of_the_rows_are_those_of_the_operation(together):
    table = together.table
    assert table.operations["line"].tolist() == [2, 4, 5, 6]
    assert table.operations["country"].tolist() == ["Mali; Niger", "Chad", "Togo", "Togo"]
    of_first = table.set_activities[table.set_activities["activity_set"] == table.operations["activity_set"].iloc[0]]
    assert sorted(of_first["activity"]) == ["Transport", "Water"]
    first = table.spells[table.spells["operation"] == 0]
    assert first["start"].dt.year.tolist() == [2001, 2004] and first["end_precision"].tolist() == ["year", "ongoing"]
    assert together.columns.period == "Period" and not together.columns.start
    assert "5 rows were put together to 4 operations by 'Project'." in [note.say() for note in together.notes]


def test_the_as_of_date_is_that_of_the_rows(together):
    assert together.table.as_of == take(*ROWS).table.as_of == date(2004, 12, 31)


def test_a_status_is_that_of_the_part_which_has_come_least_far(together):
    assert together.table.operations["Status"].tolist() == ["Active", "Closed", "Closed", "Closed"]


def test_amounts_are_added_up_unless_each_row_repeats_the_same(together):
    assert together.table.operations["Budget USD"].tolist() == ["150", "7", "7", "7"]
    assert "Where rows were put together, Budget USD were added up." in [note.say() for note in together.notes]
    same = take("Id,Country,Start,Budget", "P1,Mali,2001,90", "P1,Niger,2001,90", "P2,Chad,2002,5", together="Id")
    assert same.table.operations["Budget"].tolist() == ["90", "5"]


def test_amounts_in_several_currencies_are_never_added_up():
    rows = ["Id,Country,Start,Budget,Currency", "P1,Mali,2001,90,USD", "P1,Niger,2001,80,EUR", "P2,Chad,2002,5,USD"]
    assert take(*rows, together="Id").table.operations["Budget"].tolist() == ["90; 80", "5"]


def test_a_date_that_cannot_be_read_is_named_though_another_row_has_one():
    intake = take("Id,Country,Start,End", "P1,Mali,soon,2003", "P1,Mali,2001,2002", "P2,Chad,2002,2003", together="Id")
    assert intake.table.problems[["line", "value"]].to_numpy().tolist() == [[2, "soon - 2003"]]
    assert intake.table.spells["start"].dt.year.tolist() == [2001, 2002]


def test_rows_without_the_same_id_stay_as_they_are():
    alone = take("Id,Country,Start", "P1,Mali,2001", "P2,Chad,2002", together="Id")
    assert alone.table.operations["Start"].tolist() == ["2001", "2002"] and alone.columns.start == "Start"
