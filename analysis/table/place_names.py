"""What the places of a table are called today."""

import numpy as np

from analysis.caches import cached_on_value
from analysis.reading.reference import territory_names
from analysis.table.table import Table
from analysis.text import all_of, language


def place_names(table: Table) -> np.ndarray:
    """The name to show for each place: its territories' current short names, or as printed where none is known."""
    return _place_names(table, language())


@cached_on_value
def _place_names(table: Table, _language: str) -> np.ndarray:
    names = territory_names(table.reference).to_dict()
    of_place: dict[int, list[str]] = {}
    for place, iso3 in table.place_territories.itertuples(index=False):
        of_place.setdefault(place, []).append(names[iso3])
    shown = [all_of(of_place[place]) if place in of_place else str(text) for place, text in enumerate(table.places)]
    return np.array(shown, object)
