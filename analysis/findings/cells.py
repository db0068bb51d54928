"""What findings count, numbered once for a snapshot, so that a selection costs a few passes over numbers."""

from dataclasses import dataclass

import numpy as np

from analysis.caches import cached_on_value
from analysis.counts.ask import adds_up
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships, status_codes
from analysis.table.snapshot import STATUSES, Snapshot
from analysis.table.table import Table


@dataclass(frozen=True, eq=False)
class Cells:
    """Numbers for each operation.

    cell_of: the operation's group, activity set and status as one number, in an array of `shape`.
    """

    cell_of: np.ndarray
    shape: tuple[int, int, int]


@cached_on_value
def number_cells(snapshot: Snapshot) -> Cells:
    """The cells of a snapshot, made once."""
    table, operations = snapshot.table, snapshot.operations
    group_of_place, members = group_places(table)
    group_of = group_of_place[operations["place"].to_numpy()]
    shape = (len(members), table.set_count, len(STATUSES))
    place_in_shape = (group_of, operations["activity_set"].to_numpy(), status_codes(operations))
    cell_of = np.ravel_multi_index(place_in_shape, shape) if len(operations) else np.array([], int)
    return Cells(cell_of, shape)


@adds_up()
def count_cells(selected: Selected) -> np.ndarray:
    """Operations by group of places, activity set and status."""
    cells = number_cells(selected.snapshot)
    chosen = selected.chosen
    held = selected.snapshot.table.tally(chosen, cells.cell_of[chosen], int(np.prod(cells.shape)))
    return held.reshape(cells.shape)


def region_codes(table: Table) -> list[tuple[str, str]]:
    """Facet and code of each region, then of each sub-region."""
    return [(facet, code) for facet in ("region", "subregion") for code in facet_memberships(table, facet).codes]


@cached_on_value
def group_places(table: Table) -> tuple[np.ndarray, np.ndarray]:
    """The group of each place, those of the same regions being one, so that operations are counted once; and whether
    each group lies in each of `region_codes`."""
    parts = []
    for facet in ("region", "subregion"):
        memberships = facet_memberships(table, facet)
        part = np.zeros((memberships.holder_count, len(memberships.codes)), np.int64)
        part[memberships.holder, memberships.option] = 1
        parts.append(part)
    members, group_of = np.unique(np.hstack(parts), axis=0, return_inverse=True)
    return group_of.reshape(-1), members
