"""What every page begins with: the table in use, the selection in force, and a way out where nothing is left."""

import streamlit as st

from analysis.caches import Cache
from analysis.selection.select import Selected
from analysis.selection.sentence import selection_sentence
from analysis.text import _, ngettext
from analysis.trust.notes import BESIDE_THE_SENTENCE, find_notes
from widgets.download.download import show_download
from widgets.elements.escape import escape_markdown
from widgets.elements.key_numbers import show_sentence
from widgets.filters.filters import clear_filters, show_dropped
from widgets.frame.cache import view_key
from widgets.frame.navigation import navigation_pages
from widgets.frame.session import held, take_held
from widgets.frame.tables import current_table
from widgets.frame.view import select_current

_cache = Cache("sentences")

_MOST_IGNORED = 5


class PageEnd(Exception):
    """Ends a page early; after `st.stop` the frame could not draw the filters any more."""


def selected_operations() -> Selected:
    """The operations that the selection leaves, after the sentence that says so.

    Where none are left the page ends here, with a way out.
    """
    selected = show_selection()
    if selected.count == 0:
        st.info(_("No operation meets all of these conditions."))
        st.button(_("Clear the filters"), on_click=clear_filters, key="clear-empty")
        raise PageEnd
    return selected


def show_selection() -> Selected:
    """The operations that the selection leaves, none perhaps, after the sentence that says so."""
    ensure_frame()
    selected = select_current(current_table())
    show_selected(selected)
    show_ignored()
    show_dropped()
    return selected


def show_selected(selected: Selected) -> None:
    """Show the selection in words, and beside it the menu that hands it over."""
    show_top(
        selected,
        *_cache.get(
            view_key(selected), lambda: (selection_sentence(selected), find_notes(selected, BESIDE_THE_SENTENCE))
        ),
    )


def show_top(selected: Selected, sentence: str, notes: list[str]) -> None:
    """Show what a page speaks of, in words, and beside it the menu that hands it over."""
    with st.container(horizontal=True, vertical_alignment="top", gap="small"):
        # On a phone the menu stands below, so that the words keep the whole width.
        with st.container(width="stretch", key="says"):
            show_sentence(sentence, notes)
        with st.container(width="content"):
            show_download(selected)


def ensure_frame() -> None:
    """Start the frame where Streamlit ran a page without it, as it does when a first visit is to a page's link."""
    if not take_held("framed", False):
        st.navigation(navigation_pages())
        st.rerun()


def show_ignored() -> None:
    """Say what in the link means nothing, the first few values of it."""
    ignored = held("ignored", [])
    if not ignored:
        return
    lines = [f"- {escape_markdown(sentence)}" for sentence in ignored[:_MOST_IGNORED]]
    if more := len(ignored[_MOST_IGNORED:]):
        text = ngettext(
            "{count} more value of the link means nothing.", "{count} more values of the link mean nothing.", more
        )
        lines.append(f"- {escape_markdown(text.format(count=more))}")
    st.warning("\n".join(lines))
