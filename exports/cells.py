"""Cells that no spreadsheet takes for a formula."""

import re

import pandas as pd

_PLAIN_NUMBER = re.compile(r"-\d+(?:\.\d+)?")


def safe_cell(text: str) -> str:
    """`text` with a leading ' where a spreadsheet would run it; plain negative numbers stay as they are."""
    bare = text.lstrip()
    risky = bare[:1] in ("=", "+", "-", "@", "|", "%") or text[:1] in ("\t", "\r", "\n")
    return f"'{text}" if risky and bare and not _PLAIN_NUMBER.fullmatch(bare) else text


def safe_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with every text made safe, column names too; each different text is looked at once."""
    safe = rows.copy()
    for column in safe.columns[[not pd.api.types.is_numeric_dtype(dtype) for dtype in rows.dtypes]]:
        codes, texts = pd.factorize(safe[column].astype("str"))
        safe[column] = pd.Series([safe_cell(text) for text in texts], dtype="str").take(codes).to_numpy()
    return safe.rename(columns=safe_cell)
