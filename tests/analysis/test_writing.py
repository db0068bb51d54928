"""Dates and numbers as each language writes them."""

from datetime import date

import pytest

from analysis.text import in_language
from analysis.wording import say_years
from analysis.writing import chart_signs, say_count, say_date

DAY = date(2006, 12, 31)


@pytest.mark.parametrize(
    ("code", "day", "count", "years"),
    [
        ("en", "2006-12-31", "12,345", "2.5+ years"),
        ("fr", "31 décembre 2006", "12\u202f345", "2,5+ ans"),
        ("es", "31 de diciembre de 2006", "12.345", "2,5+ años"),
        ("ar", "31 كانون الأول/ديسمبر 2006", "12,345", "2.5+ سنة"),
        ("zz", "2006-12-31", "12,345", "2.5+ years"),
    ],
)
def test_dates_and_numbers_follow_the_language(code, day, count, years):
    with in_language(code):
        assert (say_date(DAY), say_count(12345), say_years(2.5, "ongoing")) == (day, count, years)


def test_charts_take_the_same_signs():
    with in_language("fr"):
        assert chart_signs() == ",\u202f"
    assert chart_signs() == ".,"
