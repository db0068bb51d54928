"""Texts that were UTF-8 once, read as Windows-1252 and written as UTF-8 again: Ã© for é."""

import re

import pandas as pd

from analysis.intake.cells.sheet import Note
from analysis.text import N_

MENDED = N_("{count:,} texts were read in the wrong encoding before they came here and are mended: {was!r} is {now!r}.")
# The letter that the first byte of a letter of two or three bytes becomes, before one that a later byte becomes.
_SIGN = (
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
    "\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)


def mend_texts(header: list[str], cells: pd.DataFrame) -> tuple[list[str], pd.DataFrame, tuple[Note, ...]]:
    """Headings and cells with such texts mended, and a note where there were any."""
    mended: dict[str, str] = {}
    for column in cells:
        for text in cells[column][cells[column].str.contains(_SIGN, regex=True)].unique():
            if (now := _mend(text)) != text:
                mended[text] = now
    headed = [_mend(heading) for heading in header]
    mended |= {was: now for was, now in zip(header, headed, strict=True) if was != now}
    if not mended:
        return header, cells, ()
    was, now = next(iter(mended.items()))
    note = Note(MENDED, (("count", len(mended)), ("was", was[:60]), ("now", now[:60])))
    return headed, cells.apply(lambda column: column.replace(mended)), (note,)


def _mend(text: str) -> str:
    """The text read rightly; as it stands where it would be no UTF-8, as words with such letters are."""
    if not re.search(_SIGN, text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
