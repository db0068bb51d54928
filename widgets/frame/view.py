"""The view in force, which the session holds: page, selection and page settings. `link` keeps it in step."""

import streamlit as st

from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection, from_query, to_query
from analysis.selection.settings import default_setting
from analysis.table.table import Table
from widgets.frame.tables import current_table, switch_off


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
