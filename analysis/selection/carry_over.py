"""A selection made for one table, carried over to another."""

from dataclasses import replace

from analysis.reading.reference import territory_names
from analysis.selection.selection import Selection, facet_slug, from_query, to_query
from analysis.table.memberships import facet_memberships
from analysis.table.table import Table
from analysis.table.vocabulary import vocabulary
from analysis.text import _


def fit_selection(selection: Selection, table: Table) -> tuple[Selection, list[str]]:
    """The selection without what no row of this table has, and a sentence for each value left out."""
    fitting, left_out = from_query(to_query(selection), table)
    missing = [(facet, codes) for facet, codes in selection.own if facet not in vocabulary(table)]
    left_out += [_say(facet, code, table) for facet, codes in missing for code in codes]
    for facet in vocabulary(table):
        if facet == "status":
            continue
        memberships = facet_memberships(table, facet)
        here = set(memberships.codes[memberships.option])
        chosen = fitting.chosen(facet)
        fitting = fitting.choose(facet, (code for code in chosen if code in here))
        left_out += [_say(facet, code, table) for code in chosen if code not in here]
    return replace(fitting, match=fitting.match if fitting.activity else "any"), left_out


def _say(facet: str, code: str, table: Table) -> str:
    value = territory_names(table.reference)[code] if facet == "territory" else code
    return _("{name}={value} is left out of the filters: no row of this table has it.").format(
        name=facet, value=facet_slug(facet, value)
    )
