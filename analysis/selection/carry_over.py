"""A selection made for one table, carried over to another."""

from dataclasses import replace
from typing import Any

from analysis.reading.reference import territory_names
from analysis.selection.selection import MEMBERSHIP_FACETS, Selection, facet_slug, from_query, to_query
from analysis.table.memberships import facet_memberships
from analysis.table.table import Table
from analysis.text import _


def fit_selection(selection: Selection, table: Table) -> tuple[Selection, list[str]]:
    """The selection without what no row of this table has, and a sentence for each value left out."""
    fitting, left_out = from_query(to_query(selection), table)
    for facet in MEMBERSHIP_FACETS:
        memberships = facet_memberships(table, facet)
        here = set(memberships.codes[memberships.option])
        chosen = getattr(fitting, facet)
        left: dict[str, Any] = {facet: tuple(code for code in chosen if code in here)}
        fitting = replace(fitting, **left)
        left_out += [_say(facet, code, table) for code in chosen if code not in here]
    return replace(fitting, match=fitting.match if fitting.activity else "any"), left_out


def _say(facet: str, code: str, table: Table) -> str:
    value = territory_names(table.reference)[code] if facet == "territory" else code
    return _("{name}={value} is left out of the filters: no row of this table has it.").format(
        name=facet, value=facet_slug(facet, value)
    )
