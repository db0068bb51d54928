"""The patterns match every year, span and day that the selection takes, and no other."""

import re
from datetime import date, timedelta

import pytest

from analysis.reading.dates import FIRST_YEAR, LAST_YEAR
from analysis.selection.selection import read_years
from api.patterns import days_pattern, years_pattern


def test_years_match_alone_and_in_order():
    pattern = re.compile(years_pattern(1998, 2011))
    every = range(1996, 2014)
    spans = [str(year) for year in every] + [f"{first}-{last}" for first in every for last in every]
    inside = [text for text in spans if read_years(text) and text[:4] >= "1998" and text[-4:] <= "2011"]
    assert [text for text in spans if pattern.search(text)] == inside


@pytest.mark.parametrize("text", ["", "98", "19999", "1999-", "1999-2000-2001", " 1999", "1999 - 2000"])
def test_other_texts_are_no_years(text):
    assert re.search(years_pattern(1998, 2011), text) is None


@pytest.mark.parametrize("last", [date(2006, 12, 31), date(2005, 2, 9), date(2004, 1, 1), date(2004, 2, 29)])
def test_days_match_up_to_the_last(last):
    pattern = re.compile(days_pattern(1999, last))
    days = [date(1998, 1, 1) + timedelta(days=number) for number in range(3800)]
    inside = [day for day in days if day.year >= 1999 and day <= last]
    assert [day for day in days if pattern.search(day.isoformat())] == inside


@pytest.mark.parametrize("text", ["2001-02-29", "2001-13-01", "2001-04-31", "2001-00-10", "2001-1-1", "20010101"])
def test_what_is_no_day_does_not_match(text):
    assert re.search(days_pattern(1999, date(2006, 12, 31)), text) is None


def test_the_longest_span_there_can_be_is_a_pattern():
    assert re.search(years_pattern(FIRST_YEAR, LAST_YEAR), f"{FIRST_YEAR}-{LAST_YEAR}")
