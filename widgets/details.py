"""What a click on a chart opens beside it: an operation, or the operations of a territory, in a dialog."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from analysis.reading.reference import territory_names
from analysis.selection.select import Selected
from analysis.selection.settings import OperationsSettings
from analysis.text import _, language, set_language
from analysis.trust.notes import marked_notes
from analysis.views.territory.territory import select_territory
from widgets.elements.escape import escape_markdown
from widgets.elements.leads import show_leads
from widgets.frame.session import held, take_held
from widgets.frame.view import change_settings, current_settings, list_operation, only_territory, open_territory
from widgets.operations.operation import show_operation
from widgets.territory.facts import show_facts


def show_details(selected: Selected) -> None:
    """Show once what was asked for, and the row of the table of operations as long as the link names it."""
    kind, code = take_held("details", ("", ""))
    if row := current_settings(OperationsSettings).row:
        _open(_("Operation"), show_operation, selected, row, lambda: change_settings(row=""))
    elif kind == "operation":
        _open(_("Operation"), _show_operation, selected, code)
    elif kind == "territory":
        names = territory_names(selected.snapshot.table.reference)
        _open(escape_markdown(names.get(code, code)), _show_territory, selected, code)


def _open(
    title: str, show, selected: Selected, code: str, closed: Callable[[], None] | Literal["ignore"] = "ignore"
) -> None:
    spoken = language()

    def show_inside() -> None:
        # A dialog runs again without the page, which is what says the language.
        set_language(spoken)
        # What was pressed in it has changed the view or leads to another page, which is more than the dialog can show.
        if held("go_to") or held("link").changed:
            st.rerun()
        show(selected, code)

    st.dialog(title, width="large", on_dismiss=closed)(show_inside)()


def _show_operation(selected: Selected, line: str) -> None:
    show_operation(selected, line)
    show_leads("listed", "", [(_("In the table of operations"), "")], lambda _place: list_operation(line), in_row=True)


def _show_territory(selected: Selected, iso3: str) -> None:
    own = select_territory(selected.snapshot.table, iso3, selected.selection.as_of)
    show_facts(own)
    for note in marked_notes(own):
        st.caption(escape_markdown(note))
    leads = [(_("Country page"), open_territory), (_("Only its operations"), only_territory)]
    show_leads("of-place", "", [(name, "") for name, _lead in leads], lambda place: leads[place][1](iso3), in_row=True)
