"""What places are called today, how one says that something lies in them, and the order of such names."""

import re

import numpy as np

from analysis.caches import cached_on_value
from analysis.reading.dates import fold
from analysis.reading.reference import Reference, territory_names
from analysis.table.table import Table
from analysis.text import _, all_of, any_of, language

# Written apart from the letter that begins ألمانيا, which is no article.
_ARTICLE = re.compile(r"\bال(?=\w\w)")
# After n and whatever follows it.
_LETTERS = {"es": {"ñ": "n~"}}
# The rest of the regions take "en" in French, and are named without more in the others.
_IN_REGIONS = {
    "fr": {
        "Amériques": "dans les Amériques",
        "Amérique latine et Caraïbes": "en Amérique latine et dans les Caraïbes",
        "Australie et Nouvelle-Zélande": "en Australie et en Nouvelle-Zélande",
    },
    "es": {"Américas": "en las Américas"},
    "ar": {"الأمريكتان": "في الأمريكتين"},
}


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


def in_places(reference: Reference, names: list[str]) -> str:
    """In any of these places, named in the language in force, as it says so: in Asia or Europe, au Mali ou en Asie."""
    phrases = _phrases(reference, language())
    if any(name in phrases for name in names):
        return any_of([phrases.get(name) or _("in {places}").format(places=name) for name in names])
    return _("in {places}").format(places=any_of(names))


@cached_on_value
def _phrases(reference: Reference, code: str) -> dict[str, str]:
    """Where a language has more than one word for it, or bends a name: the phrase of each place."""
    territories, column = reference.territories, f"in_{code}"
    if column not in territories:
        return _IN_REGIONS.get(code, {})
    regions = {_(name) for name in (*territories["region"], *territories["subregion"]) if name}
    names, phrases = territory_names(reference), territories[column]
    marked = phrases.where(~names.str.endswith("*"), phrases + "*")
    return {name: f"en {name}" for name in regions} | _IN_REGIONS[code] | dict(zip(names, marked, strict=True))


def name_order(name: str) -> str:
    """What to sort a name by: letters before accents, which part names that are else the same; in Spanish ñ after n, in
    Arabic without the article."""
    letters = name.casefold()
    for letter, place in _LETTERS.get(language(), {}).items():
        letters = letters.replace(letter, place)
    return f"{fold(_ARTICLE.sub('', letters))}\x01{name}"
