"""No cell is one that a spreadsheet would run, and every other cell is left alone."""

import pandas as pd
import pytest

from exports.tables.safe_cells import cell_texts, safe_cell


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


def test_a_column_is_made_safe_and_numbers_stay_numbers():
    assert cell_texts(pd.Series(["=1", "b", "=1"]), str) == ["'=1", "b", "'=1"]
    assert cell_texts(pd.Series([-1, 2, 3]), str) == ["-1", "2", "3"]
    assert cell_texts(pd.Series([5.0, None, -0.25]), str) == ["5.0", "", "-0.25"]
    assert cell_texts(pd.Series([1999, None], dtype="Int64"), str) == ["1999", ""]


def test_a_missing_text_is_an_empty_cell():
    assert cell_texts(pd.Series(["a", None, "=b"]), str) == ["a", "", "'=b"]


def test_cells_are_written_after_they_are_made_safe():
    assert cell_texts(pd.Series(["=1", ""]), lambda text: f"<{text}>") == ["<'=1>", "<>"]


def test_no_rows_are_no_cells():
    assert cell_texts(pd.Series([], dtype="str"), str) == []
