"""Columns that do not say one thing each: parts of dates, a column a year, second periods, headings in two rows."""

import io

import openpyxl
import pytest

from analysis.intake.read import read_intake


def take(*lines: str):
    """A table of these lines."""
    return read_intake("\n".join(lines).encode(), "t.csv")


def spells(intake) -> list[tuple[int, str, str]]:
    """Each spell: its row, its first day, and its last day or how it ends."""
    table = intake.table.spells
    ends = table["end"].dt.strftime("%Y-%m-%d").where(table["end"].notna(), table["end_precision"])
    return list(zip(table["operation"].tolist(), table["start"].dt.strftime("%Y-%m-%d"), ends, strict=True))


def test_a_date_in_parts_is_as_precise_as_its_row():
    intake = take("Pays,Année,Mois,Jour", "Mali,2001,mars,7", "Tchad,2002,11,", "Niger,2003,,")
    assert spells(intake) == [
        (0, "2001-03-07", "2001-03-07"), (1, "2002-11-01", "2002-11-30"), (2, "2003-01-01", "2003-12-31"),
    ]  # fmt: skip
    assert [note.say() for note in intake.notes] == ["'Date' is put together from Année, Mois, Jour."]


def test_starts_and_ends_in_parts_are_put_together_each():
    intake = take("Country,Start year,Start month,End year,End month", "Mali,2001,3,2002,4", "Chad,2003,12,2005,1")
    assert spells(intake) == [(0, "2001-03-01", "2002-04-30"), (1, "2003-12-01", "2005-01-31")]


def test_ends_in_parts_are_put_together_though_most_are_blank():
    intake = take(
        "Country,Start year,Start month,End year,End month", "Mali,2001,3,,", "Chad,2003,12,,", "Togo,2001,1,2005,1"
    )
    assert spells(intake)[2] == (2, "2001-01-01", "2005-01-31")


def test_a_month_without_a_year_beside_it_is_no_date():
    assert "Month" in take("Country,Start,Month", "Mali,2001,3", "Chad,2002,4").sheet.cells


def test_a_column_a_year_gives_the_years_that_hold_something():
    intake = take("Country,2001,2002,2003,2004", "Mali,10,20,0,5", "Chad,,x,x,", "Togo,-,-,-,yes")
    assert spells(intake) == [
        (0, "2001-01-01", "2002-12-31"), (0, "2004-01-01", "2004-12-31"), (1, "2002-01-01", "2003-12-31"),
        (2, "2004-01-01", "2004-12-31"),
    ]  # fmt: skip
    assert "2001" in intake.table.operations and not len(intake.table.set_activities)


def test_years_that_are_marked_yes_or_no_are_no_activities():
    intake = take("Country,2001,2002,2003", "Mali,x,x,", "Chad,,x,x", "Togo,x,,x")
    assert not len(intake.table.set_activities) and intake.columns.activity == ()


def test_years_as_columns_beside_a_start_are_amounts():
    intake = take("Country,Start,End,2001,2002", "Mali,1999,2003,5,6", "Chad,2000,2004,7,8")
    assert (intake.columns.start, intake.columns.period) == ("Start", None)


def test_a_second_start_and_end_are_a_second_period():
    intake = take(
        "Country,Start 1,End 1,Start 2,End 2", "Mali,2001,2002,2004,2005", "Chad,2003,2004,,", "Togo,2001,2001,2003,"
    )
    assert spells(intake) == [
        (0, "2001-01-01", "2002-12-31"), (0, "2004-01-01", "2005-12-31"), (1, "2003-01-01", "2004-12-31"),
        (2, "2001-01-01", "2001-12-31"), (2, "2003-01-01", "ongoing"),
    ]  # fmt: skip


def test_a_line_without_headings_is_a_row():
    intake = take("P1,Kenya,2001,Wells", "P2,Mali,2003,Roads", "P3,Chad,2002,Wells")
    assert intake.table.operations["country"].tolist() == ["Kenya", "Mali", "Chad"]
    assert intake.table.operations["line"].tolist() == [1, 2, 3]
    assert intake.notes[0].say().startswith("There are no headings")


@pytest.mark.parametrize("heading", ["Country,Period,2001", "Country,Year,Kenya"])
def test_headings_that_are_known_are_no_row(heading):
    assert len(take(heading, "Mali,2003,1", "Chad,2002,2").table.operations) == 2


def test_merged_headings_over_headings_name_the_columns():
    book = openpyxl.Workbook()
    rows = [
        ["Country", "Period of work", None, "Sector"],
        [None, "Start", "End", None],
        ["Mali", 2001, 2002, "Wells"],
        ["Chad", 2003, 2004, "Roads"],
    ]
    for row in rows:
        book.active.append(row)
    book.active.merge_cells("B1:C1")
    content = io.BytesIO()
    book.save(content)
    intake = read_intake(content.getvalue(), "t.xlsx")
    assert spells(intake) == [(0, "2001-01-01", "2002-12-31"), (1, "2003-01-01", "2004-12-31")]
    assert [skipped.line for skipped in intake.sheet.skipped] == [2]


@pytest.mark.parametrize(
    "types", [("1|3", "1|2|4", ""), ("start-planned|end-planned", "start-planned|start-actual|end-actual", "")]
)
def test_dates_listed_with_their_types_are_starts_and_ends(types):
    dates = ("2014-01-01|2015-12-31", "2012-01-01|2012-02-01|2013-12-31", "")
    lines = [
        f"{country},{of},{days}" for country, of, days in zip(("Mali", "Chad", "Niger"), types, dates, strict=True)
    ]
    intake = take("Country,Date types,Dates", *lines)
    assert spells(intake) == [(0, "2014-01-01", "2015-12-31"), (1, "2012-02-01", "2013-12-31")]
    assert any("by the types in 'Date types'" in note.say() for note in intake.notes)


def test_as_many_dates_as_codes_that_are_no_types_stay_as_they_are():
    intake = take("Country,Codes,Period", '"Mali","7,9","2001, 2003"', '"Chad","7","2002"')
    assert list(intake.sheet.cells) == ["Country", "Codes", "Period"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        # One operation at three places.
        (["A1,Mali,2001,2003,Wells", "A1,Mali,2001,2003,Wells", "B2,Chad,2002,2004,Roads"], "2 operations in 3 rows"),
        # An id of another kind: what stands under it differs.
        (["A1,Mali,2001,2003,Wells", "A1,Chad,2002,2004,Roads", "A1,Niger,2003,2005,Dams"], ""),
        (["A1,Mali,2001,2003,Wells", "A2,Mali,2001,2003,Wells", "A3,Chad,2002,2004,Roads"], ""),
    ],
)
def test_one_operation_in_several_rows_is_said(lines, said):
    notes = [note.say() for note in take("Project id,Country,Start,End,Title", *lines).notes]
    assert [said in note for note in notes if "but each row counts" in note] == ([True] if said else [])
