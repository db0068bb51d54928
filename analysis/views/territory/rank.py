"""Where a territory stands among those of its region."""

import numpy as np
import pandas as pd

from analysis.counts.ask import ask, otherwise
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection
from analysis.table.memberships import facet_memberships
from analysis.views.map.points import tally_points


def region_of(selected: Selected, iso3: str) -> Selected | None:
    """All operations of the region that a territory lies in, as of the same date; None where it lies in none."""
    snapshot = selected.snapshot
    region = snapshot.table.reference.territories["region"][iso3]
    if not region:
        return None
    as_of = None if snapshot.as_of == snapshot.table.as_of else snapshot.as_of
    return select(snapshot.table, Selection(region=(region,), as_of=as_of))


@otherwise("from `tally_points` of the region", of_whole=True, from_others=True)
def rank_territories(selected: Selected, iso3: str) -> pd.DataFrame:
    """territory, subregion, operations, years, activities, years_rank, activities_rank: one row for each territory of
    the region of `iso3` that has an operation, the longest active first, then by name.

    `years` are calendar years with an active operation, `activities` different ones; equal values share a rank. The
    filters change nothing.
    """
    region, snapshot = region_of(selected, iso3), selected.snapshot
    columns = ["territory", "subregion", "operations", "years", "activities", "years_rank", "activities_rank"]
    if region is None or not region.count:
        return pd.DataFrame(columns=columns)
    memberships = facet_memberships(snapshot.table, "territory")
    territories = snapshot.table.reference.territories
    tallies = ask(region, tally_points)
    # A row may reach into another region; only this one is ranked.
    inside = (territories["region"].reindex(memberships.codes) == territories["region"][iso3]).to_numpy()
    found = np.flatnonzero((tallies.operations > 0) & inside)
    codes = memberships.codes[found]
    counts = pd.DataFrame(
        {
            "territory": codes,
            "subregion": territories["subregion"].reindex(codes).to_numpy(),
            "operations": tallies.operations[found],
            "years": (tallies.active[found] > 0).sum(axis=1),
            "activities": tallies.activities[found].sum(axis=1),
        }
    )
    for name in ("years", "activities"):
        counts[f"{name}_rank"] = counts[name].rank(method="min", ascending=False).astype(int)
    return counts.sort_values("years", ascending=False, kind="stable", ignore_index=True)[columns]
