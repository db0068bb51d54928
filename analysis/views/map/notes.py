"""What the map cannot draw, and what has to be said beside it."""

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.counts.ask import adds_up, ordered_by, otherwise
from analysis.counts.count import count_years
from analysis.reading.reference import Reference, territory_notes
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships
from analysis.text import _


@adds_up()
def count_drawn(selected: Selected) -> int:
    """How many of the chosen operations are on the map."""
    return selected.snapshot.table.count_rows_of(selected.chosen & _drawable(selected))


@adds_up("active", arrange=ordered_by("year"))
def count_drawn_by_year(selected: Selected) -> pd.DataFrame:
    """year, active: how many of the operations on the map are active, by year from their first to the as-of year."""
    # Counted here, since what is asked of a selection is kept by its filters, and these are fewer operations.
    return count_years(replace(selected, chosen=selected.chosen & _drawable(selected)))[["year", "active"]]


def _by_line(_selected: Selected, answers: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [answer for answer in answers if len(answer)] or answers[:1]
    return pd.concat(filled).sort_values("line", kind="stable", ignore_index=True)


@otherwise("the rows of all parts, one part after the other", merge=_by_line)
def list_undrawn(selected: Selected) -> pd.DataFrame:
    """line, country, reason: the chosen operations that are not on the map, or not whole."""
    table = selected.snapshot.table
    drawable = _drawable(selected)
    undrawn = table.operations.loc[selected.chosen & ~drawable, ["line", "country"]]
    undrawn = undrawn.assign(reason=_("no country or territory with a point on the map could be read"))
    return pd.concat([undrawn, _list_partly_drawn(selected, drawable)]).sort_values("line", ignore_index=True)


@otherwise("the rows of all parts, one part after the other", merge=_by_line)
def list_without_year(selected: Selected) -> pd.DataFrame:
    """line, country, reason: the chosen operations of which no period could be read, so that no year shows them."""
    operations = selected.operations
    rows = operations.loc[operations["first_start"].isna(), ["line", "country"]]
    return rows.assign(reason=_("no part of its period could be read")).reset_index(drop=True)


def map_notes(reference: Reference, iso3: list[str]) -> list[str]:
    """The notes that belong under a map of these territories, and into what is downloaded from it.

    Those on Kosovo, Sudan and South Sudan always, since their outlines are there whatever is chosen.
    """
    always = ["XKX", "SDN", "SSD"]
    return [boundary_note(), *territory_notes(reference, [*iso3, *always]), credit()]


def boundary_note() -> str:
    """What boundaries and names on the map do not mean."""
    return _(
        "Boundaries, names and designations on this map do not imply official endorsement or acceptance by the"
        " United Nations, nor any opinion of the authors on the legal status of a territory or its boundaries."
    )


def credit() -> str:
    """Where the outlines come from and what their use asks for."""
    return _("Outlines: UN Geodata (United Nations Geospatial), by way of plotly.js; for non-commercial use.")


def _drawable(selected: Selected) -> np.ndarray:
    """For each operation of the table whether one of its territories has a point."""
    table = selected.snapshot.table
    memberships = facet_memberships(table, "territory")
    territories = table.reference.territories
    located = ((territories["latitude"] != "") & (territories["longitude"] != "")).reindex(memberships.codes).to_numpy()
    drawable = np.zeros(memberships.holder_count, bool)
    drawable[memberships.holder[located[memberships.option]]] = True
    return drawable[memberships.holder_of]


def _list_partly_drawn(selected: Selected, drawable: np.ndarray) -> pd.DataFrame:
    table = selected.snapshot.table
    rows = table.operations.loc[selected.chosen & drawable, ["line", "country"]]
    unknown = table.problems.loc[table.problems["column"] == "country", ["line", "value"]]
    found = rows.merge(unknown, on="line")
    reasons = [_("drawn without “{value}”, which is not known").format(value=value) for value in found["value"]]
    return found[["line", "country"]].assign(reason=pd.Series(reasons, index=found.index, dtype="str"))
