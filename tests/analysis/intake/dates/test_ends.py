"""Ends that are not given or that say other than a status, and the day up to which a table then speaks."""

from datetime import date

import pytest

from analysis.errors import InputError
from analysis.intake.read import read_intake
from analysis.reading.points import ERA
from analysis.reading.problems import CLOSED_LATER, RUNS_LATER

PLACES = ["Mali", "Chad", "Togo", "Niger", "Benin", "Kenya", "Haiti", "Nepal"]


def take(rows: list[str], heading: str = "Start,End"):
    """A table with these cells behind a country each."""
    lines = [f"{place},{row}" for place, row in zip(PLACES, rows, strict=False)]
    return read_intake("\n".join([f"Country,{heading}", *lines]).encode(), "t.csv")


def ends(intake) -> list[str]:
    """How each spell ends: its last day, ongoing or unknown."""
    spells = intake.table.spells
    days = spells["end"].dt.strftime("%Y-%m-%d")
    return days.where(days.notna(), spells["end_precision"]).tolist()


def said(intake) -> str:
    """What is said of the file."""
    return " ".join(note.say() for note in intake.notes)


def test_an_end_that_was_never_written_down_is_unknown_where_nearly_all_later_rows_have_one():
    intake = take(["2001,2002", "2003,", "2004,2005", "2016,2017"])
    assert ends(intake) == ["2002-12-31", "unknown", "2005-12-31", "2017-12-31"]
    assert "No end is given in 1 of 4 rows that began before others" in said(intake)


def test_many_later_rows_show_it_sooner_than_a_few():
    many = [f"2004-0{month}-01,2004-0{month}-15" for month in range(1, 6)]
    assert ends(take(["2003,", *many]))[0] == "unknown"
    assert ends(take(["2003,", *many[:4]]))[0] == "ongoing"


@pytest.mark.parametrize(
    "rows",
    [
        ["2001,2002", "2003,", "2004,2005"],  # one later row alone shows nothing
        ["2001,", "2003,", "2004,2005", "2006,"],  # later rows are open as well
        ["2001,2002", "2003,2004", "2006,", "2006,"],  # nothing began later
    ],
)
def test_an_end_that_is_not_given_is_ongoing_elsewhere_and_said_to_be(rows):
    intake = take(rows)
    blank = sum(row.endswith(",") for row in rows)
    assert ends(intake).count("ongoing") == blank
    assert f"No end is given in {blank} of {len(rows)} rows: they count as ongoing." in said(intake)


def test_a_status_that_says_it_runs_stands_against_the_other_rows():
    intake = take(["2001,2002,Closed", "2003,,Ongoing", "2004,2005,Closed", "2016,2017,Closed"], "Start,End,Status")
    assert ends(intake)[1] == "ongoing"


def test_closed_rows_do_not_carry_the_table_beyond_the_end_of_one_that_runs():
    rows = ["2024-01-01,2024-12-31,Ongoing", "2024-05-01,2026-02-28,Closed", "2024-05-10,2025-06-30,Ongoing"]
    assert take(rows, "Start,End,Status").as_of.day == date(2024, 5, 10)


def test_an_end_against_its_status_is_listed_both_ways():
    rows = ["2001,2002,Ongoing", "2003,2009,Closed", "2004,2005,Closed", "2006,,Ongoing"]
    problems = take(rows, "Start,End,Status").table.problems
    assert dict(zip(problems["line"], problems["problem"], strict=True)) == {2: RUNS_LATER, 3: CLOSED_LATER}


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        (["2025-01-01,2025-01-31", "2025-01-01,2025-01-31", "2025-02-01,2025-02-28"], date(2025, 2, 28)),
        (["2019,2019", "2020,2020", "2021,2021"], date(2021, 12, 31)),
        (["2020-01-01,2022-12-31", "2021-01-01,2023-12-31"], date(2021, 1, 1)),  # longer than a year: plans
        (["2021-01-01,2021-06-30", "2021-01-01,2021-06-30"], date(2021, 6, 30)),  # of one year: up to its end
        (["2021-01-01,2021-06-30", "2022-01-01,"], date(2022, 1, 1)),  # one end says nothing of the others
        # What has begun since the last end has begun.
        (["2006-06-05,2006-08-07", "2007-02-01,2007-12-25", "2008-04-03,"], date(2008, 4, 3)),
    ],
)
def test_periods_that_follow_one_another_are_reports_and_the_last_counts_whole(rows, day):
    assert take(rows).as_of.day == day


@pytest.mark.parametrize(
    ("updated", "day"),
    [
        (["2005-03-01", "2005-04-01", "2051-04-01"], date(2005, 4, 1)),
        (["2005-03-01", "2005-04-01", "2007-04-01"], date(2007, 4, 1)),
        (["2005-03-01", "2051-04-01"], date(2005, 3, 1)),
        (["2005-03-01", "2009-04-01"], date(2009, 4, 1)),  # of two it has to be decades later
    ],
)
def test_a_date_of_updates_years_after_all_others_is_a_misprint_and_named(updated, day):
    intake = take([f"2001,2003,{text}" for text in updated], "Start,End,Updated on")
    assert intake.as_of.day == day
    assert ("misprint" in intake.as_of.reason.say()) == (day.year == 2005)


def test_a_start_in_a_far_future_that_stands_alone_is_a_misprint_and_said():
    intake = take(["2001,2003", "2002,2004", "2003,2004", "2071,"])
    assert intake.as_of.day == date(2003, 12, 31) and "2071-12-31" in intake.as_of.reason.say()


def test_a_year_that_may_be_of_the_buddhist_era_is_listed_and_no_end_that_runs():
    intake = take(["2015-02-01,2558", "2015-03-01,2016-01-01"])
    assert ends(intake)[0] == "unknown" and intake.table.problems["problem"].tolist() == [ERA]


def test_years_of_another_calendar_are_named_though_no_column_was_recognised():
    with pytest.raises(InputError, match=r"1441.*Hijri"):
        take(["1441,1442", "1442,1443"])


def test_where_no_period_can_be_read_the_first_is_named_with_what_is_wrong():
    with pytest.raises(InputError, match=r"04/05/2015.*day/month or month/day"):
        take(["04/05/2015,05/06/2016", "03/04/2015,04/05/2016"])
