"""The view in force: page, selection and page settings, kept in step with the link.

The link is read when it is not the one written last: at the first run, and on back and forward. After
that the session holds the view, widgets change it in callbacks, and each run writes it to the link again.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis.rows import further_columns
from analysis.select import Selected, select
from analysis.selection import PARAMETERS, Selection, from_query, to_query
from analysis.settings import SECOND_SELECTIONS, SETTINGS, default_setting, read_settings
from analysis.switches import PARAMETER as OFF_PARAMETER
from analysis.table import Table
from analysis.text import _
from widgets.another_table import TABLE_PARAMETER, fit_to_table, missing_table
from widgets.tables import current_table, own_table, switch_off, switched_off, take_off

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
        name: [value]
        for name, value in state["settings"].get(page, {}).items()
        if value != default_setting(page, name)
    }
    language = {LANGUAGE_PARAMETER: [state["language"]]} if "language" in state else {}
    second = to_query(get_second(), SECOND_SELECTIONS[page]) if page in SECOND_SELECTIONS else {}
    own = own_table()
    named = {TABLE_PARAMETER: [own.file]} if own else {}
    off = {OFF_PARAMETER: list(switched_off())} if switched_off() else {}
    return to_query(state["selection"]) | off | second | settings | language | named


def current_selection() -> Selection:
    """The selection in force."""
    return st.session_state["selection"]


def change_selection(selection: Selection) -> None:
    """Put another selection in force; what a link said wrong is no longer worth saying."""
    st.session_state["selection"] = selection
    st.session_state["ignored"] = []
    st.session_state["touched"] = True


def change_off(codes: tuple[str, ...]) -> None:
    """Let these readings, and no others, be switched off on every page."""
    state = st.session_state
    switch_off(codes)
    # An activity may be known by one of its names alone while a reading is off, and by another while it is on.
    state["selection"], state["ignored"] = from_query(to_query(state["selection"]), current_table())
    state["touched"] = True


def get_setting(name: str) -> str:
    """The value of a setting of the page that is open."""
    page = st.session_state["page"]
    return st.session_state["settings"].get(page, {}).get(name, default_setting(page, name))


def set_setting(name: str, value: str) -> None:
    """Change a setting of the page that is open."""
    st.session_state["settings"].setdefault(st.session_state["page"], {})[name] = value
    st.session_state["touched"] = True


def get_second() -> Selection:
    """The selection that the page that is open sets beside the one in force."""
    return st.session_state.get("second", {}).get(st.session_state["page"], Selection())


def set_second(selection: Selection) -> None:
    """Change the selection that the page that is open sets beside the one in force."""
    st.session_state.setdefault("second", {})[st.session_state["page"]] = selection
    st.session_state["ignored"] = []
    st.session_state["touched"] = True


def select_current(table: Table) -> Selected:
    """The operations that the selection in force leaves; the last one is kept, since every widget asks for it."""
    return _select_kept("selected", table, current_selection())


def select_second(table: Table) -> Selected:
    """The operations that the second selection of the page leaves; the last one is kept."""
    return _select_kept("selected-second", table, get_second())


def _select_kept(slot: str, table: Table, selection: Selection) -> Selected:
    key = (table.content_hash, selection)
    held = st.session_state.get(slot)
    if held is None or held[0] != key:
        held = st.session_state[slot] = (key, select(table, selection))
    return held[1]


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


def open_row(line: str) -> None:
    """Go to the operation on this line of the source, on the page of operations."""
    st.session_state["settings"].setdefault("operations", {})["row"] = line
    go_to("operations")


def open_country(iso3: str) -> None:
    """Go to the page of this territory."""
    st.session_state["settings"].setdefault("country", {})["iso3"] = iso3
    st.session_state["touched"] = True
    go_to("country")


def go_to(page: str) -> None:
    """Open another page at the next run, with the view as it is."""
    if page != st.session_state["page"]:
        st.session_state["go_to"] = page
