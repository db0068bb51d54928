"""What the places of a table are called today, and the order in which each language lists such names."""

import re

import numpy as np

from analysis.caches import cached_on_value
from analysis.reading.dates import fold
from analysis.reading.reference import territory_names
from analysis.table.table import Table
from analysis.text import all_of, language

# Written apart from the letter that begins ألمانيا, which is no article.
_ARTICLE = re.compile(r"\bال(?=\w\w)")
# After n and whatever follows it.
_LETTERS = {"es": {"ñ": "n~"}}


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


def name_order(name: str) -> str:
    """What to sort a name by: letters before accents, which part names that are else the same; in Spanish ñ after n, in
    Arabic without the article."""
    letters = name.casefold()
    for letter, place in _LETTERS.get(language(), {}).items():
        letters = letters.replace(letter, place)
    return f"{fold(_ARTICLE.sub('', letters))}\x01{name}"
