"""The filters in the sidebar, shared by all pages."""

from collections.abc import Callable

import streamlit as st

from analysis.caches import Cache
from analysis.selection.select import Selected
from analysis.selection.selection import Selection, canonical
from analysis.text import _, all_of, ngettext
from widgets.elements.changes import number_parts, pack_parts, take_changes
from widgets.elements.component import component
from widgets.filters.changes import apply_change, drop_outside, in_turn, whole_years
from widgets.filters.parts import filter_parts
from widgets.frame.cache import view_key
from widgets.frame.session import hold, take_held
from widgets.frame.view import change_selection, current_selection

_kept_parts = Cache("filters")


def show_filters(selected: Selected) -> None:
    """The filters, each option with the number of operations it would leave."""
    with st.sidebar:
        show_filter_fields("filters", selected, change_selection)


def show_clear_filters() -> None:
    """Show the button that drops every condition, at the head of the sidebar."""
    st.sidebar.button(_("Clear all filters"), on_click=clear_filters, disabled=current_selection() == Selection())


def clear_filters() -> None:
    """Drop every condition of the selection."""
    change_selection(Selection())


def show_filter_fields(key: str, selected: Selected, change: Callable[[Selection], None], *beside) -> None:
    """The fields of a selection; each change goes to `change`. What the counts depend on else stands in `beside`."""
    table = selected.snapshot.table

    def take() -> None:
        selection = selected.selection
        for name, value in in_turn(take_changes(key)):
            selection = apply_change(selection, name, value)
            selection = canonical(whole_years(selection, name, table), table)
            if name == "region":
                selection, dropped = drop_outside(selection, table)
                hold("dropped", dropped)
            change(selection)

    parts = _kept_parts.get(view_key(selected, *beside), lambda: pack_parts(filter_parts(selected), _("More")))
    show = component("filters", "<div class='filters'></div>")
    show(data=number_parts(parts, key), key=key, on_change_change=take)


def show_dropped() -> None:
    """Say once which sub-regions and territories a change of region dropped."""
    if dropped := take_held("dropped"):
        says = ngettext("{names} is outside the chosen regions and was dropped.",
                        "{names} are outside the chosen regions and were dropped.", len(dropped))  # fmt: skip
        st.info(says.format(names=all_of(dropped)))
