"""Sums of number columns: exact, by currency, whole in each group or shared, blank no zero."""

from decimal import Decimal
from fractions import Fraction

import pytest

from analysis.counts.ask import ask
from analysis.counts.sums import sum_by, sum_measure
from analysis.intake.read import read_intake
from analysis.reading.amounts import decimal_comma, read_amount
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.measures import own_measures
from analysis.text import in_language
from analysis.view import View
from analysis.wording import show_amount

FILE = b"""Country,Start,End,Donor,Budget,Currency,People reached,Project code
Kenya,2001,2002,ECHO; CERF; UN,0.1,EUR,"1,000",11
Kenya,2001,2002,ECHO,0.2,EUR,,12
Zambia,2001,2002,CERF,0.3,USD,500,13
Zambia,2001,2002,ECHO; CERF,,USD,many,14
Kenya,2001,2002,UN,1000,EUR,0,15
Kenya,2001,2002,UN,5,EUR,7,16
Zambia,2001,2002,ECHO,1,USD,8,17
Zambia,2001,2002,ECHO,2,USD,9,18
Zambia,2001,2002,ECHO,2,USD,9,19
Zambia,2001,2002,ECHO,2,USD,9,20
"""


@pytest.fixture(scope="module")
def selected():
    return select(read_intake(FILE, "a.csv", activity=(), facets=("Donor",)).table, Selection())


def test_money_has_a_measure_for_each_currency_and_codes_are_none(selected):
    assert own_measures(selected.snapshot.table) == {
        ".Budget USD": "Budget, USD",
        ".Budget EUR": "Budget, EUR",
        ".People reached": "People reached",
    }


def test_a_sum_is_exact_of_one_currency_and_blanks_are_no_zeros(selected):
    total = ask(selected, sum_measure, ".Budget EUR")
    assert (total.amount, total.having, total.unread) == (Decimal("1005.3"), 4, 0)
    assert (total.mean, total.median) == (Decimal("251.325"), Decimal("2.6"))
    people = ask(selected, sum_measure, ".People reached")
    assert (people.amount, people.having, people.unread) == (Decimal(1542), 8, 1)


def test_an_operation_counts_whole_in_each_group(selected):
    sums = ask(selected, sum_by, ".Donor", ".Budget EUR", False)
    assert sums.to_numpy().tolist() == [
        ["UN", Decimal("1005.1"), 3],
        ["ECHO", Decimal("0.3"), 2],
        ["CERF", Decimal("0.1"), 1],
    ]


def test_shared_equally_the_groups_add_up_to_the_total(selected):
    sums = ask(selected, sum_by, ".Donor", ".Budget EUR", True)
    assert abs(sum(map(Fraction, sums["amount"])) - Fraction("1005.3")) < Fraction(1, 10**50)


@pytest.mark.parametrize(
    ("text", "comma", "read"),
    [("1,234.50", False, "1234.50"), ("1.234,5", True, "1234.5"), ("(12)", False, "-12"), ("1 000", False, "1000")],
)
def test_amounts_are_read_as_printed(text, comma, read):
    assert read_amount(text, comma) == Decimal(read)


@pytest.mark.parametrize("text", ["", "many", "12 months", "1,2,3", "NaN", "1e5"])
def test_what_is_no_number_is_none(text):
    assert read_amount(text) is None


def test_commas_part_decimals_where_a_cell_says_so():
    assert decimal_comma(["1.234,5", "12"])
    assert not decimal_comma(["1,234", "12.5"])


def test_the_link_says_what_is_summed(selected):
    query = {"measure": [".Budget EUR"], "several": ["shared"]}
    view, ignored = View.from_query("overview", query, selected.snapshot.table)
    assert (view.to_query(), ignored) == (query, [])


def test_amounts_are_written_as_the_language_has_them():
    with in_language("es"):
        assert (show_amount(Decimal("2.50")), show_amount(Decimal("1234567"))) == ("2,5", "1.234.567")


def test_amounts_of_any_length_are_shown():
    assert show_amount(Decimal("1e40")).count(",") == 13


@pytest.mark.parametrize(("amount", "shown"), [("1234567.8", "1,234,568"), ("2.50", "2.5"), ("0", "0"), ("-3", "-3")])
def test_amounts_are_shown_with_thousands_parted(amount, shown):
    assert show_amount(Decimal(amount)) == shown
