"""What stands beside a point of the map: the first few operations of each territory."""

import numpy as np
import pandas as pd

from analysis.counts.ask import otherwise
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships
from analysis.views.map.points import chosen_pairs


def _first_of_each(selected: Selected, most: int = 4) -> np.ndarray:
    return _first_pairs(selected, most)[0]


@otherwise("the first rows of each territory of all parts, cut again", rows=_first_of_each)
def list_point_operations(selected: Selected, most: int = 4) -> pd.DataFrame:
    """iso3, country and period as printed, activities (a tuple): the first operations of each territory."""
    table = selected.snapshot.table
    operation, territory = _first_pairs(selected, most)
    rows, held = table.operations.iloc[operation], facet_memberships(table, "activity").codes_held
    return pd.DataFrame(
        {
            "iso3": facet_memberships(table, "territory").codes[territory],
            "country": rows["country"].to_numpy(),
            "period": rows["period"].to_numpy(),
            "activities": [held[number] for number in rows["activity_set"]],
        }
    )


def _first_pairs(selected: Selected, most: int) -> tuple[np.ndarray, np.ndarray]:
    """The first operations of each territory and that territory, by their numbers."""
    operation, territory = chosen_pairs(selected, facet_memberships(selected.snapshot.table, "territory"))
    order = np.argsort(territory, kind="stable")
    starts = np.searchsorted(territory[order], territory[order], side="left")
    first = order[np.arange(len(order)) - starts < most]
    return operation[first], territory[first]
