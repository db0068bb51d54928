"""Cells that no spreadsheet takes for a formula."""

import re
from collections.abc import Callable

import numpy as np
import pandas as pd

# Blanks and signs that nobody sees hide nothing; the wide forms count as formulas where Excel runs in Japanese.
_RISKY = re.compile("[\t\r\n]|[\\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\\-@|%＝＋－＠]")
_PLAIN_NUMBER = re.compile(r"\s*-[0-9]+(?:\.[0-9]+)?")


def safe_cell(text: str) -> str:
    """`text` with a leading ' where a spreadsheet would run it; plain negative numbers stay as they are."""
    return f"'{text}" if _RISKY.match(text) and not _PLAIN_NUMBER.fullmatch(text) else text


def cell_texts(column: pd.Series, write: Callable[[str], str]) -> list[str]:
    """A column's cells as `write` writes them, made safe, missing ones empty; each different value is written once."""
    number, values = pd.factorize(column)
    values = np.asarray(values, dtype=object).tolist()
    if pd.api.types.is_numeric_dtype(column.dtype):
        texts = [str(value) for value in values]
    else:
        texts = [write(safe_cell(str(value))) for value in values]
    # A missing value has the number -1.
    return np.array([*texts, write("")], object)[number].tolist()
