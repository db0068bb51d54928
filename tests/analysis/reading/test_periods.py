"""Printed periods to spells and back; what cannot be read is reported and never guessed."""

import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.dates import read_point
from analysis.reading.periods import Spell, merge_spells, print_spells, read_period


def read(text: str) -> str:
    """The spells of a period as text, which holds their bounds and precisions."""
    return print_spells(read_period(text).spells)


@pytest.mark.parametrize(
    ("text", "spells"),
    [
        ("2000", "2000"),
        ("1999 - 2001", "1999 - 2001"),
        ("1999-2001", "1999 - 2001"),
        ("1999 – 2001", "1999 - 2001"),
        ("1999—2001", "1999 - 2001"),
        ("1999 \u2212 2001", "1999 - 2001"),
        ("1999 to 2001", "1999 - 2001"),
        ("1999/2001", "1999 - 2001"),
        ("de 1999 à 2001", "1999 - 2001"),
        ("desde 1999 hasta 2001", "1999 - 2001"),
        ("\u200b1999\u00a0-\u200b 2001 ", "1999 - 2001"),
        ("1999 - 2001; 2006", "1999 - 2001; 2006"),
        ("1999 - 2001, 2006", "1999 - 2001; 2006"),
        ("2006; 1999 - 2001", "1999 - 2001; 2006"),
        ("2000;; 2004,", "2000; 2004"),
        ("June 2006", "2006-06"),
        ("June, 2006", "2006-06"),
        ("JUNE 2006", "2006-06"),
        ("Sept. 2004 - Oct 2005", "2004-09 - 2005-10"),
        ("2006-06", "2006-06"),
        ("06/2006", "2006-06"),
        ("2004-11 - 2006-06", "2004-11 - 2006-06"),
        ("2004-11-2006-06", "2004-11 - 2006-06"),
        ("juin 2006 - août 2006", "2006-06 - 2006-08"),
        ("junio de 2006", "2006-06"),
        ("2006-06-15", "2006-06-15"),
        ("2006-06-15 00:00:00", "2006-06-15"),
        ("2006-06-15T00:00:00-05:00", "2006-06-15"),
        ("2006-06-15 08:30 - 2006-07-01 17:00", "2006-06-15 - 2006-07-01"),
        ("2006-06-15 - 2006-07-01", "2006-06-15 - 2006-07-01"),
        ("15 June 2006", "2006-06-15"),
        ("June 5, 2006 - 2008", "2006-06-05 - 2008"),
        ("31/12/2004", "2004-12-31"),
        ("29 Feb 2004", "2004-02-29"),
        ("2004 - 2004", "2004"),
        ("Q3 2020", "2020-07 - 2020-09"),
        ("2020-T3", "2020-07 - 2020-09"),
        ("Q1 2004 - Q3 2005", "2004-01 - 2005-09"),
        ("2004-Q1-2005-Q2", "2004-01 - 2005-06"),
        ("Jan-2005", "2005-01"),
        ("15-Jan-2005 - 3/Feb/2006", "2005-01-15 - 2006-02-03"),
    ],
)
def test_a_closed_period_is_read(text, spells):
    assert read(text) == spells
    assert read_period(text).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "1992 - on going", "1992 - ongoing", "1992 - On-Going", "1992 – present", "1992 to present",
        "1992 to date", "1992 - to date", "1992 until now", "1992 ongoing", "1992 - today", "1992 -", "1992–",
        "1992 — ", "since 1992", "1992 - en cours", "1992 en cours", "depuis 1992", "1992 à ce jour",
        "dès 1992", "1992 - aujourd\u2019hui", "1992 - en curso", "desde 1992", "1992 - actualidad",
        "1992 hasta la fecha",
    ],
)  # fmt: skip
def test_an_open_period_is_ongoing(text):
    expected = (Spell(date(1992, 1, 1), None, "year", "ongoing"),)
    assert read_period(text).spells == expected
    assert read_period(unicodedata.normalize("NFD", text)).spells == expected


@pytest.mark.parametrize(
    "text", ["2004 - unknown", "2004 - ?", "2004 – inconnu", "2004 - desconocida", "2004 - غير معروفة"]
)
def test_an_unknown_end_is_neither_ongoing_nor_closed(text):
    assert read_period(text) == ((Spell(date(2004, 1, 1), None, "year", "unknown"),), (), ())


@pytest.mark.parametrize("text", ["1992 -", "since 1992", "June - August 2006", "2004; 2005", "2004 - 2006; 2005"])
def test_what_is_not_plain_has_a_reading(text):
    assert len(read_period(text).readings) == 1


def test_a_year_covers_all_its_days():
    assert read_period("2004").spells == (Spell(date(2004, 1, 1), date(2004, 12, 31), "year", "year"),)


def test_a_month_covers_all_its_days():
    assert read_period("Feb 2004").spells == (Spell(date(2004, 2, 1), date(2004, 2, 29), "month", "month"),)


@pytest.mark.parametrize(
    "text",
    [
        "1999 - 22001", "", "  ", "ongoing", "unknown", "TBC", "99999", "0000", "0000 - 2001", "1799", "2200",
        "29 Feb 2005", "2006-13", "2006-02-30", "2004-00", "- 2004", "until 2004", "1999 - 2001 2006",
        "2004 - 2005 - 2006", "05/06/2006", "20042006", "2004?", "circa 2004", "2004 and 2006", "\u200b",
        "2004/05", "2004-5", "2004.5", "2004.10", "between 2004", "du 2004", "de 2004",
        "2004-05-Jan-2006", "38113", "2004.0", "Jan-05", "Q5 2004", "Q1 1799",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_problem_and_no_spell(text):
    period = read_period(text)
    assert period.spells == ()
    assert len(period.problems) == 1


# Read by patterns that are cubic, any of these would take hours.
@pytest.mark.parametrize("long", ["2004 " + "-" * 200_000 + "x", "2004" + " " * 200_000 + "x", "2004 to " * 50_000])
def test_a_long_text_that_is_no_period_is_soon_given_up(long):
    assert read_period(long).spells == ()


def test_a_period_of_many_pieces_is_read_however_long_it_is():
    assert len(read_period("; ".join(str(year) for year in range(1801, 2199, 2))).spells) == 199


def test_an_end_before_its_start_is_reported_and_never_swapped():
    assert read_period("2006 - 2004") == ((), (), (("2006 - 2004", "ends before it starts"),))


def test_the_readable_pieces_of_a_period_are_kept():
    period = read_period("1999 - 22001; 2006")
    assert print_spells(period.spells) == "2006"
    assert period.problems == (("1999 - 22001", "is not a period that can be read"),)


@pytest.mark.parametrize(
    ("text", "spells"),
    [
        ("1999 - 2001; 2000 - 2003", "1999 - 2003"),
        ("1999 - 2001; 2002", "1999 - 2002"),
        ("2004-06-30; 2004-07", "2004-06-30 - 2004-07"),
        ("1999 - ongoing; 2003", "1999 - ongoing"),
        ("1999; 1999", "1999"),
        ("1999 - 2009; 2001; 2003 - 2004", "1999 - 2009"),
        ("1999 - 2001; 2002-02", "1999 - 2001; 2002-02"),
    ],
)
def test_pieces_that_overlap_or_touch_are_one_spell(text, spells):
    assert read(text) == spells


def test_an_unknown_end_does_not_keep_its_neighbours_apart():
    assert read("2000 - 2010; 2004 - unknown; 2005 - 2012") == "2000 - 2012; 2004 - unknown"


BOUNDS = st.dates(date(1800, 1, 1), date(2199, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)
PIECES = st.one_of(
    BOUNDS,
    st.tuples(BOUNDS, BOUNDS).map(lambda bounds: " - ".join(sorted(bounds))),
    st.tuples(BOUNDS, st.sampled_from(["ongoing", "unknown"])).map(" - ".join),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, min_size=1, max_size=5))
def test_printed_spells_are_read_back_to_the_same(pieces):
    spells = read_period("; ".join(pieces)).spells
    assert read_period(print_spells(spells)) == (spells, (), ())


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, min_size=1, max_size=5))
def test_known_spells_stand_in_order_and_never_touch(pieces):
    spells = read_period("; ".join(pieces)).spells
    known = [spell for spell in spells if spell.end_precision != "unknown"]
    assert list(spells) == sorted(spells, key=lambda spell: spell.start) == merge_spells(spells)
    for first, second in pairwise(known):
        assert first.end is not None and (second.start - first.end).days > 1


@settings(deadline=None, max_examples=300)
@given(st.text("0123456789 -–;,/.?abeonu", max_size=25) | st.text(max_size=25))
def test_any_text_gives_spells_or_problems_and_no_error(text):
    period = read_period(text)
    assert period.spells or period.problems
    assert all(spell.end is None or spell.start <= spell.end for spell in period.spells)


@pytest.mark.parametrize("year", ["1800", "2199"])
def test_the_first_and_last_year_that_count_as_years(year):
    assert read_point(year).first == date(int(year), 1, 1)
