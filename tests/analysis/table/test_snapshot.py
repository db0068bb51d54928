"""A table as it stood on a date: status, spells cut there, durations and what has not started yet."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.counts.count import count_statuses, count_years
from analysis.counts.durations.survival import selected_survival
from analysis.counts.summary import summarise
from analysis.errors import InputError
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.durations import add_duration, years_between
from analysis.table.snapshot import take_snapshot


def facts(make_table, period: str, as_of: str = "2006-12-31") -> tuple:
    """Status, duration, whether started and first and last day of one operation as of a date."""
    snapshot = take_snapshot(make_table([("Kenya", period, "CS")]), date.fromisoformat(as_of))
    row = snapshot.operations.iloc[0]
    days = [None if pd.isna(day) else day.date().isoformat() for day in (row["first_start"], row["last_end"])]
    duration = None if np.isnan(row["duration_years"]) else float(row["duration_years"])
    return row["status"], duration, bool(row["started"]), *days


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("1992 - on going", ("ongoing", 15, True, "1992-01-01", None)),
        ("2004 - 2005", ("closed", 2, True, "2004-01-01", "2005-12-31")),
        ("2006", ("closed", 1, True, "2006-01-01", "2006-12-31")),
        ("1999 - 2001; 2006", ("closed", 4, True, "1999-01-01", "2006-12-31")),
        ("1999 - 2001; 2006 - on going", ("ongoing", 4, True, "1999-01-01", None)),
        ("2004 - 2008", ("ongoing", 3, True, "2004-01-01", None)),
        ("2004 - unknown", ("unknown", None, True, "2004-01-01", None)),
        ("2000 - 2001; 2004 - unknown", ("unknown", None, True, "2000-01-01", None)),
        ("2000 - unknown; 2004 - on going", ("ongoing", None, True, "2000-01-01", None)),
        ("1999 - 22201; 2003", ("unknown", None, True, "2003-01-01", None)),
        ("1999 - 22201; 2003 - on going", ("ongoing", None, True, "2003-01-01", None)),
        ("TBC", ("unknown", None, True, None, None)),
        ("2007 - 2008", ("closed", 0, False, None, None)),
        ("2007-01-01", ("closed", 0, False, None, None)),
        ("2006-12-31", ("closed", pytest.approx(1 / 365), True, "2006-12-31", "2006-12-31")),
        ("2006-12-31 - on going", ("ongoing", pytest.approx(1 / 365), True, "2006-12-31", None)),
    ],
)
def test_status_and_duration_as_of_the_tables_date(make_table, period, expected):
    assert facts(make_table, period) == expected


@pytest.mark.parametrize(
    ("period", "as_of", "expected"),
    [
        ("2004 - 2005", "2005-12-31", ("closed", 2, True, "2004-01-01", "2005-12-31")),
        ("2004 - 2005", "2005-12-30", ("ongoing", pytest.approx(1 + 364 / 365), True, "2004-01-01", None)),
        ("2004 - 2005", "2005-06-30", ("ongoing", pytest.approx(1 + 181 / 365), True, "2004-01-01", None)),
        ("1999 - 2001; 2006", "2005-06-30", ("closed", 3, True, "1999-01-01", "2001-12-31")),
        ("1999 - 2001; 2006", "1999-12-31", ("ongoing", 1, True, "1999-01-01", None)),
        ("2000", "1999-12-31", ("closed", 0, False, None, None)),
        ("2004 - unknown", "2004-06-30", ("unknown", None, True, "2004-01-01", None)),
        ("2000; 2004 - unknown", "2003-12-31", ("closed", 1, True, "2000-01-01", "2000-12-31")),
        ("2004-02-29 - on going", "2005-02-28", ("ongoing", 1, True, "2004-02-29", None)),
    ],
)
def test_status_and_duration_with_the_date_moved_back(make_table, period, as_of, expected):
    assert facts(make_table, period, as_of) == expected


def test_a_later_date_is_refused_in_one_sentence(make_table):
    with pytest.raises(InputError, match=r"^The table speaks up to 2006-12-31; it says nothing of 2007-01-01\.$"):
        take_snapshot(make_table([("Kenya", "2000", "CS")]), date(2007, 1, 1))


def test_the_built_in_table_at_the_end_of_1999(built_in):
    facts = summarise(select(built_in, Selection(as_of=date(1999, 12, 31))))
    assert (facts["operations"], facts["not_started"], facts["spells"]) == (11, 21, 11)
    assert facts["ongoing"] == 7
    assert facts["as_of"] == "1999-12-31"
    assert facts["active_per_year"]["1999"] == 8
    assert list(facts["active_per_year"])[-1] == "1999"
    assert facts["ended_per_year"]["1999"] == 1


def test_the_built_in_table_in_the_middle_of_2005(built_in):
    facts = summarise(select(built_in, Selection(as_of=date(2005, 6, 30))))
    # Lebanon begins in 2006; Azerbaijan, Georgia and Kenya end with 2005 and so run on.
    assert (facts["operations"], facts["not_started"], facts["ongoing"]) == (31, 1, 23)
    assert facts["ended_per_year"]["2005"] == 0


def test_not_started_keeps_the_other_conditions(make_table):
    table = make_table([("Kenya", "2005", "CS"), ("Mali", "2005", "DDR"), ("Chad", "2000", "CS")])
    selected = select(table, Selection(activity=("CS",), as_of=date(2004, 12, 31), status=("closed",)))
    assert (selected.count, selected.total) == (1, 1)
    assert selected.not_started.tolist() == [True, False, False]


def test_an_unknown_end_is_active_in_its_start_year_only(make_table):
    selected = select(make_table([("Kenya", "2004 - unknown", "CS")]), Selection())
    assert count_years(selected).values.tolist() == [[2004, 1, 1, 0], [2005, 0, 0, 0], [2006, 0, 0, 0]]
    assert count_statuses(selected)["operations"].tolist() == [0, 0, 1]
    assert (selected_survival(selected).spells, selected_survival(selected).left_out) == (0, 1)
    assert summarise(selected)["duration_years"] == {"mean": None, "median": None, "total": 0, "left_out": 1}


def test_an_unknown_end_within_another_spell_hides_none_of_its_years(make_table):
    selected = select(make_table([("Kenya", "2000 - 2004; 2001 - unknown", "CS")]), Selection())
    assert count_years(selected).values.tolist() == [
        [2000, 1, 1, 0],
        [2001, 1, 1, 0],
        [2002, 1, 0, 0],
        [2003, 1, 0, 0],
        [2004, 1, 0, 1],
        [2005, 0, 0, 0],
        [2006, 0, 0, 0],
    ]


def test_a_partly_unread_period_counts_the_years_that_can_be_read(make_table):
    selected = select(make_table([("Kenya", "1999 - 22201; 2005", "CS")]), Selection())
    assert count_years(selected).values.tolist() == [[2005, 1, 1, 1], [2006, 0, 0, 0]]
    assert summarise(selected)["duration_years"]["left_out"] == 1


def test_two_spells_in_one_year_count_once(make_table):
    selected = select(make_table([("Kenya", "2005-01; 2005-06; 2006-01", "CS")]), Selection())
    assert count_years(selected).values.tolist() == [[2005, 1, 1, 1], [2006, 1, 1, 1]]


@pytest.mark.parametrize(
    ("start", "after", "years"),
    [
        ("2000-01-01", "2001-01-01", 1),
        ("2001-01-01", "2002-01-01", 1),
        ("2004-01-01", "2006-01-01", 2),
        ("1982-01-01", "2007-01-01", 25),
        ("2004-02-29", "2005-03-01", 1),
        ("2004-02-29", "2005-02-28", 365 / 366),
        ("2004-02-29", "2008-02-29", 4),
        ("2003-03-01", "2004-03-01", 1),
        ("2004-07-01", "2005-01-01", 184 / 365),
        ("2003-07-01", "2004-01-01", 184 / 366),
        ("2004-12-31", "2005-01-01", 1 / 365),
        ("1896-02-29", "1904-02-29", 8),
        ("1899-12-31", "1900-12-31", 1),
    ],
)
def test_years_by_anniversary(start, after, years):
    between = years_between(np.array([start], "datetime64[D]"), np.array([after], "datetime64[D]"))
    assert between[0] == pytest.approx(years, abs=1e-12)


def test_every_spell_of_whole_years_is_exactly_an_integer():
    first, last = (years.ravel() for years in np.meshgrid(np.arange(1896, 1910), np.arange(1990, 2012)))
    start, after = (np.array([f"{year:04}-01-01" for year in years], "datetime64[D]") for years in (first, last))
    assert years_between(start, after).tolist() == (last - first).tolist()


def test_add_duration_leaves_out_an_end_nobody_knows():
    spells = pd.DataFrame(
        {"start": pd.to_datetime(["2004-01-01", "2004-01-01"]), "end": pd.to_datetime(["2005-12-31", None])}
    )
    assert_frame_equal(add_duration(spells), spells.assign(duration_years=[2.0, np.nan]))


def test_an_operation_lasts_as_long_as_its_spells_together(make_table):
    table = make_table([("Kenya", "1999 - 2001; 2000; 2006", "CS")])
    assert take_snapshot(table).operations["duration_years"].tolist() == [4.0]


def test_spells_of_years_that_touch_are_one_stretch(make_table):
    selected = select(make_table([("Kenya", "2004-01; 2004-06 - 2005-03", "CS")]), Selection())
    assert count_years(selected).values.tolist() == [[2004, 1, 1, 1], [2005, 1, 0, 1], [2006, 0, 0, 0]]


@pytest.mark.parametrize("asked", [{"status": ("ongoing",)}, {"years": (2000, 2001)}])
def test_what_has_not_started_has_no_status_and_no_years_to_be_left_out_by(make_table, asked):
    table = make_table([("Kenya", "2005", "CS"), ("Chad", "2000", "CS")])
    assert select(table, Selection(as_of=date(2004, 12, 31), **asked)).not_started.tolist() == [True, False]


def test_what_still_runs_has_not_ended_in_the_year_of_the_date(make_table):
    table = make_table([("Kenya", "2000 - on going", "CS"), ("Mali", "2004 - unknown", "CS"), ("Chad", "2006", "CS")])
    assert select(table, Selection(years=(2004, 2006), when="ended")).chosen.tolist() == [False, False, True]
