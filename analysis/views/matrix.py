"""Places by activities: a row for each name, a cell for each activity that it has."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.counts.ask import ask, otherwise
from analysis.counts.crossed import count_place_sets, expand_memberships
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships
from analysis.table.place_names import name_order, place_names
from analysis.views.rows import place_texts

MOST_MATRIX_ROWS = 100
SORTS = ("count", "region", "name")


@dataclass(frozen=True, eq=False)
class Matrix:
    """rows: name, region, territories (ISO3, as text), activities (how many), operations; in order, the first ones.
    cells: row, activity, operations, opens (the place's ISO3 codes joined by +; where none is known the operation's
        line in the source, nothing where several operations share the cell).
    more: how many further rows there are; single and full: how many of all rows have one activity, and every one.
    """

    rows: pd.DataFrame
    cells: pd.DataFrame
    more: int
    single: int
    full: int


@otherwise("from `count_place_sets`, by name of the place and activity", from_others=True)
def lay_out_matrix(selected: Selected, sort: str, most: int = MOST_MATRIX_ROWS) -> Matrix:
    """The chosen operations by current name of their place and by activity.

    Sorted by how many activities a row has, by region, or by name; ties by operations, then by name.
    """
    names, cells = _count_cells(selected)
    activities = np.bincount(cells["name"], minlength=len(names))
    rows = names.assign(activities=activities)[names["operations"] > 0]
    order = _order(rows, sort)[:most]
    shown = rows.iloc[order]
    kinds = cells["activity"].nunique()
    place_of = np.full(len(names), -1)
    place_of[shown.index] = np.arange(len(shown))
    row = place_of[cells["name"].to_numpy()]
    found = np.flatnonzero(row >= 0)
    found = found[np.argsort(row[found], kind="stable")]
    line = cells["line"].to_numpy()[found]
    codes = np.array([text.replace(", ", "+") for text in shown["territories"]], object)[row[found]]
    cells = pd.DataFrame(
        {
            "row": row[found],
            "activity": cells["activity"].to_numpy()[found],
            "operations": cells["operations"].to_numpy()[found],
            "opens": np.where(codes == "", np.where(line > 0, line.astype(str), ""), codes),
        }
    )
    return Matrix(
        rows=shown.reset_index(drop=True),
        cells=cells,
        more=len(rows) - len(shown),
        single=int((rows["activities"] == 1).sum()),
        full=int((rows["activities"] == kinds).sum()),
    )


def _count_cells(selected: Selected) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One row for each name, and name (its number), activity, operations, line for each pair that occurs."""
    snapshot = selected.snapshot
    table, memberships = snapshot.table, facet_memberships(snapshot.table, "activity")
    first_place, name_of = _number_names(table)
    held = ask(selected, count_place_sets)
    name, count = name_of[held["place"].to_numpy()], held["operations"].to_numpy()
    row, option = expand_memberships(memberships, held["activity_set"].to_numpy())
    cells, which = np.unique(name[row] * len(memberships.codes) + option, return_inverse=True)
    operations = np.bincount(which, count[row], len(cells)).astype(np.int64)
    # The sum of the lines in a cell of one operation is that operation's line.
    line = np.where(operations == 1, np.bincount(which, held["line"].to_numpy()[row], len(cells)), 0)
    names = pd.DataFrame(
        {
            "name": place_names(table)[first_place],
            "region": place_texts(snapshot, "region")[first_place],
            "territories": place_texts(snapshot, "territory")[first_place],
            "operations": np.bincount(name, count, len(first_place)).astype(np.int64),
        }
    )
    found = {"name": cells // len(memberships.codes), "activity": memberships.codes[cells % len(memberships.codes)]}
    return names, pd.DataFrame(found | {"operations": operations, "line": line.astype(np.int64)})


def _number_names(table) -> tuple[np.ndarray, np.ndarray]:
    """For each different name its first place, and for each place the number of its name."""
    name_of, names = pd.factorize(place_names(table))
    name_of = name_of.astype(np.int64)
    first = np.full(len(names), -1)
    first[name_of[::-1]] = np.arange(len(name_of))[::-1]
    return first, name_of


def _order(rows: pd.DataFrame, sort: str) -> np.ndarray:
    names = np.array([name_order(name) for name in rows["name"]], dtype="str")
    count = (-rows["operations"].to_numpy(), -rows["activities"].to_numpy())
    if sort == "count":
        return np.lexsort((names, *count))
    if sort == "region":
        return np.lexsort((names, np.array([name_order(name) for name in rows["region"]], dtype="str")))
    return np.argsort(names, kind="stable")
