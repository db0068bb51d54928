"""Rows whose start is blank take another column that says when, where that column speaks of the same thing."""

import pytest

from analysis.intake.dates.other_dates import ELSEWHERE
from analysis.intake.read import read_intake


def take(*lines: str):
    """A table of these lines."""
    return read_intake("\n".join(lines).encode(), "t.csv")


def starts(intake) -> list[str]:
    """The first day of each spell."""
    return intake.table.spells["start"].dt.strftime("%Y-%m-%d").tolist()


def test_a_blank_start_is_that_of_another_column_with_a_reading_and_a_note():
    intake = take("Country,Actual start,Year of approval", "Mali,,2005", "Chad,2006-03-01,2006", "Togo,n/a,2008")
    assert starts(intake) == ["2005-01-01", "2006-03-01", "2008-01-01"]
    readings = intake.table.readings[intake.table.readings["why"] == ELSEWHERE]
    assert readings[["line", "column", "printed", "read"]].to_numpy().tolist() == [
        [2, "Year of approval", "2005", "2005"],
        [4, "Year of approval", "2008", "2008"],
    ]
    assert "No start is given in 2 rows: they take 'Year of approval'." in [note.say() for note in intake.notes]
    # What was printed stands in its own column as before.
    assert intake.table.operations["Actual start"].tolist() == ["", "2006-03-01", "n/a"]


def test_the_plan_stands_in_for_the_start_that_is_blank_and_days_before_years():
    intake = take("Country,Year,start_planned,start_actual", "Mali,2004,2004-05-01,", "Chad,2006,2006-02-01,2006-03-01")
    assert starts(intake) == ["2004-05-01", "2006-03-01"]


def test_a_blank_period_is_that_of_another_column_too():
    intake = take("Country,Period,Year", "Mali,2001 - 2003,2001", "Chad,,2002")
    assert starts(intake) == ["2001-01-01", "2002-01-01"]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Year", ("1990", "1991")),  # says another year where both are given
        ("Year", ("soon", "later")),  # holds no dates
        ("Date updated", ("2005-01-01", "2006-03-02")),  # says when it was written
        ("End year", ("2005", "2006")),  # says when it ended
    ],
)
def test_a_column_that_speaks_of_something_else_is_not_taken(heading, cells):
    intake = take(f"Country,Start,{heading}", f"Mali,,{cells[0]}", f"Chad,2006-03-01,{cells[1]}")
    assert starts(intake) == ["2006-03-01"]
    assert intake.table.period_read.tolist() == [False, True]


def test_the_other_column_has_the_order_of_day_and_month_that_the_first_shows():
    intake = take("Country,Actual start,Planned start", "Mali,,01/02/2007", "Chad,15/03/2006,01/03/2006")
    assert starts(intake) == ["2007-02-01", "2006-03-15"]
