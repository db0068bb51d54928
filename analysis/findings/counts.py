"""Small count tables of a selection that several kinds of finding share, each made when it is first asked for."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from analysis.counts.ask import ask
from analysis.findings.cells import count_cells, group_places, region_codes
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships
from analysis.table.snapshot import STATUSES

MOST_ACTIVITIES = 30
_ONGOING = STATUSES.index("ongoing")


@dataclass(frozen=True, eq=False)
class Counts:
    """Counts of a selection; regions (regions and sub-regions) in the order of `region_codes`."""

    selected: Selected

    @cached_property
    def members(self) -> np.ndarray:
        """Whether each group of places lies in each of `region_codes`, whatever is chosen."""
        return group_places(self.selected.snapshot.table)[1]

    @cached_property
    def regions(self) -> np.ndarray:
        """Whether each group of places lies in each region."""
        if not self.selected.selection.subregion:
            return self.members
        # With sub-regions chosen, a region would be named for a part of itself.
        named = [facet == "subregion" for facet, _code in region_codes(self.selected.snapshot.table)]
        return self.members * np.array(named)

    @cached_property
    def by_cell(self) -> np.ndarray:
        """Operations by group of places, activity set and status."""
        return ask(self.selected, count_cells)

    @cached_property
    def sets(self) -> np.ndarray:
        """Operations by activity set."""
        return self.by_cell.sum(axis=(0, 2))

    @cached_property
    def set_running(self) -> np.ndarray:
        """Operations that still run by activity set."""
        return self.by_cell[:, :, _ONGOING].sum(axis=0)

    @cached_property
    def region_sets(self) -> np.ndarray:
        """Operations by region and activity set."""
        return self.regions.T @ self.by_cell.sum(axis=2)

    @cached_property
    def region_running(self) -> np.ndarray:
        """Operations that still run by region."""
        return self.by_cell[:, :, _ONGOING].sum(axis=1) @ self.regions

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
