"""What is settled between columns, on a few columns whose evidence is written out."""

import pandas as pd
import pytest

from analysis.intake.columns.conflicts import add_flags, look_in_texts, says_more, settle_period
from analysis.intake.columns.evidence import Evidence
from analysis.intake.columns.guess import BY_VALUES, FLAGS, IN_TEXT, Guess

NOTHING = Evidence(*[0.0] * 13, 0, 0.0)
RANGES = NOTHING._replace(period=1.0)
DAYS = NOTHING._replace(period=1.0, date=1.0)
YEARS = DAYS._replace(year_only=1.0, number=1.0, values=20)
AMOUNTS = YEARS._replace(values=150)
# Neither column is always the earlier one.
NO_ORDER = pd.DataFrame(
    {"a": ["2001", "2004"], "b": ["2002", "2003"], "S": ["2001", "2004"], "E": ["2002", "2003"]}, dtype="str"
)


def guessed(**columns: str) -> dict[str, Guess]:
    """A guess for each role."""
    return {role: Guess((column,), BY_VALUES, 0.5) for role, column in columns.items()}


def columns_of(guesses: dict[str, Guess]) -> dict[str, tuple[str, ...]]:
    """The columns of each role."""
    return {role: guess.columns for role, guess in guesses.items()}


@pytest.mark.parametrize(
    ("guesses", "period", "left"),
    [
        ({"period": "P", "start": "S"}, RANGES, {"period": ("P",)}),
        ({"period": "P", "start": "S"}, RANGES._replace(date=0.69), {"period": ("P",)}),
        ({"period": "P", "start": "S"}, RANGES._replace(date=0.75), {"start": ("S",)}),
        ({"period": "P", "start": "S"}, DAYS, {"start": ("S",)}),
        ({"period": "P", "end": "E"}, RANGES, {"period": ("P",), "end": ("E",)}),
        ({"period": "P", "end": "E"}, DAYS, {"start": ("P",), "end": ("E",)}),
        ({"period": "P", "start": "S", "end": "E"}, RANGES, {"start": ("S",), "end": ("E",)}),
        ({"period": "P", "start": "S", "end": "E"}, DAYS, {"start": ("S",), "end": ("E",)}),
        ({"period": "P"}, RANGES, {"period": ("P",)}),
        ({"period": "P"}, DAYS, {"period": ("P",)}),
        ({"start": "S"}, DAYS, {"start": ("S",)}),
        ({"start": "S", "end": "E"}, DAYS, {"start": ("S",), "end": ("E",)}),
    ],
)
def test_either_a_period_or_a_start_with_an_end(guesses, period, left):
    settled = guessed(**guesses)
    settle_period(settled, {"P": period, "S": DAYS, "E": DAYS}, NO_ORDER)
    assert columns_of(settled) == left


@pytest.mark.parametrize(
    ("guesses", "evidence", "left"),
    [
        ({}, {"a": RANGES, "b": DAYS}, {"period": ("a",)}),
        ({}, {"a": RANGES._replace(date=0.5), "b": NOTHING}, {"period": ("a",)}),
        ({}, {"a": RANGES._replace(date=0.51), "b": NOTHING}, {}),
        ({}, {"a": DAYS}, {"period": ("a",)}),
        ({"end": "E"}, {"a": DAYS, "E": DAYS}, {"end": ("E",), "start": ("a",)}),
        ({"end": "E"}, {"a": DAYS, "b": DAYS, "E": DAYS}, {"end": ("E",)}),
        ({}, {"a": DAYS, "b": DAYS}, {}),
        ({}, {"a": DAYS._replace(date=0.9)}, {"period": ("a",)}),
        ({}, {"a": DAYS._replace(date=0.89)}, {}),
        ({}, {"a": YEARS}, {"period": ("a",)}),
        ({}, {"a": AMOUNTS}, {}),
        ({}, {"a": YEARS._replace(values=149)}, {"period": ("a",)}),
        ({}, {"a": YEARS._replace(year_only=0.98)}, {}),
        ({}, {"a": DAYS._replace(number=0.9)}, {}),
        ({}, {"a": DAYS._replace(year_only=0.5)}, {}),
        ({}, {"reporting date": DAYS}, {}),
        ({"title": "a"}, {"a": RANGES}, {"title": ("a",)}),
        ({"title": "a"}, {"a": DAYS}, {"title": ("a",)}),
        ({}, {"a": NOTHING}, {}),
    ],
)
def test_without_a_heading_for_them_dates_speak_by_their_values(guesses, evidence, left):
    settled = guessed(**guesses)
    settle_period(settled, evidence, NO_ORDER)
    assert columns_of(settled) == left


CELLS = {
    "P": ["1999 - 2001", "2002 - 2003", "2004 - 2004", "2005 - 2006", "2006 - 2008"],
    "S": ["1999", "2002", " 2004 ", "2005", "2006"],
    "E": ["2001", "2003", "2004", "2006", "2008"],
}


@pytest.mark.parametrize(
    ("changed", "cells", "more"),
    [
        ({}, {}, True),
        ({"S": YEARS._replace(year_only=0.98)}, {}, False),
        ({"E": YEARS._replace(year_only=0.98)}, {}, False),
        ({"S": YEARS._replace(year_only=0.99), "E": YEARS._replace(year_only=0.99)}, {}, True),
        ({"P": RANGES._replace(period=0.9)}, {}, True),
        ({"P": RANGES._replace(period=0.89)}, {}, False),
        ({"P": RANGES._replace(date=0.75)}, {}, False),
        ({}, {"S": ["1999", "2002", "2004", "2005", "1990"]}, True),
        ({}, {"S": ["1999", "2002", "2004", "1991", "1990"]}, False),
        ({}, {"E": ["2001", "2003", "2004", "1991", "1990"]}, False),
        ({}, {"S": ["", "", "", "", ""]}, False),
        ({}, {"S": ["", "2002", "", "", " "]}, True),
    ],
)
def test_a_period_says_more_than_years_that_it_names_too(changed, cells, more):
    evidence = {"P": RANGES, "S": YEARS, "E": YEARS} | changed
    table = pd.DataFrame(CELLS | cells, dtype="str")
    guesses = guessed(start="S", end="E")
    assert says_more(Guess(("P",), BY_VALUES, 0.5), guesses, evidence, table) is more


FLAG = NOTHING._replace(flag=1.0, yes=0.5, values=2)


@pytest.mark.parametrize(
    ("guesses", "evidence", "flags"),
    [
        ({}, {"Roof": FLAG, "Wall": FLAG, "Door": FLAG}, ("Roof", "Wall", "Door")),
        ({}, {"Roof": FLAG, "Wall": FLAG}, None),
        ({}, {"Food": FLAG, "Water points": FLAG}, ("Food", "Water points")),
        ({}, {"Roof": FLAG, "Wall": FLAG, "Door": FLAG._replace(flag=0.0)}, None),
        ({}, {"Roof": FLAG, "Wall": FLAG, "Door": FLAG._replace(values=9)}, None),
        ({}, {"Roof": FLAG, "Wall": FLAG, "Door": FLAG._replace(values=8)}, ("Roof", "Wall", "Door")),
        ({}, {"Roof": FLAG, "Wall": FLAG, "Status": FLAG}, None),
        ({"title": "Door"}, {"Roof": FLAG, "Wall": FLAG, "Door": FLAG}, None),
    ],
)
def test_three_columns_of_yes_or_no_are_activities(guesses, evidence, flags):
    settled = guessed(**guesses)
    add_flags(settled, evidence)
    assert settled.get("activity") == (flags and Guess(flags, FLAGS, 0.3))


def test_a_column_that_lists_activities_comes_before_yes_or_no():
    settled = guessed(activity="Sector")
    add_flags(settled, {"Roof": FLAG, "Wall": FLAG, "Door": FLAG, "Sector": NOTHING})
    assert columns_of(settled) == {"activity": ("Sector",)}


@pytest.mark.parametrize(
    ("guesses", "places", "found"),
    [
        ({}, {"a": 0.3, "b": 0.29}, Guess(("a",), IN_TEXT, 0.15)),
        ({}, {"a": 0.4, "b": 0.5}, Guess(("b",), IN_TEXT, 0.25)),
        ({"title": "a"}, {"a": 0.4, "b": 0.5}, Guess(("a",), IN_TEXT, 0.2)),
        ({"title": "a"}, {"a": 0.4, "b": 0.7}, Guess(("b",), IN_TEXT, 0.35)),
        ({}, {"a": 0.29, "b": 0.0}, None),
    ],
)
def test_countries_are_looked_for_in_the_texts_that_name_most(guesses, places, found):
    settled = guessed(**guesses)
    look_in_texts(settled, {name: NOTHING._replace(places=share) for name, share in places.items()})
    assert settled.get("country") == found
