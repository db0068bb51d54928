"""Rows of a selection to show, as many as there is room for."""

import numpy as np
import pandas as pd

from analysis.counts.ask import otherwise
from analysis.counts.pairs import find_without
from analysis.selection.select import Selected
from analysis.views.rows import operation_rows, order_operations, short_rows


def _first_rows(
    selected: Selected, sort: str = "line", descending: bool = False, first: int = 0, most: int | None = None
) -> np.ndarray:
    return order_operations(selected, sort, descending)[: None if most is None else first + most]


@otherwise("the first rows of each part, put in order again", keep=False, rows=_first_rows)
def list_rows(
    selected: Selected, sort: str = "line", descending: bool = False, first: int = 0, most: int | None = None
) -> pd.DataFrame:
    """Rows of the chosen operations as `operation_rows` has them, in the order of a sort, from the `first` one on."""
    numbers = order_operations(selected, sort, descending)[first:]
    return operation_rows(selected.snapshot, numbers[:most])


def _short_rows_first(selected: Selected, sort: str, descending: bool, most: int) -> np.ndarray:
    return order_operations(selected, sort, descending)[:most]


@otherwise("the first rows of each part, put in order again", rows=_short_rows_first)
def list_short_rows(selected: Selected, sort: str, descending: bool, most: int) -> pd.DataFrame:
    """The first rows of the chosen operations as `short_rows` has them, in the order of a sort."""
    return short_rows(selected.snapshot, _short_rows_first(selected, sort, descending, most))


def _lasting_first(selected: Selected, sort: str, descending: bool, most: int) -> np.ndarray:
    operations = selected.snapshot.operations
    known = operations["duration_years"].notna().to_numpy() & (operations["status"] != "unknown").to_numpy()
    numbers = order_operations(selected, sort, descending)
    return numbers[known[numbers]][:most]


@otherwise("the first rows of each part, put in order again", rows=_lasting_first)
def list_lasting_rows(selected: Selected, sort: str, descending: bool, most: int) -> pd.DataFrame:
    """The first rows of those whose duration and status are known, as `list_short_rows` has them."""
    return short_rows(selected.snapshot, _lasting_first(selected, sort, descending, most))


def _without_first(selected: Selected, having: str, lacking: str, most: int) -> np.ndarray:
    return np.flatnonzero(find_without(selected, having, lacking))[:most]


@otherwise("the first rows of the first parts", rows=_without_first)
def list_without(selected: Selected, having: str, lacking: str, most: int) -> pd.DataFrame:
    """The first operations that have one activity and lack the other, as `short_rows` has them."""
    return short_rows(selected.snapshot, _without_first(selected, having, lacking, most))


@otherwise("the first rows of the first parts", of_whole=True)
def list_telling_rows(selected: Selected, most: int) -> pd.DataFrame:
    """Rows of the table as `operation_rows` has them, whatever is chosen: first one for each way in which what is read
    parts from what is printed, then others where it does, then the first ones."""
    table = selected.snapshot.table
    lines = table.operations["line"].to_numpy()
    found = pd.concat(
        [table.problems[["line", "problem"]].set_axis(["line", "why"], axis=1), table.readings[["line", "why"]]]
    )
    telling = [*found.drop_duplicates("why")["line"], *found["line"].drop_duplicates().head(most), *lines[:most]]
    chosen = list(dict.fromkeys(telling))[:most]
    numbers = pd.Series(np.arange(len(lines)), lines)
    return operation_rows(selected.snapshot, numbers[numbers.index.isin(chosen)].loc[chosen].to_numpy())


@otherwise("the rows of all parts, one part after the other", keep=False, of_whole=True)
def list_whole_table(selected: Selected) -> tuple[pd.DataFrame, np.ndarray]:
    """Every row of the table as `operation_rows` has it, whatever is chosen, and the activities of each as printed."""
    operations = selected.snapshot.operations
    return operation_rows(selected.snapshot, np.arange(len(operations))), operations["area"].to_numpy()


@otherwise("the first rows of each part, put in order again", keep=False, rows=_first_rows)
def list_printed_cells(selected: Selected, sort: str, descending: bool) -> pd.DataFrame:
    """country, period, area as printed, of the rows that `list_rows` has with these arguments, by the same index."""
    numbers = order_operations(selected, sort, descending)
    return selected.snapshot.table.operations[["country", "period", "area"]].iloc[numbers]


@otherwise("the spells of the rows of each part, put in order again", keep=False, rows=_first_rows)
def list_spells(
    selected: Selected, sort: str = "line", descending: bool = False, first: int = 0, most: int | None = None
) -> pd.DataFrame:
    """The spells of the rows that `list_rows` has with these arguments, in order of the operation and its start.

    operation (the number that is the index of that row), and the columns that a snapshot's spells have.
    """
    numbers = order_operations(selected, sort, descending)[first:][:most]
    spells = selected.snapshot.spells
    return spells[np.isin(spells["operation"].to_numpy(), numbers)]
