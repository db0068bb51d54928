"""What findings count, numbered once for a snapshot, so that a selection costs a few passes over numbers."""

from dataclasses import dataclass

import numpy as np

from analysis.caches import cached_on_value
from analysis.table.memberships import facet_memberships, status_codes
from analysis.table.snapshot import STATUSES, Snapshot
from analysis.table.spells import once_a_year
from analysis.table.table import Table


@dataclass(frozen=True, eq=False)
class Cells:
    """Numbers for each operation, and for each first spell of an operation that starts or ends in a year.

    group_of: the operation's group of places.  members: whether each group (row) lies in each of `region_codes`.
    cell_of: its group, activity set and status as one number, in an array of `shape`.
    duration_of: the number of its duration in `durations` (years, in order), -1 where it is not known.
    starts, ends: operation and year, one each year an operation starts or ends in.
    restarts: operation and year, where the operation starts in the next year too.
    """

    group_of: np.ndarray
    members: np.ndarray
    cell_of: np.ndarray
    shape: tuple[int, int, int]
    duration_of: np.ndarray
    durations: np.ndarray
    starts: tuple[np.ndarray, np.ndarray]
    ends: tuple[np.ndarray, np.ndarray]
    restarts: tuple[np.ndarray, np.ndarray]


@cached_on_value
def number_cells(snapshot: Snapshot) -> Cells:
    """The cells of a snapshot, made once."""
    table, operations = snapshot.table, snapshot.operations
    group_of_place, members = _place_groups(table)
    group_of = group_of_place[operations["place"].to_numpy()]
    shape = (len(members), table.set_count, len(STATUSES))
    place_in_shape = (group_of, operations["activity_set"].to_numpy(), status_codes(operations))
    durations, duration_of = np.unique(operations["duration_years"].to_numpy(), return_inverse=True)
    unknown = np.isnan(durations)
    spells = snapshot.spells
    closed = spells[status_codes(spells) == STATUSES.index("closed")]
    starts = once_a_year(spells["operation"].to_numpy(), spells["start_year"].to_numpy())
    return Cells(
        group_of=group_of,
        members=members,
        cell_of=np.ravel_multi_index(place_in_shape, shape) if len(operations) else np.array([], int),
        shape=shape,
        duration_of=np.where(unknown[duration_of], -1, duration_of) if len(durations) else duration_of,
        durations=durations[~unknown],
        starts=starts,
        ends=once_a_year(closed["operation"].to_numpy(), closed["end_year"].to_numpy()),
        restarts=_followed(*starts),
    )


def region_codes(table: Table) -> list[tuple[str, str]]:
    """Facet and code of each region, then of each sub-region."""
    return [(facet, code) for facet in ("region", "subregion") for code in facet_memberships(table, facet).codes]


def _place_groups(table: Table) -> tuple[np.ndarray, np.ndarray]:
    """Places of the same regions are one group, so that operations are counted once and regions add groups up."""
    parts = []
    for facet in ("region", "subregion"):
        memberships = facet_memberships(table, facet)
        part = np.zeros((memberships.holder_count, len(memberships.codes)), np.int64)
        part[memberships.holder, memberships.option] = 1
        parts.append(part)
    members, group_of = np.unique(np.hstack(parts), axis=0, return_inverse=True)
    return group_of.reshape(-1), members


def _followed(operation: np.ndarray, year: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    followed = (operation[1:] == operation[:-1]) & (year[1:] == year[:-1] + 1)
    return operation[:-1][followed], year[:-1][followed]
