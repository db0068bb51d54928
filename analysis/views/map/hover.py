"""What stands beside a point of the map: the first few operations of each territory."""

import numpy as np
import pandas as pd

from analysis.counts.ask import otherwise
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships
from analysis.views.map.points import chosen_pairs


@otherwise("the first rows of each territory of all parts, cut again")
def list_point_operations(selected: Selected, most: int = 4) -> pd.DataFrame:
    """iso3, country and period as printed, activities (a tuple): the first operations of each territory."""
    table = selected.snapshot.table
    memberships = facet_memberships(table, "territory")
    operation, territory = chosen_pairs(selected, memberships)
    order = np.argsort(territory, kind="stable")
    starts = np.searchsorted(territory[order], territory[order], side="left")
    first = order[np.arange(len(order)) - starts < most]
    rows, held = table.operations.iloc[operation[first]], facet_memberships(table, "activity").codes_held
    return pd.DataFrame(
        {
            "iso3": memberships.codes[territory[first]],
            "country": rows["country"].to_numpy(),
            "period": rows["period"].to_numpy(),
            "activities": [held[number] for number in rows["activity_set"]],
        }
    )
