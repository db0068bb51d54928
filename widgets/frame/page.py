"""What every page begins with: the table in use, the selection in force, and a way out where nothing is left."""

from collections.abc import Callable

import streamlit as st

from analysis.caches import Cache
from analysis.selection.select import Selected
from analysis.selection.sentence import selection_sentence
from analysis.text import _, ngettext
from analysis.trust.notes import BESIDE_THE_SENTENCE, find_notes
from widgets.download.download import show_download
from widgets.elements.copy import show_copy_button
from widgets.elements.escape import escape_markdown
from widgets.filters.filters import clear_filters, show_dropped
from widgets.frame.cache import view_key
from widgets.frame.heading import Heading, show_heading
from widgets.frame.navigation import PAGE_TITLES, show_navigation
from widgets.frame.session import held, take_held
from widgets.frame.tables import current_table
from widgets.frame.view import current_view, select_current

_cache = Cache("sentences")

_MOST_IGNORED = 5


# What a page says of a selection beside the selection in words.
Headline = Callable[[Selected], str]


class PageEnd(Exception):
    """Ends a page early; after `st.stop` the frame could not draw the filters any more."""


def selected_operations(headline: Headline | None = None) -> Selected:
    """The operations that the selection leaves, after the sentence that says so and the page's headline to it.

    Where none are left the page ends here, with a way out.
    """
    selected = show_selection(headline)
    if selected.count == 0:
        show_way_out()
        raise PageEnd
    return selected


def show_way_out() -> None:
    """Say that no operation is left, with the button that clears the filters."""
    st.info(_("No operation meets all of these conditions."))
    st.button(_("Clear the filters"), on_click=clear_filters, key="clear-empty")


def show_selection(headline: Headline | None = None) -> Selected:
    """The operations that the selection leaves, none perhaps, after the sentence that says so."""
    ensure_frame()
    selected = select_current(current_table())
    show_selected(selected, headline)
    show_ignored()
    show_dropped()
    return selected


def show_selected(selected: Selected, headline: Headline | None = None) -> None:
    """Show the name of the page and the selection in words, and beside them what hands it over."""
    sentence, notes = _cache.get(
        view_key(selected), lambda: (selection_sentence(selected), find_notes(selected, BESIDE_THE_SENTENCE))
    )
    title, said = _(PAGE_TITLES[current_view().page]), headline(selected) if headline else ""
    show_top(selected, Heading(title, sentence, notes, said, selected))


def show_top(selected: Selected, heading: Heading) -> None:
    """Show what heads a page, and beside it the link to copy and the menu of files."""
    with st.container(horizontal=True, vertical_alignment="top", gap="small"):
        # On a phone the buttons stand below, so that the words keep the whole width.
        with st.container(width="stretch", key="says"):
            show_heading(heading)
        with st.container(width="content", key="hand-over-link"):
            show_copy_button("link", "", _("Copy link"), _("Link copied"))
        with st.container(width="content"):
            show_download(selected)


def ensure_frame() -> None:
    """Start the frame where Streamlit ran a page without it, as it does when a first visit is to a page's link."""
    if not take_held("framed", False):
        show_navigation()
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
