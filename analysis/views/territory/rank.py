"""Where a territory stands among those of its region."""

import numpy as np
import pandas as pd

from analysis.counts.ask import otherwise
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection
from analysis.table.memberships import Memberships, facet_memberships


def region_of(selected: Selected, iso3: str) -> Selected | None:
    """All operations of the region that a territory lies in, as of the same date; None where it lies in none."""
    snapshot = selected.snapshot
    region = snapshot.table.reference.territories["region"][iso3]
    if not region:
        return None
    as_of = None if snapshot.as_of == snapshot.table.as_of else snapshot.as_of
    return select(snapshot.table, Selection(region=(region,), as_of=as_of))


@otherwise(
    "years and activities of a territory are different ones: both are put together as sets",
    of_whole=True,
    of_folded=True,
)
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
    operations = memberships.count_options(region.chosen)
    # A row may reach into another region; only this one is ranked.
    inside = (territories["region"].reindex(memberships.codes) == territories["region"][iso3]).to_numpy()
    found = np.flatnonzero((operations > 0) & inside)
    codes = memberships.codes[found]
    counts = pd.DataFrame(
        {
            "territory": codes,
            "subregion": territories["subregion"].reindex(codes).to_numpy(),
            "operations": operations[found],
            "years": _active_years(region, memberships)[found],
            "activities": _different_activities(region, memberships)[found],
        }
    )
    for name in ("years", "activities"):
        counts[f"{name}_rank"] = counts[name].rank(method="min", ascending=False).astype(int)
    return counts.sort_values("years", ascending=False, kind="stable", ignore_index=True)[columns]


def _active_years(region: Selected, memberships: Memberships) -> np.ndarray:
    """For each territory in how many calendar years an operation was active there."""
    years = region.years
    holder = memberships.holder_of[years["operation"].to_numpy()]
    stretches = _different(holder=holder, first_year=years["first_year"], last_year=years["last_year"])
    of_territory = stretches.merge(_pairs(memberships), on="holder")
    if of_territory.empty:
        return np.zeros(len(memberships.codes), int)
    first = int(of_territory["first_year"].min())
    width = int(of_territory["last_year"].max()) - first + 2
    row = of_territory["option"].to_numpy() * width
    size = len(memberships.codes) * width
    begun = np.bincount(row + of_territory["first_year"].to_numpy() - first, minlength=size)
    over = np.bincount(row + of_territory["last_year"].to_numpy() + 1 - first, minlength=size)
    active = np.cumsum((begun - over).reshape(-1, width), axis=1)
    return (active > 0).sum(axis=1)


def _different_activities(region: Selected, memberships: Memberships) -> np.ndarray:
    """For each territory how many different activities its operations have."""
    table = region.snapshot.table
    sets = table.operations["activity_set"].to_numpy()[region.chosen]
    held = _different(holder=memberships.holder_of[region.chosen], activity_set=sets)
    pairs = held.merge(table.set_activities, on="activity_set").merge(_pairs(memberships), on="holder")
    different = pairs[["option", "activity"]].drop_duplicates()
    return np.bincount(different["option"], minlength=len(memberships.codes))


def _pairs(memberships: Memberships) -> pd.DataFrame:
    return pd.DataFrame({"holder": memberships.holder, "option": memberships.option})


def _different(**columns: np.ndarray) -> pd.DataFrame:
    """The different rows of some whole numbers; as one number each they are told apart several times sooner."""
    values = {name: np.asarray(column, np.int64) for name, column in columns.items()}
    low = {name: int(column.min(initial=0)) for name, column in values.items()}
    widths = [int(column.max(initial=0)) - low[name] + 1 for name, column in values.items()]
    number = np.ravel_multi_index([column - low[name] for name, column in values.items()], widths)
    rows = np.unravel_index(pd.unique(number), widths)
    return pd.DataFrame({name: row + low[name] for name, row in zip(values, rows, strict=True)})
