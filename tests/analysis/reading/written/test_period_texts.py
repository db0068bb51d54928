"""A column of periods in the words of its maker: each text read by what the others of its column show."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.intake.read import read_intake
from analysis.reading.periods import print_spells
from analysis.reading.written.period_texts import rewrite_periods
from analysis.reading.written.ways import (
    FISCAL,
    HALF,
    NO_MONTH,
    OPEN_WORDS,
    QUARTER,
    REMARK,
    ROUGH,
    SEVERAL,
    TWO_YEARS,
)
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
        ("2014+", "2014-01-01..ongoing", OPEN_WORDS),
        ("laufend seit 2014", "2014-01-01..ongoing", OPEN_WORDS),
        ("Ongoing (since 2014)", "2014-01-01..ongoing", OPEN_WORDS),
        ("SY2019/20", "2019-01-01..2020-12-31", FISCAL),
        ("FY 2018/19 to FY 2020/21", "2018-01-01..2021-12-31", FISCAL),
        ("2019/20-2021/22", "2019-01-01..2022-12-31", FISCAL),
        ("1H2019", "2019-01-01..2019-06-30", HALF),
        ("premier semestre 2012", "2012-01-01..2012-06-30", HALF),
        ("2. Halbjahr 2012", "2012-07-01..2012-12-31", HALF),
        ("3Q20", "2020-07-01..2020-09-30", QUARTER),
        ("third quarter of 2011", "2011-07-01..2011-09-30", QUARTER),
        ("2º trimestre de 2013 - marzo 2014", "2013-04-01..2014-03-31", QUARTER),
        ("1990s", "1990-01-01..1999-12-31", ROUGH),
        ("Spring 2015", "2015-01-01..2015-12-31", ROUGH),
        ("Mitte 2003", "2003-01-01..2003-12-31", ROUGH),
        ("5-12 June 2010", "2010-06-05..2010-06-12", NO_MONTH),
        ("June 5-12, 2010", "2010-06-05..2010-06-12", NO_MONTH),
        ("5 junio - 12 julio 2010", "2010-06-05..2010-07-12", NO_MONTH),
        ("2010-2012 (planned)", "2010-01-01..2012-12-31", REMARK),
        ("2004 und 2006", "2004-01-01..2004-12-31 2006-01-01..2006-12-31", SEVERAL),
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
        (["2003-04", "2008-2009"], "2003-01-01..2004-12-31"),  # the other is two years in a row
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Februar 2015 - März 2016", "2015-02-01..2016-03-31"),
        ("febbraio 2015 - giugno 2016", "2015-02-01..2016-06-30"),
        ("fevereiro de 2015 a junho de 2016", "2015-02-01..2016-06-30"),
        ("февраль 2015 - июнь 2016", "2015-02-01..2016-06-30"),
        ("лютий 2015 - червень 2016", "2015-02-01..2016-06-30"),
        ("2014–2016 гг.", "2014-01-01..2016-12-31"),
        ("2014 - по настоящее время", "2014-01-01..ongoing"),
        ("dal 2014", "2014-01-01..ongoing"),
        ("desde 2014 até hoje", "2014-01-01..ongoing"),
        ("2014 - heute", "2014-01-01..ongoing"),
        ("between 2004 and 2006", "2004-01-01..2006-12-31"),
    ],
)
def test_periods_in_the_words_of_further_languages(text, expected):
    assert read([text, "2004 - 2006"])[0] == expected


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["12-Mar-67", "05-May-98"], "1967-03-12..1967-03-12"),
        (["8/1/2023 10:00 AM", "8/13/2023 11:00 PM"], "2023-08-01..2023-08-01"),
        (["01/08/2023 à 10h00", "13/08/2023 à 11h30"], "2023-08-01..2023-08-01"),
        (["1. August 2023 10:00", "13. August 2023 11:00 Uhr"], "2023-08-01..2023-08-01"),
    ],
)
def test_what_a_column_of_starts_reads_a_column_of_periods_reads_too(texts, first):
    assert read(texts)[0] == first


def test_starts_and_ends_are_read_as_periods_are_where_they_are_written_so():
    text = "Country,Start,End\nMali,2008-09,FY2009/10\nChad,2012-13,H1 2014\n"
    table = read_intake(text.encode(), "t.csv").table
    ends = table.spells[["start", "end"]].astype("str").to_numpy().tolist()
    assert ends == [["2008-01-01", "2010-12-31"], ["2012-01-01", "2014-06-30"]]
    assert table.readings[["line", "column", "printed", "read"]].to_numpy().tolist() == [
        [2, "Start", "2008-09", "2008"],
        [2, "End", "FY2009/10", "2010"],
        [3, "Start", "2012-13", "2012"],
        [3, "End", "H1 2014", "2014-06"],
    ]


def test_a_year_of_two_digits_is_of_this_century_where_all_others_are():
    text = "Country,Start,End\nMali,12/03/15,30/06/17\nChad,05/05/18,31/12/30\n"
    assert read_intake(text.encode(), "t.csv").table.spells["end"].dt.year.tolist() == [2017, 2030]


def test_the_order_is_said_and_what_was_chosen_stands_before_it():
    assert "day first" in " ".join(note.say() for note in take(["03/04/2015", "25/04/2015"]).notes)
    assert rewrite_periods(pd.Series(["03/04/2015"]), day_first=False).read == {"03/04/2015": "2015-03-04"}


def test_texts_that_say_it_plainly_are_left_as_they_are():
    plain = ["2004 - 2006", "2004-05 - 2005-02-03", "1999 - on going", "2004-05-06", "May 2004", "2004", "", "soon"]
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
