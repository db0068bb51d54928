"""Which further columns of a table can be filtered by, and which of them are proposed."""

import re
from collections.abc import Collection, Iterator

import pandas as pd

from analysis.intake.columns.evidence import FLAGS
from analysis.reading.headings import plain_heading
from analysis.reading.vocabulary import word_list
from analysis.table.table import Table
from analysis.table.vocabulary import cell_values

_MOST_VALUES, _MOST_PROPOSED, _FEW_VALUES = 300, 3, 50
_LONGEST_VALUE = 80
_NUMBER_OR_DATE = re.compile(r"[\d\s.,:/+TZ%-]+")


def possible_facets(table: Table, columns: Collection[str]) -> tuple[str, ...]:
    """Those of these columns that say the same in many rows: 2 to 300 different texts, half as many as rows or fewer,
    neither numbers nor dates nor long."""
    return tuple(column for column in columns if _parts_rows(table.operations[column]))


def proposed_facets(table: Table, possible: Collection[str]) -> tuple[str, ...]:
    """The three of these columns that are most useful: those whose headings say so, then those that are filled best.

    None has one value for each country, which says no more than that, or says the same as another one of the three.
    """
    operations = table.operations
    proposed: list[str] = []
    for column in sorted(possible, key=lambda column: _rank(column, operations[column])):
        cells = operations[column]
        if len(proposed) == _MOST_PROPOSED or not _is_useful(column, cells) or _decided_by(operations["place"], cells):
            continue
        if not any(
            _decided_by(cells, operations[other]) and _decided_by(operations[other], cells) for other in proposed
        ):
            proposed.append(column)
    return tuple(proposed)


def _parts_rows(cells: pd.Series) -> bool:
    texts = cells.str.strip().value_counts()
    texts = texts[texts.index != ""]
    if not 2 <= len(texts) <= min(_MOST_VALUES, texts.sum() // 2):
        return False
    values = [value for text in texts.index for value in cell_values(text)]
    numbers = sum(bool(_NUMBER_OR_DATE.fullmatch(value)) for value in values)
    return 2 * numbers < len(values) and max(map(len, values)) <= _LONGEST_VALUE


def _rank(column: str, cells: pd.Series) -> tuple[int, float, int]:
    return next(_named(column), len(_words())), -float((cells.str.strip() != "").mean()), cells.nunique()


def _is_useful(column: str, cells: pd.Series) -> bool:
    if any(True for _place in _named(column)):
        return True
    texts = cells[cells.str.strip() != ""]
    few = len(texts) * 2 >= len(cells) and texts.nunique() <= min(_FEW_VALUES, len(texts) // 4)
    return few and not texts.str.casefold().isin(FLAGS).all()


def _named(column: str) -> Iterator[int]:
    """The places of the heading's words among those that name what is useful to filter by."""
    words = plain_heading(column).split()
    return (place for place, word in enumerate(_words()) if word in words)


def _words() -> list[str]:
    return word_list("facets", "words")


def _decided_by(first: pd.Series, second: pd.Series) -> bool:
    """Whether each value of the first has one of the second."""
    pairs = pd.DataFrame({"first": first, "second": second})[second.str.strip() != ""].drop_duplicates()
    return not pairs["first"].duplicated().any()
