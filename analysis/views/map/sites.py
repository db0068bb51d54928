"""The places of operations below the country, by the coordinates of a table of the user's own, grouped where dense."""

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.counts.ask import adds_up
from analysis.reading.amounts import read_degrees
from analysis.selection.select import Selected
from analysis.table.table import Table


def has_sites(table: Table) -> bool:
    """Whether columns of the table say where places below the country lie."""
    return bool(table.own.latitude)


@cached_on_value
def read_sites(table: Table) -> np.ndarray:
    """The latitude and longitude of each operation, both missing where either is."""
    operations, own = table.operations, table.own
    degrees = np.column_stack(
        [read_degrees(operations[name], most) for name, most in ((own.latitude, 90.0), (own.longitude, 180.0))]
    )
    return np.where(np.isnan(degrees).any(axis=1, keepdims=True), np.nan, degrees)


def _most_first(_selected: Selected, counts: pd.DataFrame, *_arguments) -> pd.DataFrame:
    return counts.sort_values(
        ["operations", "latitude", "longitude"], ascending=[False, True, True], kind="stable", ignore_index=True
    )


@adds_up("operations", arrange=_most_first, of_folded=False)
def count_sites(selected: Selected, degrees: float) -> pd.DataFrame:
    """latitude, longitude, operations: the chosen operations at each place that is known, the most first.

    degrees: the width of squares whose middles stand for the places in them; 0 leaves each place where it is.
    """
    sites = read_sites(selected.snapshot.table)[selected.chosen]
    sites = sites[~np.isnan(sites[:, 0])]
    if degrees:
        sites = (np.floor(sites / degrees) + 0.5) * degrees
    places, counts = np.unique(sites, axis=0, return_counts=True)
    found = pd.DataFrame({"latitude": places[:, 0], "longitude": places[:, 1], "operations": counts})
    return _most_first(selected, found)
