"""Cells that no spreadsheet takes for a formula."""

import re

import numpy as np
import pandas as pd

# Blanks and signs that nobody sees hide nothing; the wide forms count as formulas where Excel runs in Japanese.
_RISKY = re.compile("[\t\r\n]|[\\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\\-@|%＝＋－＠]")
_PLAIN_NUMBER = re.compile(r"\s*-[0-9]+(?:\.[0-9]+)?")


def safe_cell(text: str) -> str:
    """`text` with a leading ' where a spreadsheet would run it; plain negative numbers stay as they are."""
    return f"'{text}" if _RISKY.match(text) and not _PLAIN_NUMBER.fullmatch(text) else text


def safe_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with every text made safe, column names too; each different text is looked at once."""
    safe = [_safe_column(column) for _name, column in rows.items()]
    titles = [safe_cell(str(name)) for name in rows.columns]
    return pd.concat(safe, axis="columns").set_axis(titles, axis="columns") if safe else rows


def _safe_column(column: pd.Series) -> pd.Series:
    if pd.api.types.is_numeric_dtype(column.dtype):
        return column
    number, values = pd.factorize(column)
    texts = [str(value) for value in np.asarray(values, dtype=object)]
    safe = [safe_cell(text) for text in texts]
    if safe == texts:
        return column
    # A missing text has the number -1, and stays missing.
    return pd.Series(np.array([*safe, None], object)[number], index=column.index, dtype="str")
