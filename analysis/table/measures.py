"""The exact numbers of a column of the user's own that can be summed in place of counting operations."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.reading.amounts import decimal_comma, read_amount
from analysis.table.table import Measure, Table

# What is counted where nothing is summed.
OPERATIONS = "operations"


@dataclass(frozen=True, eq=False)
class Amounts:
    """amounts: a Decimal for each operation, None where there is none.  unread: whether its text is no number."""

    amounts: np.ndarray
    unread: np.ndarray


def own_measures(table: Table) -> dict[str, str]:
    """The measures of the user's own that a table has, each with its name: heading and currency."""
    return {measure.code: measure.label for measure in table.own.measures}


def find_measure(table: Table, code: str) -> Measure:
    """The measure of a code; LookupError where the table has none."""
    found = next((measure for measure in table.own.measures if measure.code == code), None)
    if found is None:
        raise LookupError(code)
    return found


@cached_on_value
def read_amounts(table: Table, code: str) -> Amounts:
    """The amounts of a measure; a row in another currency has none, and so has a blank, which is not zero."""
    measure = find_measure(table, code)
    numbers, texts = pd.factorize(table.operations[measure.column].str.strip())
    comma = decimal_comma(texts)
    read = np.array([*(read_amount(text, comma) for text in texts), None], object)[:-1]
    amounts = read[numbers]
    unread = np.array([text != "" and number is None for text, number in zip(texts, read, strict=True)], bool)[numbers]
    if measure.currency_column:
        elsewhere = (table.operations[measure.currency_column].str.strip().str.upper() != measure.unit).to_numpy()
        amounts[elsewhere], unread[elsewhere] = None, False
    return Amounts(amounts, unread)
