"""Amounts as printed to exact decimals."""

import re
from collections.abc import Iterable
from decimal import Decimal

import pandas as pd

_DECIMAL_COMMA = re.compile(r"[\d.]*\d,(?:\d{1,2}|\d{4,})")
_DECIMAL_POINT = re.compile(r"[\d,]*\d\.(?:\d{1,2}|\d{4,})")
_WITH_COMMA = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})*(?:,\d+)?|[-+]?\d+(?:,\d+)?")
_WITH_POINT = re.compile(r"[-+]?\d{1,3}(?:,\d{3})*(?:\.\d+)?|[-+]?\d+(?:\.\d+)?")
_BLANKS = re.compile(r"[\s'’]")


def decimal_comma(texts: Iterable[str]) -> bool:
    """Whether commas part decimals in these texts: some end in a comma and digits that are no thousand, none so in a
    point."""
    plain = [_BLANKS.sub("", text) for text in texts]
    return any(map(_DECIMAL_COMMA.fullmatch, plain)) and not any(map(_DECIMAL_POINT.fullmatch, plain))


def read_amount(text: str, comma: bool = False) -> Decimal | None:
    """The number that a text is, exactly; None where it is none. comma: whether commas part decimals."""
    plain = _BLANKS.sub("", text)
    if plain.startswith("(") and plain.endswith(")"):
        plain = f"-{plain[1:-1]}"
    if not (_WITH_COMMA if comma else _WITH_POINT).fullmatch(plain):
        return None
    return Decimal(plain.replace(".", "").replace(",", ".") if comma else plain.replace(",", ""))


def read_degrees(cells: pd.Series, most: float) -> pd.Series:
    """The degrees that cells hold as decimals, with a point or a comma; missing where there are none up to `most`."""
    degrees = pd.to_numeric(cells.str.strip().str.replace(",", ".", regex=False), errors="coerce")
    return degrees.where(degrees.abs() <= most)
