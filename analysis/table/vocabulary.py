"""What each facet can hold for a table, in the order that every list of it is shown in."""

import re

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.table.snapshot import STATUSES
from analysis.table.table import Facet, Table

_PARTED = re.compile(r"[;|\n]")


@cached_on_value
def vocabulary(table: Table) -> dict[str, dict[str, int]]:
    """For each facet its codes and their place in the order, those without an operation in the table included.

    Regions, sub-regions and territories by name; activities as the reference lists them, then by how many
    operations have them; statuses as defined; facets of the user's own by how many rows have a value, then by it.
    """
    territories = table.reference.territories
    codes = {
        "region": sorted(set(territories["region"]) - {""}),
        "subregion": sorted(set(territories["subregion"]) - {""}),
        "territory": territories["name_en"].sort_values().index,
        "activity": table.activities or _activities(table),
        "status": STATUSES,
        **{own_facet(facet.column): facet.values for facet in table.own.facets},
    }
    return {facet: {code: order for order, code in enumerate(values)} for facet, values in codes.items()}


def own_facet(column: str) -> str:
    """What a column of the user's own is called as a facet: its heading after a point, so that it is no other's."""
    return f".{column}"


def own_facets(table: Table) -> dict[str, str]:
    """The facets of the user's own that a table has, each with the heading of its column."""
    return {own_facet(column): facet_heading(own_facet(column)) for column, _values in table.own.facets}


def facet_heading(facet: str) -> str:
    """The heading of the column that a facet of the user's own is made of, as it came."""
    return facet.removeprefix(".").removesuffix(" (printed)")


def is_own(facet: str) -> bool:
    """Whether a facet is a column of the user's own."""
    return facet.startswith(".")


def cell_values(text: str) -> tuple[str, ...]:
    """The values that a cell of such a column lists, each once: parted by a semicolon, a bar or a new line."""
    return tuple(dict.fromkeys(" ".join(part.split()) for part in _PARTED.split(text) if part.strip()))


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


def read_facet(column: str, cells: pd.Series) -> Facet:
    """A facet of these cells of a column, the values first that most rows have, then by themselves."""
    rows: dict[str, int] = {}
    for text, count in cells.value_counts().items():
        for value in cell_values(str(text)):
            rows[value] = rows.get(value, 0) + int(count)
    return Facet(column, tuple(sorted(rows, key=lambda value: (-rows[value], value))))


def _activities(table: Table) -> list[str]:
    held = np.bincount(table.operations["activity_set"], minlength=table.set_count)
    sets = table.set_activities
    occurring = pd.Series(held[sets["activity_set"]]).groupby(sets["activity"].to_numpy()).sum()
    known = list(table.reference.activities["code"])
    others = occurring.index.difference(known)
    return known + sorted(others, key=lambda code: (-occurring[code], code))
