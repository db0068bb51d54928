"""Which further columns of a table say where a place lies, in degrees."""

from collections.abc import Collection

import pandas as pd

from analysis.reading.amounts import read_degrees
from analysis.reading.headings import plain_heading
from analysis.reading.vocabulary import word_list
from analysis.table.table import Table

# So many of the filled cells have to be degrees, and some no whole ones, which may count something else.
_DEGREES = 0.8


def find_coordinates(table: Table, columns: Collection[str]) -> tuple[str, str]:
    """The columns of latitudes and longitudes; "" twice where there are not both."""
    found = [
        next((name for name in columns if _is_headed(name, kind) and _are_degrees(table.operations[name], most)), "")
        for kind, most in (("latitude", 90.0), ("longitude", 180.0))
    ]
    return (found[0], found[1]) if all(found) else ("", "")


def _is_headed(heading: str, kind: str) -> bool:
    words = plain_heading(heading).split()
    return any(word in words for word in word_list("coordinates", kind))


def _are_degrees(cells: pd.Series, most: float) -> bool:
    degrees = read_degrees(cells[cells.str.strip() != ""], most)
    return bool(len(degrees)) and degrees.notna().mean() >= _DEGREES and bool((degrees.dropna() % 1 != 0).any())
