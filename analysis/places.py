"""The names that places are shown under."""

from functools import lru_cache

import numpy as np

from analysis.reference import territory_names
from analysis.sentence import all_of
from analysis.table import Table
from analysis.text import language


def place_names(table: Table) -> np.ndarray:
    """For each place its current names in the language in force, the printed one where none is known."""
    return _place_names(table, language())


@lru_cache(maxsize=8)
def _place_names(table: Table, _language: str) -> np.ndarray:
    names = territory_names(table.reference)
    current: list[list[str]] = [[] for _place in table.places]
    for place, iso3 in table.place_territories.itertuples(index=False):
        current[place].append(names[iso3])
    return np.array(
        [all_of(found) or printed for found, printed in zip(current, table.places, strict=True)], object
    )
