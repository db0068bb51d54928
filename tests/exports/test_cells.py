"""No cell is one that a spreadsheet would run, and every other cell is left alone."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from exports.cells import safe_cell, safe_rows


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-cmd",
        "--5",
        "@SUM(A1)",
        "|cmd",
        "%x",
        "\ttext",
        "\rtext",
        "\ntext",
        "\t",
        "-5%",
        "-1+1",
        "-",
    ],
)
def test_what_a_spreadsheet_would_run_gets_a_mark(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["  =1", " \t=1", "\u00a0=1", "\ufeff=1", "\u200b=1", "\x00=1", "＝1", "＋1", "－cmd", "＠x"]
)
def test_blanks_invisible_signs_and_wide_letters_hide_nothing(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["-5", "-5.25", " -5", "1999 - 2001", "a=b", "", " ", "Côte d'Ivoire", "'quoted'", "5%"]
)
def test_plain_numbers_and_plain_text_stay(text):
    assert safe_cell(text) == text


def test_rows_are_made_safe_with_their_titles_and_numbers_stay_numbers():
    rows = pd.DataFrame({"=a": ["=1", "b", "=1"], "n": [-1, 2, 3]})
    expected = pd.DataFrame({"'=a": ["'=1", "b", "'=1"], "n": [-1, 2, 3]})
    assert_frame_equal(safe_rows(rows), expected)


def test_a_missing_text_stays_missing():
    rows = pd.DataFrame({"text": ["a", None, "=b"]})
    assert_frame_equal(safe_rows(rows), pd.DataFrame({"text": ["a", None, "'=b"]}))


def test_two_columns_of_one_name_are_both_made_safe():
    rows = pd.DataFrame([["=1", "=2"]], columns=["a", "a"])
    assert safe_rows(rows).to_numpy().tolist() == [["'=1", "'=2"]]


def test_no_rows_are_no_rows():
    assert len(safe_rows(pd.DataFrame({"a": [], "b": []}))) == 0
