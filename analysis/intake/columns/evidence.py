"""What the values of a column say it holds, judged on its different values."""

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.reading.country_guesses import CountryReader, names_in_text
from analysis.reading.dates import could_be_serial
from analysis.reading.periods import read_period
from analysis.reading.points import BLANK, OPEN, READ, UNKNOWN, read_points
from analysis.reading.reference import Reference
from analysis.reading.statuses import read_statuses
from analysis.reading.vocabulary import word_list
from analysis.reading.written.period_texts import rewrite_periods

_VALUES, _LONG_VALUES, _ROWS = 200, 60, 20_000
YES, _NO = (frozenset(word_list("answers", answer)) for answer in ("yes", "no"))
FLAGS = YES | _NO
# A column says yes or no where at most this share of its cells, or one cell of three or more, says something else; the
# second share where it has words for both.
STRAY, _STRAY_OF_WORDS, _FEW = 0.05, 1 / 3, 3
_NUMBER = re.compile(r"[-+]?[\d\s.,']+%?|[-+]?\d+(?:\.\d+)?e[-+]?\d+")


_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|\b[A-Za-z]{2} ?'?\d\d\b|\d\d[/-]\d\d")
_SURELY, _SOME_YEARS = 0.9, 0.3
# 01.02.2015 is a day.
_DOTTED = re.compile(r"\d{1,2}[. ]\d{1,2}[. ]\d{2,4}")


class Evidence(NamedTuple):
    """Shares from 0 to 1 of a column's filled cells, and a few measures of them."""

    filled: float
    country: float
    country_codes: float
    places: float
    date: float
    year_only: float
    serial: float
    status: float
    period: float
    number: float
    flag: float
    yes: float
    different: float
    values: int
    length: float


def weigh_column(column: pd.Series, reference: Reference) -> Evidence:
    """The evidence of a column of text, rows at even steps and their most common values standing for all."""
    column = column.iloc[:: max(1, len(column) // _ROWS)]
    counts = column.str.strip().value_counts()
    filled = counts[counts.index != ""]
    total = int(filled.sum())
    if not total:
        return Evidence(**dict.fromkeys(Evidence._fields, 0))
    head = filled.head(_VALUES)
    texts, weights = list(head.index), head.to_numpy(float) / head.sum()

    def share(holds) -> float:
        held = np.fromiter((bool(hold) for hold in holds), bool)
        return float(weights[: len(held)][held].sum() / weights[: len(held)].sum())

    countries = CountryReader(reference, codes=True, guess=False)
    short = [text if len(text) <= 80 else "" for text in texts]
    kinds = read_points(pd.Series(texts, dtype="str"), day_first=True).kind
    date = share(kind in (READ, OPEN, UNKNOWN, BLANK) for kind in kinds)
    # What is no day is looked at once more only where years stand in it.
    may_be = date < _SURELY and share(_YEAR.search(text) for text in short) >= _SOME_YEARS
    ways = rewrite_periods(pd.Series(short, dtype="str")).read if may_be else {}
    return Evidence(
        filled=total / max(1, len(column)),
        country=share(countries.read(text).iso3 for text in short),
        country_codes=share(re.fullmatch(r"[A-Z]{2,3}|\d{1,3}", text) for text in texts),
        places=share(len(text) > 3 and names_in_text(text, reference) for text in texts[:_LONG_VALUES]),
        date=date,
        year_only=share(re.fullmatch(r"\d{4}(?:\.0)?", text) for text in texts),
        serial=share(could_be_serial(text) for text in texts),
        status=share(read_statuses(texts)),
        period=share(read_period(ways.get(text, text)).spells for text in short),
        number=share(_NUMBER.fullmatch(text.lower()) and not _DOTTED.fullmatch(text) for text in texts),
        flag=float(_are_flags(filled)),
        yes=share(text.lower() in YES for text in texts),
        different=len(filled) / total,
        values=len(filled),
        length=float(np.average([len(text) for text in texts], weights=weights)),
    )


def is_flags(column: pd.Series) -> bool:
    """Whether a column says yes or no, but for few cells."""
    counts = column.str.strip().value_counts()
    return _are_flags(counts[counts.index != ""])


def _are_flags(counts: pd.Series) -> bool:
    """Whether the different texts of a column, with how often each stands there, are words for yes and no."""
    total, head = int(counts.sum()), counts.head(_VALUES)
    said = [text.casefold() for text in head.index]
    stray = total - int(sum(count for text, count in zip(said, head.to_numpy(), strict=True) if text in FLAGS))
    if not total or stray == total:
        return False
    words = {text for text in said if not text[:1].isdigit()}
    most = _STRAY_OF_WORDS if words & YES and words & _NO else STRAY
    return stray <= most * total or (stray == 1 and total >= _FEW)


def stray_flags(column: pd.Series) -> np.ndarray:
    """The rows of a column of yes or no that say something else."""
    said = column.str.strip().str.casefold()
    return np.flatnonzero(((said != "") & ~said.isin(FLAGS)).to_numpy())
