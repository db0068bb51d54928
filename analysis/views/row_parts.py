"""All rows of a selection, some at a time, so that no process holds them all where they lie in parts."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.counts.ask import ask
from analysis.selection.select import Selected, select_without
from analysis.table.in_parts import take_rows, with_rows
from analysis.views.listed_rows import list_rows
from analysis.views.rows import order_operations, sort_keys

PART_ROWS = 20_000


def cut_rows(rows: pd.DataFrame, each: int = PART_ROWS) -> Iterator[pd.DataFrame]:
    """Rows, so many at a time; of no rows one part without any."""
    return (rows.iloc[first : first + each] for first in range(0, max(len(rows), 1), each))


def list_row_parts(selected: Selected, sort: str, descending: bool, each: int = PART_ROWS) -> Iterator[pd.DataFrame]:
    """The rows of `list_rows` in order, so many at a time."""
    table = selected.snapshot.table
    if not table.parts:
        yield from cut_rows(ask(selected, list_rows, sort, descending), each)
        return
    count = len(table.parts)
    order = _order_parts(table.parts.answers_each(selected, _sorted_keys, [(sort, descending)] * count))
    begins = np.zeros(count, np.int64)
    for first in range(0, max(len(order), 1), each):
        ends = begins + np.bincount(order[first : first + each], minlength=count)
        edges = [(sort, descending, *edge) for edge in zip(begins.tolist(), ends.tolist(), strict=True)]
        some = with_rows(table, table.parts.answers_each(selected, _sorted_rows, edges))
        yield list_rows(select_without(some, selected.selection, selected.left_out), sort, descending)
        begins = ends


def _sorted_keys(selected: Selected, sort: str, descending: bool) -> np.ndarray:
    """What the chosen operations are sorted by and the place of their names, a row each, in order."""
    chosen = order_operations(selected, sort, descending)
    key, name = sort_keys(selected, sort, chosen)
    return np.column_stack([-key if descending else key, name])


def _sorted_rows(selected: Selected, sort: str, descending: bool, begin: int, end: int) -> dict:
    return take_rows(selected.snapshot.table, order_operations(selected, sort, descending)[begin:end])


def _order_parts(keys: list[np.ndarray]) -> np.ndarray:
    """The number of the part that each row of the whole order comes from."""
    part = np.repeat(np.arange(len(keys), dtype=np.int16), [len(of_part) for of_part in keys])
    together = np.concatenate(keys)
    # Of equals those of the first part come first, as in the source.
    return part[np.lexsort((together[:, 1], together[:, 0]))]
