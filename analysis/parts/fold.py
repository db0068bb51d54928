"""A table with the rows that are alike in all that is counted folded into one, which stands for their number."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.selection.select import count_chosen, count_started
from analysis.table.in_parts import join_tables
from analysis.table.table import Table
from analysis.table.vocabulary import vocabulary

# Fewer rows are counted as fast as they are. More different ones than these take longer to send than to ask about, and
# where each stands for few rows nothing is won.
FOLDED_FROM = 100_000
MOST_FOLDED = 250_000
ROWS_A_FOLD = 4
# What gives the same of folded parts as of whole ones.
asked_of_folded: set[Callable] = {count_chosen, count_started}


def fold_where_it_pays(table: Table) -> Table | None:
    """The folded table; None for a table of few rows, or where it would not be much shorter."""
    count = len(table.operations)
    return fold_if_shorter(table, min(MOST_FOLDED, count // ROWS_A_FOLD)) if count >= FOLDED_FROM else None


def fold_if_shorter(table: Table, most: int) -> Table | None:
    """The folded table; None where more than so many rows are left."""
    number = number_alike(table)
    return fold_table(table, number) if int(number.max(initial=-1)) < most else None


def fold_table(table: Table, number: np.ndarray) -> Table:
    """The first row of each number, standing for as many as have it; without texts, readings and problems.

    number: that of each operation, as `number_alike` has them.
    """
    is_first = np.diff(np.maximum.accumulate(number), prepend=-1) > 0
    operation = table.spells["operation"].to_numpy()
    spells = table.spells[is_first[operation]]
    columns = ["line", "place", "activity_set", *(facet.column for facet in table.own.facets)]
    return replace(
        table,
        operations=table.operations.loc[is_first, columns].reset_index(drop=True),
        spells=spells.assign(operation=number[spells["operation"].to_numpy()]).reset_index(drop=True),
        period_read=table.period_read[is_first],
        readings=table.readings.iloc[:0],
        problems=table.problems.iloc[:0],
        activities=tuple(vocabulary(table)["activity"]),
        alike=table.tally(slice(None), number, int(number.max(initial=-1)) + 1),
        parts=None,
    )


def number_alike(table: Table) -> np.ndarray:
    """A number for each operation, the same for those that no count tells apart, counted up by first occurrence."""
    columns = [table.operations[name].to_numpy() for name in ("place", "activity_set")]
    columns += [pd.factorize(table.operations[facet.column])[0] for facet in table.own.facets]
    return _one_number(*columns, table.period_read, _number_periods(table.spells, len(table.operations)))


def _number_periods(spells: pd.DataFrame, count: int) -> np.ndarray:
    """A number for each operation, the same for those whose spells are the same."""
    columns = [pd.factorize(spells[name])[0] for name in ("start", "end", "start_precision", "end_precision")]
    spell, operation = _one_number(*columns), spells["operation"].to_numpy()
    number = np.zeros(count, np.int64)
    # Spells stand in order of operation, and few operations have a second one.
    place = np.arange(len(operation)) - np.searchsorted(operation, operation, side="left")
    for which in range(int(place.max(initial=-1)) + 1):
        holders = operation[place == which]
        further = _one_number(number[holders], spell[place == which])
        number[holders] = further + number.max() + 1
    return number


def _one_number(*columns: np.ndarray) -> np.ndarray:
    number = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        # A missing day has the number -1.
        numbers = column.astype(np.int64) + 1
        number = pd.factorize(number * (numbers.max(initial=0) + 1) + numbers)[0]
    return number


def join_folded(tables: list[Table], head: Table) -> Table | None:
    """Folded tables of parts as one, folded once more, under the name of their head; None where too many rows are left.

    The parts number places and sets alike.
    """
    joined = join_tables(tables, head)
    return fold_if_shorter(joined, min(MOST_FOLDED, joined.row_count // ROWS_A_FOLD))
