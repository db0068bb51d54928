"""Columns that do not say one thing each: parts of dates, a column a year, second periods, headings in two rows."""

import io

import openpyxl
import pytest

from analysis.errors import InputError
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


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        (("Country,iyear,imonth,iday", "Mali,2010,3,5", "Chad,2011,12,0"), "2010-03-05", "2011-12-31"),
        (("Country,Day,Month,Year", "Mali,5,Mar,2010", "Chad,,Dec,2011"), "2010-03-05", "2011-12-31"),
        (("Страна,Год,Месяц,День", "Мали,2010,3,5", "Чад,2011,12,"), "2010-03-05", "2011-12-31"),
        (("Country,Year,Quarter", "Mali,2010,Q1", "Chad,2011,4"), "2010-01-01", "2011-12-31"),
    ],
)
def test_headings_that_differ_only_in_a_word_for_a_part_make_a_date(lines, first, last):
    found = spells(take(*lines))
    assert (found[0][1], found[1][2]) == (first, last)


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


@pytest.mark.parametrize(
    "headings",
    [
        "2015,2016,2017",
        "FY2015,FY2016,FY2017",
        "2015 budget,2016 budget,2017 budget",
        "Spent in 2015,Spent in 2016,Spent in 2017",
    ],
)
def test_headings_that_differ_only_in_a_year_are_columns_of_years(headings):
    intake = take(f"Country,{headings}", "Mali,10,20,", "Chad,0,5,6")
    assert spells(intake) == [(0, "2015-01-01", "2016-12-31"), (1, "2016-01-01", "2017-12-31")]


def test_columns_of_years_may_stand_in_any_order_and_be_fiscal():
    intake = take("Country,2016-17,2015-16,2014-15", "Mali,,x,x", "Chad,x,x,")
    assert spells(intake) == [(0, "2014-01-01", "2016-12-31"), (1, "2015-01-01", "2017-12-31")]
    assert not len(intake.table.set_activities)


def test_counts_of_people_by_year_say_nothing_of_when():
    with pytest.raises(InputError, match="No column was recognised"):
        take("Country,Population 2015,Population 2020", "Mali,10,20", "Chad,3,4")


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


@pytest.mark.parametrize(
    "headings",
    [
        "Start,End,Second start,Second end", "start_a,end_a,start_b,end_b", "Opened,Closed,Reopened,Closed again",
        "Début,Fin,Deuxième début,Deuxième fin", "From,To,From (2),To (2)",
    ],
)  # fmt: skip
def test_second_periods_are_known_by_numbers_letters_and_words(headings):
    intake = take(f"Country,{headings}", "Mali,1990,1992,1995,1996", "Chad,1991,1993,-99,-99")
    assert spells(intake) == [
        (0, "1990-01-01", "1992-12-31"), (0, "1995-01-01", "1996-12-31"), (1, "1991-01-01", "1993-12-31"),
    ]  # fmt: skip


def test_numbered_periods_are_the_pieces_of_one():
    intake = take("Country,Period 1,Period 2", "Mali,1990 - 1992,1995 - 1996", "Chad,1991,")
    assert [row for row, _start, _end in spells(intake)] == [0, 0, 1]


@pytest.mark.parametrize(
    "lines",
    [
        ("Water project,BDI,2007 - 2009", "Schools,MLI,2011", "Roads,HTI,2000 - 2001"),
        ("P1,BDI,12/03/2007", "P2,MLI,15/04/2011", "P3,HTI,30/05/2000"),
        ("Burundi,Wells,2007-01-01", "Mali,Roads,2011-02-01", "Haiti,Roads,2000-05-30"),
    ],
)
def test_a_first_line_that_is_like_those_below_it_is_a_row(lines):
    intake = take(*lines)
    places = intake.table.place_territories["iso3"].tolist()
    assert len(intake.table.operations) == 3 and sorted(places) == ["BDI", "HTI", "MLI"]
    assert spells(intake)[0][1].startswith("2007")


def test_without_headings_and_dates_the_first_line_is_a_row_too():
    intake = read_intake(b"Burundi,Wells\nMali,Roads\nHaiti,Roads\n", "t.csv", for_all={"period": "2005"})
    assert len(intake.table.operations) == 3
