"""The download menu, the same on every page: the files of its view, and the view elsewhere."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import InputError
from analysis.selection.select import Selected
from analysis.selection.settings import OperationsSettings, read_columns
from analysis.table.columns import OPERATION_COLUMNS, further_columns
from analysis.text import N_, _, in_language, language, set_language
from exports.handover import Handover
from exports.version import VERSION
from widgets.download.elsewhere import page_address, show_link_and_snippets
from widgets.elements.escape import escape_markdown
from widgets.frame.view import current_view
from widgets.views.views import show_views

if TYPE_CHECKING:
    from exports.formats import Format

# Above so many rows a file takes long enough to say so, and so much memory that one is made at a time.
LARGE = 10_000
_NOTES = {"compare": N_("The files hold the operations of A.")}
_large_files = BoundedSemaphore(1)


def show_download(selected: Selected) -> None:
    """Show the menu, with how many operations its files hold; what is in it is made when it is opened."""
    _show_menu(selected, language())


@st.fragment
def _show_menu(selected: Selected, code: str) -> None:
    # A fragment runs again without the page, which is what says the language.
    set_language(code)
    label = _("Download {count} of {total}").format(count=selected.count, total=selected.total)
    menu = st.popover(label, icon=":material/download:", on_change="rerun", key="download", wrap=True)
    if menu.open:
        # What writes the files takes a while to load, and the first page need not wait for it.
        from exports.formats import FORMATS

        handover = page_handover(selected)
        with menu:
            _show_files(handover, FORMATS)
            show_link_and_snippets(handover)
            show_views("menu", keep=True)


def page_handover(selected: Selected) -> Handover:
    """The view of the page that is open: the table's columns and order on the page of operations, else all columns."""
    further = further_columns(selected.snapshot.table)
    view, address = current_view(), page_address()
    settings = view.settings
    if not isinstance(settings, OperationsSettings):
        return Handover(selected, view, (*OPERATION_COLUMNS, *further), address, version=VERSION)
    columns = tuple(read_columns(settings.columns, selected.snapshot.table))
    return Handover(selected, view, columns, address, version=VERSION)


def file_maker(kind: "Format", handover: Handover, code: str) -> Callable[[], bytes]:
    """A function that makes the file in a language, dated when it is called; it may run on any thread."""

    def make() -> bytes:
        # To the minute, so that a second click soon after gives the same bytes, which are then held once.
        now = datetime.now(UTC).isoformat(timespec="minutes")
        if handover.selected.count <= LARGE:
            with in_language(code):
                return kind.write(replace(handover, made_at=now))
        with _large_files, in_language(code):
            return kind.write(replace(handover, made_at=now))

    return make


def _show_files(handover: Handover, formats: tuple["Format", ...]) -> None:
    page = current_view().page
    if page in _NOTES:
        st.caption(_(_NOTES[page]))
    refusals = {kind: _refusal(kind, handover) for kind in formats}
    with st.container(horizontal=True, gap="xsmall"):
        for kind, refusal in refusals.items():
            st.download_button(
                _(kind.title),
                data=file_maker(kind, handover, language()),
                file_name=kind.name(handover.selected.selection, handover.selected.snapshot.table),
                mime=kind.media_type,
                key=f"download-{kind.what}-{kind.suffix}",
                on_click="ignore",
                disabled=bool(refusal),
            )
    for refusal in filter(None, refusals.values()):
        st.caption(escape_markdown(refusal))
    if handover.selected.count > LARGE:
        st.caption(_("So many rows take a while: the sign on the button turns until the file is there."))


def _refusal(kind: "Format", handover: Handover) -> str:
    """Why a kind of file cannot hold the view; empty where it can."""
    try:
        kind.check(handover)
    except InputError as error:
        return str(error)
    return ""
