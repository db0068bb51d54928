"""A view and a link when the table is another one than they were made for."""

import streamlit as st

from analysis.selection.carry_over import fit_selection
from analysis.selection.selection import from_query
from analysis.selection.settings import read_settings
from analysis.table.table import Table
from analysis.text import _
from analysis.trust.switches import PARAMETER
from analysis.views.rows import further_columns
from widgets.frame.tables import own_table, switched_off, take_off

# Names the session's own table, so that whoever gets the link knows what it is about.
TABLE_PARAMETER = "table"


def missing_table(query: dict[str, list[str]], page: str) -> list[str]:
    """A sentence where a link is about a table of somebody's own that this session does not have."""
    own = own_table()
    named = next(iter(query.get(TABLE_PARAMETER, [])), "")
    if not named or (own and own.file == named):
        return []
    # Once the file is here, the view that the link meant comes back.
    st.session_state["awaited"] = (named, page, query)
    return [
        _(
            "This link is about a table that somebody brought, {file}. Ask them for the file and bring it on the page"
            " Your table; until then you see another table."
        ).format(file=named[:80])
    ]


def fit_to_table(source: Table) -> list[str]:
    """Take out of the view what means nothing for another table; a sentence for each value taken out."""
    state, own = st.session_state, own_table()
    if own and state.get("awaited", [""])[0] == own.file:
        _file, page, query = state.pop("awaited")
        table, kept_on = take_off(query, source)
        state["selection"], ignored = from_query(query, table)
        state["settings"][page], wrong = read_settings(page, query, further_columns(table))
        return kept_on + ignored + wrong
    # Switched off are readings of the table that was there before; what the new one has too stays off.
    table, _others = take_off({PARAMETER: list(switched_off())}, source)
    state["selection"], ignored = fit_selection(state["selection"], table)
    for page, selection in state.get("second", {}).items():
        state["second"][page], wrong = fit_selection(selection, table)
        ignored += wrong
    for page, settings in state["settings"].items():
        # The same line of another table is another operation.
        query = {name: [value] for name, value in settings.items() if name != "row"}
        state["settings"][page], wrong = read_settings(page, query, further_columns(table))
        ignored += wrong
    return ignored
