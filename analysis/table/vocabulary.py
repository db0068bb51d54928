"""What each facet can hold for a table, in the order that every list of it is shown in."""

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.table.snapshot import STATUSES
from analysis.table.table import Table


@cached_on_value
def vocabulary(table: Table) -> dict[str, dict[str, int]]:
    """For each facet its codes and their place in the order, those without an operation in the table included.

    Regions, sub-regions and territories by name; activities as the reference lists them, then by how many
    operations have them; statuses as defined.
    """
    territories = table.reference.territories
    codes = {
        "region": sorted(set(territories["region"]) - {""}),
        "subregion": sorted(set(territories["subregion"]) - {""}),
        "territory": territories["name_en"].sort_values().index,
        "activity": table.activities or _activities(table),
        "status": STATUSES,
    }
    return {facet: {code: order for order, code in enumerate(values)} for facet, values in codes.items()}


@cached_on_value
def year_span(table: Table) -> tuple[int, int]:
    """The first year that a spell of the table starts in and the year of its as-of date."""
    last = table.as_of.year
    return (int(table.spells["start"].dt.year.min()) if len(table.spells) else last, last)


def place_regions(table: Table, column: str) -> pd.DataFrame:
    """place and `column` (region or subregion): one row for each that a printed country lies in."""
    names = table.reference.territories[column].reindex(table.place_territories["iso3"]).to_numpy()
    pairs = table.place_territories[["place"]].assign(**{column: names})
    return pairs[pairs[column] != ""].drop_duplicates(ignore_index=True)


def _activities(table: Table) -> list[str]:
    held = np.bincount(table.operations["activity_set"], minlength=table.set_count)
    sets = table.set_activities
    occurring = pd.Series(held[sets["activity_set"]]).groupby(sets["activity"].to_numpy()).sum()
    known = list(table.reference.activities["code"])
    others = occurring.index.difference(known)
    return known + sorted(others, key=lambda code: (-occurring[code], code))
