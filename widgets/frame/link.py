"""The link: read into the view in force, and written from it.

The link is read when it is not the one written last: at the first run, and on back and forward. After
that the session holds the view, widgets change it in callbacks, and each run writes it to the link again.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis.selection.selection import PARAMETERS, from_query, to_query
from analysis.selection.settings import SECOND_SELECTIONS, SETTINGS, default_setting, read_settings
from analysis.table.table import Table
from analysis.text import _
from analysis.trust.switches import PARAMETER as OFF_PARAMETER
from analysis.views.rows import further_columns
from widgets.frame.another_table import TABLE_PARAMETER, fit_to_table, missing_table
from widgets.frame.tables import own_table, switched_off, take_off
from widgets.frame.view import get_second

LANGUAGE_PARAMETER = "lang"


def read_view(page: str, source: Table) -> None:
    """Put the view that the link names into the session, and note what in it means nothing.

    The source is the table in use with all its readings in force.
    """
    state = st.session_state
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    new_page = state.get("page") != page
    first = "selection" not in state
    # A quick second click still carries the link from before the first, so what was clicked counts for more.
    touched = state.pop("touched", False)
    # Switching pages empties the link; the view goes along and is written to it again. A step back to a link
    # without a view looks the same, but for what Streamlit knows of it.
    switched = new_page and not query and not get_script_run_ctx().is_history_navigation
    if first or (query != state["written"] and not touched and not switched):
        table, kept_on = take_off(query, source)
        state["selection"], ignored = from_query(query, table)
        further = further_columns(table)
        state.setdefault("settings", {})[page], wrong = read_settings(page, query, further)
        wrong += _read_second(page, query, table) + _unknown_names(page, query)
        state["ignored"] = missing_table(query, page) + kept_on + ignored + wrong
        state["unnamed"] = TABLE_PARAMETER not in query
    elif state["table"] != source.content_hash:
        state["ignored"] = fit_to_table(source)
        state["unnamed"] = False
    elif new_page:
        state["ignored"] = []
    state["table"] = source.content_hash
    state["page"] = page
    state["written"] = query


def write_view() -> None:
    """Write the view to the link, where it is not there already."""
    query, written = view_query(), st.session_state["written"]
    # A step back to a link from before the table was brought stays there; another link would end all steps back.
    if st.session_state["unnamed"] and query == {**written, TABLE_PARAMETER: query.get(TABLE_PARAMETER)}:
        return
    if query != written:
        st.query_params.from_dict(query)
        st.session_state["written"] = query


def view_query() -> dict[str, list[str]]:
    """The parameters of the link that opens this view."""
    state = st.session_state
    page = state["page"]
    settings = {
        name: [value] for name, value in state["settings"].get(page, {}).items() if value != default_setting(page, name)
    }
    language = {LANGUAGE_PARAMETER: [state["language"]]} if "language" in state else {}
    second = to_query(get_second(), SECOND_SELECTIONS[page]) if page in SECOND_SELECTIONS else {}
    own = own_table()
    named = {TABLE_PARAMETER: [own.file]} if own else {}
    off = {OFF_PARAMETER: list(switched_off())} if switched_off() else {}
    return to_query(state["selection"]) | off | second | settings | language | named


def _read_second(page: str, query: dict[str, list[str]], table: Table) -> list[str]:
    if page not in SECOND_SELECTIONS:
        return []
    selection, ignored = from_query(query, table, SECOND_SELECTIONS[page])
    st.session_state.setdefault("second", {})[page] = selection
    return ignored


def _unknown_names(page: str, query: dict[str, list[str]]) -> list[str]:
    second = [SECOND_SELECTIONS[page] + name for name in PARAMETERS] if page in SECOND_SELECTIONS else []
    known = {*PARAMETERS, *SETTINGS[page], *second, OFF_PARAMETER, LANGUAGE_PARAMETER, TABLE_PARAMETER}
    return [
        _("{name} is no filter or setting of this page.").format(name=name[:80]) for name in query if name not in known
    ]
