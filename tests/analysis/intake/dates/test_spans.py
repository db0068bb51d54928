"""Starts, ends and statuses to spells, and the day up to which a table speaks."""

from datetime import date

import pytest
from pandas.testing import assert_frame_equal

from analysis.intake.read import read_intake
from analysis.reading.statuses import read_statuses
from analysis.table.snapshot import take_snapshot
from analysis.trust.switched_off import table_without
from analysis.trust.switches import reading_switches


def brought(rows: str, header: str = "country,start,end,status", **chosen):
    """The intake of a small table."""
    return read_intake(f"{header}\n{rows}".encode(), **chosen)


def statuses(intake) -> list[str]:
    """The status of each operation as of the table's date."""
    return take_snapshot(intake.table).operations["status"].tolist()


def test_the_end_the_status_and_the_as_of_date_decide_what_is_ongoing():
    intake = brought(
        "Kenya,2004-01-01,2004-12-31,closed\n"
        "Mali,2004-01-01,,active\n"
        "Chad,2004-01-01,,closed\n"
        "Cuba,2004-01-01,2030-12-31,active\n"
        "Haiti,2006-05-01,-7,\n"
        "Peru,2004,Present,En cours\n"
        "Togo,2004,?,\n"
    )
    assert statuses(intake) == ["closed", "ongoing", "unknown", "ongoing", "ongoing", "ongoing", "unknown"]
    assert intake.table.as_of == date(2006, 5, 1)
    assert intake.table.readings[["line", "printed", "read"]].values.tolist() == [
        [3, "", "ongoing"],
        [4, "", "unknown"],
        [6, "-7", "ongoing"],
    ]


def test_a_spell_covers_the_whole_of_what_its_texts_name():
    spells = brought("Kenya,May 2004,2005,closed\n").table.spells
    assert spells["start"].tolist()[0].date() == date(2004, 5, 1)
    assert spells["end"].tolist()[0].date() == date(2005, 12, 31)
    assert spells[["start_precision", "end_precision"]].values.tolist() == [["month", "year"]]


def test_what_cannot_be_read_is_listed_and_left_out():
    table = brought("Kenya,2005,2004,\nMali,,2004,\nChad,2004,soon,\nPeru,2004,2005,blue\n", status="status").table
    assert table.problems[["line", "column", "value", "problem"]].values.tolist() == [
        [2, "end", "2005 - 2004", "ends before it starts"],
        [3, "start", "", "no start is given"],
        [4, "end", "soon", "is not a date that can be read"],
        [5, "status", "blue", "is not a status that is known"],
    ]
    assert table.period_read.tolist() == [False, False, False, True]
    assert table.spells["operation"].tolist() == [2, 3]


def test_a_closed_row_that_ends_later_is_listed():
    intake = brought("Kenya,2004-01-01,2006-12-31,closed\n", as_of=date(2005, 6, 30))
    assert intake.table.problems["problem"].tolist() == [
        "lies after the as-of date, though its status says that it has ended"
    ]


@pytest.mark.parametrize(
    ("text", "as_of", "why"),
    [
        ("Data as of 30 June 2009,\ncountry,start\nKenya,2004\nMali,2005\n", date(2009, 6, 30), "The table says so"),
        ("country,start,end,modified_at\nKenya,2004,2030,2008-02-01\n", date(2008, 2, 1), "records what has been"),
        ("country,start,end\nKenya,2004,Present\nMali,2004,2006\n", date(2006, 12, 31), "not a plan"),
        (
            "country,start,end\nKenya,2004-01-01,2030-01-01\nMali,2005-01-01,2005-06-01\n",
            date(2005, 1, 1),
            "may be plans",
        ),
        ("country,start,planned end\nKenya,2004,\nMali,2004,2006\n", date(2004, 12, 31), "may be plans"),
        ("country,period\nKenya,2004 - 2006\n", date(2006, 12, 31), "periods name"),
    ],
)
def test_the_as_of_date_is_the_latest_that_is_no_plan(text, as_of, why):
    proposed = read_intake(text.encode()).as_of
    assert proposed.day == as_of
    assert why in proposed.reason.say()


def test_the_as_of_date_can_be_chosen():
    intake = brought("Kenya,2004,2005,closed\n", as_of=date(2004, 6, 30))
    assert intake.table.as_of == date(2004, 6, 30)
    assert statuses(intake) == ["ongoing"]


def test_one_column_settles_the_day_order_of_both():
    intake = brought("Kenya,05/06/2004,25/06/2004,closed\n")
    assert intake.table.spells["start"].tolist()[0].date() == date(2004, 6, 5)
    assert [note.say() for note in intake.notes] == [
        "Dates such as 05/06/2006 are read with the day first, as other dates of the column show."
    ]


def test_status_words_of_three_languages_and_codes_of_iati():
    words = ["Ongoing", "CLOSED", "En cours", "Terminé", "En ejecución", "Finalizado", "Pipeline", "Annulé", "", "blue"]
    assert read_statuses(words) == [
        "ongoing", "closed", "ongoing", "closed", "ongoing", "closed", "planned", "cancelled", "", "",
    ]  # fmt: skip
    assert read_statuses(["2", "4", "1"]) == ["ongoing", "closed", "planned"]


def test_day_precision_and_texts_give_the_same_spells():
    columns = brought("Kenya,2004-01-05,2005-02-06,\nMali,2004-03-01,ongoing,\n")
    periods = brought("Kenya,2004-01-05 - 2005-02-06\nMali,2004-03-01 - ongoing\n", "country,period")
    assert_frame_equal(columns.table.spells, periods.table.spells)


def test_a_status_says_what_a_period_leaves_open():
    intake = brought(
        "Kenya,2004 -,closed\n"
        "Mali,2004 -,ongoing\n"
        "Chad,since 2003,Cancelled\n"
        "Cuba,2001 - 2009,active\n"
        "Peru,2003 - 2005,closed\n"
        "Togo,2003 - ongoing,closed\n"
        "Niger,2002 -,blue\n",
        "country,period,status",
    )
    table = intake.table
    assert statuses(intake) == ["unknown", "ongoing", "unknown", "ongoing", "closed", "ongoing", "ongoing"]
    # The end of an ongoing operation is a plan.
    assert (table.as_of, intake.as_of.reason.say()) == (
        date(2005, 12, 31),
        "The latest start or end that is not a plan.",
    )
    settled = table.readings[table.readings["column"] == "status"]
    assert settled[["line", "printed", "read"]].values.tolist() == [
        [2, "closed", "unknown"],
        [4, "Cancelled", "unknown"],
    ]
    assert table.problems[["line", "column", "value", "problem"]].values.tolist() == [
        [7, "period", "2003 - ongoing", "stands for no end, though its status says that it has ended"],
        [8, "status", "blue", "is not a status that is known"],
    ]


def test_what_a_status_says_of_a_period_can_be_switched_off():
    table = brought("Kenya,1999 -- 2001; 2004 -,closed\n", "country,period,status", status="status").table
    assert table.spells["end_precision"].tolist() == ["year", "unknown"]
    assert table_without(table, ("2.status",)).spells["end_precision"].tolist() == ["year", "ongoing"]
    without_dash = table_without(table, ("2.period",))
    assert without_dash.spells["end_precision"].tolist() == ["year"]
    assert without_dash.problems["value"].tolist() == ["2004 -"]


def test_a_status_still_holds_where_another_reading_of_its_period_is_off():
    table = brought("Kenya,1999 - 2001; 2002; 2004 -,closed\n", "country,period,status", status="status").table
    merged = next(switch for switch in reading_switches(table) if "overlap" in switch.why)
    assert table_without(table, (merged.code,)).spells["end_precision"].tolist() == ["year", "year", "unknown"]


def test_a_closed_period_that_ends_later_is_listed():
    intake = brought("Kenya,2004 - 2006,closed\n", "country,period,status", as_of=date(2005, 6, 30))
    assert intake.table.problems[["line", "column", "value", "problem"]].values.tolist() == [
        [2, "period", "2004 - 2006", "lies after the as-of date, though its status says that it has ended"]
    ]
