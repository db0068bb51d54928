"""Small count tables of a selection that several kinds of finding share, each made when it is first asked for."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from analysis.findings.cells import Cells, number_cells, region_codes
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships

MOST_ACTIVITIES = 30


class YearCounts(NamedTuple):
    """Operations by year, the first of which is `first`; `restarted` ones started in the next year again."""

    first: int
    started: np.ndarray
    ended: np.ndarray
    restarted: np.ndarray


@dataclass(frozen=True, eq=False)
class Counts:
    """Counts of a selection; regions (regions and sub-regions) in the order of `region_codes`."""

    selected: Selected

    @cached_property
    def cells(self) -> Cells:
        """The numbers that the counts are made from."""
        return number_cells(self.selected.snapshot)

    @cached_property
    def regions(self) -> np.ndarray:
        """Whether each group of places lies in each region."""
        if not self.selected.selection.subregion:
            return self.cells.members
        # With sub-regions chosen, a region would be named for a part of itself.
        named = [facet == "subregion" for facet, _code in region_codes(self.selected.snapshot.table)]
        return self.cells.members * np.array(named)

    @cached_property
    def by_cell(self) -> np.ndarray:
        """Operations by group of places, activity set and status."""
        shape = self.cells.shape
        held = np.bincount(self.cells.cell_of[self.selected.chosen], minlength=int(np.prod(shape)))
        return held.reshape(shape)

    @cached_property
    def sets(self) -> np.ndarray:
        """Operations by activity set."""
        return self.by_cell.sum(axis=(0, 2))

    @cached_property
    def set_statuses(self) -> np.ndarray:
        """Operations by status and activity set."""
        return self.by_cell.sum(axis=0).T

    @cached_property
    def region_sets(self) -> np.ndarray:
        """Operations by region and activity set."""
        return self.regions.T @ self.by_cell.sum(axis=2)

    @cached_property
    def region_statuses(self) -> np.ndarray:
        """Operations by status and region."""
        return self.by_cell.sum(axis=1).T @ self.regions

    @cached_property
    def region_durations(self) -> np.ndarray:
        """Operations with a known duration by region and number in the cells' durations."""
        kept = self.selected.chosen & (self.cells.duration_of >= 0)
        width = len(self.cells.durations)
        number = self.cells.group_of[kept] * width + self.cells.duration_of[kept]
        held = np.bincount(number, minlength=len(self.regions) * width)
        return self.regions.T @ held.reshape(len(self.regions), width)

    @cached_property
    def activities(self) -> tuple[np.ndarray, np.ndarray]:
        """The codes of the most common activities, and whether each set (row) has each."""
        memberships = facet_memberships(self.selected.snapshot.table, "activity")
        counts = memberships.weigh_options(self.sets)
        common = np.sort(np.argsort(-counts, kind="stable")[:MOST_ACTIVITIES])
        column = np.full(len(counts), -1)
        column[common] = np.arange(len(common))
        shown = column[memberships.option] >= 0
        members = np.zeros((memberships.holder_count, len(common)), np.int64)
        members[memberships.holder[shown], column[memberships.option[shown]]] = 1
        return memberships.codes[common], members

    @cached_property
    def years(self) -> YearCounts:
        """Operations that started and ended in each year from the first start to the as-of year."""
        cells, last = self.cells, self.selected.snapshot.as_of.year
        base = int(cells.starts[1].min(initial=last))
        started, ended, restarted = (
            np.bincount(year[self.selected.chosen[operation]] - base, minlength=last - base + 1)
            for operation, year in (cells.starts, cells.ends, cells.restarts)
        )
        before = int((started > 0).argmax())
        return YearCounts(base + before, started[before:], ended[before:], restarted[before:])

    def operations_of(self, region: int, wanted: np.ndarray) -> np.ndarray:
        """The row numbers of the chosen operations in a region that are wanted (a mask of operations)."""
        inside = (self.regions[:, region] == 1)[self.cells.group_of]
        return np.flatnonzero(self.selected.chosen & inside & wanted)
