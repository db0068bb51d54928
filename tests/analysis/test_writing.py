"""Dates and numbers as each language writes them."""

import pickle
from datetime import date

import pytest

from analysis.text import _, in_language
from analysis.wording import say_years
from analysis.writing import chart_signs, say_count, say_date, say_number

DAY = date(2006, 12, 31)


@pytest.mark.parametrize(
    ("code", "day", "count", "years"),
    [
        ("en", "2006-12-31", "12,345", "2.5+ years"),
        ("fr", "31 décembre 2006", "12\u202f345", "2,5+ ans"),
        ("es", "31 de diciembre de 2006", "12.345", "2,5+ años"),
        ("ar", "31 كانون الأول/ديسمبر 2006", "12,345", "\u20682.5+\u2069 سنة"),
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


@pytest.mark.parametrize(
    ("code", "rows", "share"),
    [
        ("en", "The table has more than 1,234 rows.", "40.5%"),
        ("fr", "Le tableau a plus de 1\u202f234 lignes.", "40,5\u00a0%"),
        ("es", "La tabla tiene más de 1.234 filas.", "40,5\u00a0%"),
        ("ar", "في الجدول أكثر من 1,234 صف.", "40.5%"),
    ],
)
def test_numbers_within_sentences_are_the_languages_own(code, rows, share):
    with in_language(code):
        assert _("The table has more than {most:,} rows.").format(most=1234) == rows
        assert say_number("40.5%") == share


def test_what_runs_the_other_way_is_set_apart_in_arabic_alone():
    texts = [("السودان", "1999 - 2001"), ("mine.csv", "السودان"), ("السودان", "2006")]
    with in_language("ar"):
        said = [_("{name}: {period}").format(name=name, period=period) for name, period in texts]
        quoted = _("The sheet {sheet!r} is empty.").format(sheet="Data 1")
    assert said == ["السودان: \u20681999 - 2001\u2069", "\u2068mine.csv\u2069: السودان", "السودان: 2006"]
    assert quoted == "الورقة \u2068'Data 1'\u2069 فارغة."
    with in_language("fr"):
        assert _("{name}: {period}").format(name="Mali", period="1999 - 2001") == "Mali\xa0: 1999 - 2001"


def test_a_text_goes_to_another_process_and_comes_back():
    with in_language("fr"):
        again = pickle.loads(pickle.dumps(_("The table has more than {most:,} rows.")))
    assert again.format(most=1234) == "Le tableau a plus de 1\u202f234 lignes."
