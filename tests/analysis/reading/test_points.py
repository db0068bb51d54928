"""Dates in a column, however they are written."""

from datetime import date

import pandas as pd
import pytest

from analysis.reading.dates import plain_day
from analysis.reading.points import AMBIGUOUS, BLANK, NO_DATE, OPEN, READ, UNKNOWN, UNREAD, find_day_order, read_points


def read_one(text: str, day_first=None):
    """Kind, first day, last day and precision number of one text."""
    points = read_points(pd.Series([text], dtype="str"), day_first)
    return points.kind[0], points.first[0].astype(object), points.last[0].astype(object), points.precision[0]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2004", date(2004, 1, 1), date(2004, 12, 31)),
        ("2004.0", date(2004, 1, 1), date(2004, 12, 31)),
        ("May 1948", date(1948, 5, 1), date(1948, 5, 31)),
        ("mai 2004", date(2004, 5, 1), date(2004, 5, 31)),
        ("31 كانون الأول/ديسمبر ٢٠٠٤", date(2004, 12, 31), date(2004, 12, 31)),
        ("تموز 2004", date(2004, 7, 1), date(2004, 7, 31)),
        ("Q2 2004", date(2004, 4, 1), date(2004, 6, 30)),
        ("2004-T1", date(2004, 1, 1), date(2004, 3, 31)),
        ("200405", date(2004, 5, 1), date(2004, 5, 31)),
        ("2004-05-06", date(2004, 5, 6), date(2004, 5, 6)),
        ("2004-05-06T00:00:00Z", date(2004, 5, 6), date(2004, 5, 6)),
        ("2004-05-06 15:12:01.047725+00:00", date(2004, 5, 6), date(2004, 5, 6)),
        ("6/30/2004 12:00:00 AM", date(2004, 6, 30), date(2004, 6, 30)),
        ("30.6.2004", date(2004, 6, 30), date(2004, 6, 30)),
        ("20040506", date(2004, 5, 6), date(2004, 5, 6)),
        ("06-May-04", date(2004, 5, 6), date(2004, 5, 6)),
        ("May-98", date(1998, 5, 1), date(1998, 5, 31)),
        ("38113", date(2004, 5, 6), date(2004, 5, 6)),
        ("38113.75", date(2004, 5, 6), date(2004, 5, 6)),
        ("05/05/2004", date(2004, 5, 5), date(2004, 5, 5)),
    ],
)
def test_a_date_covers_the_days_it_names(text, first, last):
    assert read_one(text)[:3] == (READ, first, last)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", BLANK),
        ("n/a", BLANK),
        ("-7", OPEN),
        ("Present", OPEN),
        ("on going", OPEN),
        ("En cours", OPEN),
        ("En ejecución", OPEN),
        ("9999-12-31", OPEN),
        ("?", UNKNOWN),
        ("0", UNREAD),
        ("99999", UNREAD),
        ("31/31/2004", UNREAD),
        ("soon", UNREAD),
    ],
)
def test_what_is_no_date_is_told_apart(text, kind):
    assert read_one(text)[0] == kind


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["05/06/2004", "13/06/2004"], True),
        (["05/06/2004", "06/13/2004"], False),
        (["05/06/2004"], None),
        (["13/06/2004", "06/13/2004"], None),
        (["05.06.2004"], True),
        (["2004-05-06"], None),
    ],
)
def test_one_value_settles_the_day_order_of_its_column(texts, order):
    assert find_day_order(texts) is order


def test_dates_that_nothing_settles_are_reported():
    points = read_points(pd.Series(["05/06/2004", "soon"], dtype="str"))
    assert points.kind.tolist() == [UNREAD, UNREAD]
    assert [problem for _kind, problem in points.found] == [AMBIGUOUS, NO_DATE]
    assert read_one("05/06/2004", day_first=True)[1] == date(2004, 6, 5)
    assert read_one("05/06/2004", day_first=False)[1] == date(2004, 5, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2004-02-29", date(2004, 2, 29)),
        ("2005-02-29", None),  # no day
        ("1799-12-31", None),  # before the years that are read
        ("2004-W05-1", None),  # a week
        ("2004/02/29", None),
        ("20040229", None),
        ("２００４-02-29", None),
    ],
)
def test_a_plain_day_is_an_iso_day_alone(text, day):
    found = plain_day(text)
    assert (found and found.first) == day
