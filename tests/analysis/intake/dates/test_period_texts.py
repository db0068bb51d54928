"""A column of periods in the words of its maker: each text read by what the others of its column show."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.intake.dates.period_texts import FISCAL, HALF, OPEN_WORDS, ROUGH, TWO_YEARS, rewrite_periods
from analysis.intake.read import read_intake
from analysis.reading.periods import print_spells
from analysis.trust.switched_off import table_without
from analysis.trust.switches import reading_switches


def take(texts: list[str]):
    """A table with these periods."""
    rows = "".join(f'Mali,"{text}"\n' for text in texts)
    return read_intake(f"Country,Period\n{rows}".encode(), "t.csv")


def read(texts: list[str]) -> list[str]:
    """The spells of each row in words."""
    spells = take(texts).table.spells
    ends = spells["end"].dt.date.where(spells["end"].notna(), None)
    columns = [spells["operation"], spells["start"].dt.date, ends, spells["start_precision"], spells["end_precision"]]
    rows: dict[int, list] = {number: [] for number in range(len(texts))}
    for number, start, end, _begins, precision in zip(*columns, strict=True):
        rows[number].append(f"{start}..{end or precision}")
    return [" ".join(found) for found in rows.values()]


@pytest.mark.parametrize(
    ("printed", "expected", "why"),
    [
        ("FY2017", "2017-01-01..2017-12-31", FISCAL),
        ("FY 1999/2000", "1999-01-01..2000-12-31", FISCAL),
        ("FY99/00", "1999-01-01..2000-12-31", FISCAL),
        ("Fiscal Year 2010-11", "2010-01-01..2011-12-31", FISCAL),
        ("2019/20", "2019-01-01..2020-12-31", TWO_YEARS),
        ("1999-00", "1999-01-01..2000-12-31", TWO_YEARS),
        ("H2 2011", "2011-07-01..2011-12-31", HALF),
        ("first half of 2011", "2011-01-01..2011-06-30", HALF),
        ("2011 S1", "2011-01-01..2011-06-30", HALF),
        ("early 1998 - late 2001", "1998-01-01..2001-12-31", ROUGH),
        ("circa 1985", "1985-01-01..1985-12-31", ROUGH),
        ("~2004", "2004-01-01..2004-12-31", ROUGH),
        ("vers 2004 - 2006", "2004-01-01..2006-12-31", ROUGH),
        ("Active since March 2011", "2011-03-01..ongoing", OPEN_WORDS),
        ("en cours depuis 2011", "2011-01-01..ongoing", OPEN_WORDS),
        ("from 2011 onwards", "2011-01-01..ongoing", OPEN_WORDS),
        ("2011 and after", "2011-01-01..ongoing", OPEN_WORDS),
    ],
)
def test_a_way_to_write_a_period_is_read_with_its_reason(printed, expected, why):
    assert read([printed, "2004 - 2006"]) == [expected, "2004-01-01..2006-12-31"]
    readings = take([printed, "2004 - 2006"]).table.readings
    assert readings[["line", "column", "printed", "why"]].to_numpy().tolist() == [[2, "period", printed, why]]


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["2003-04", "2012-13"], "2003-01-01..2004-12-31"),  # the other can be no month
        (["2003-04", "2004-05", "2005-06"], "2003-01-01..2004-12-31"),  # always the next year
        (["2003-04", "2012-05"], "2003-04-01..2003-04-30"),  # May 2012 is not 2012 to 2005
        (["2003-04"], "2003-04-01..2003-04-30"),  # nothing else shows it
    ],
)
def test_whether_two_digits_are_a_month_or_a_year_the_column_shows(texts, first):
    assert read(texts)[0] == first


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["03/04/2015", "25/04/2015"], "2015-04-03..2015-04-03"),
        (["03/04/2015", "04/25/2015"], "2015-03-04..2015-03-04"),
        (["03-04-2015 10:15:00", "25-04-2015 09:00"], "2015-04-03..2015-04-03"),
        (["03.04.2015 - 05.06.2016", "1.2.2017"], "2015-04-03..2016-06-05"),
        (["03/04/2015 - 25/06/2015", "2004"], "2015-04-03..2015-06-25"),
        (["03/04/2015", "2004"], ""),
    ],
)
def test_the_order_of_day_and_month_the_column_shows(texts, first):
    assert read(texts)[0] == first


def test_the_order_is_said_and_what_was_chosen_stands_before_it():
    assert "day first" in " ".join(note.say() for note in take(["03/04/2015", "25/04/2015"]).notes)
    assert rewrite_periods(pd.Series(["03/04/2015"]), day_first=False).read == {"03/04/2015": "2015-03-04"}


def test_texts_that_say_it_plainly_are_left_as_they_are():
    plain = ["2004 - 2006", "1999 - on going", "2004-05-06", "May 2004", "2004", "", "soon", "Q3 2020"]
    assert rewrite_periods(pd.Series(plain)) == ({}, {}, None)


def test_a_reading_that_is_switched_off_leaves_the_row_unread():
    table = take(["mid-2003", "2004 - 2006"]).table
    (switch,) = reading_switches(table)
    without = table_without(table, (switch.code,))
    assert print_spells([]) == "" and without.spells["operation"].tolist() == [1]
    assert without.problems[["line", "value"]].to_numpy().tolist() == [[2, "mid-2003"]]


@pytest.mark.parametrize(("year", "calendar"), [(2556, "Buddhist era"), (1441, "Hijri")])
def test_years_of_another_calendar_are_named_and_not_read(year, calendar):
    with pytest.raises(InputError, match=f"{year}.*{calendar}"):
        take([f"{year} - {year + 1}", str(year + 2)])
