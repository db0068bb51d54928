"""What a reader should know of the table in use, above every page."""

import streamlit as st

from analysis.text import _, language, set_language
from widgets.elements.escape import escape_html, escape_markdown
from widgets.frame.session import held
from widgets.frame.tables import (
    clear_own_table,
    newest_shared,
    own_intake,
    shared_is_built_in,
    source_table,
    table_notice,
)

_STYLE = """<style>.table-on{font-size:.85rem;line-height:1.4;overflow-wrap:anywhere}</style>"""
# How long an open page goes without asking for a newer table, which the look after the one that found it shows, or
# whether a trouble is over.
_SECONDS_BETWEEN_LOOKS = 10
_SECONDS_IN_TROUBLE = 5


def show_table() -> None:
    """Show what a reader should know of the table in use before all else, and the way back from one's own."""
    if not own_intake():
        if not shared_is_built_in():
            _show_shared()
        return
    notice = table_notice()
    with st.container(horizontal=True, vertical_alignment="center", key="own-table-on"):
        st.html(f"{_STYLE}<div class='table-on'>{escape_html(notice)}</div>")
        back = _("Back to the built-in table") if shared_is_built_in() else _("Back to the table that everyone sees")
        st.button(back, on_click=clear_own_table, key="back-to-shared")


def _show_shared() -> None:
    """Show what is wrong with the file of the table or when it was renewed; a page left open renews itself."""
    if renewed := held("renewed"):
        st.caption(_("The table was renewed at {time} UTC.").format(time=f"{renewed:%H:%M}"))
    notice = table_notice()
    every = _SECONDS_IN_TROUBLE if notice else _SECONDS_BETWEEN_LOOKS
    st.fragment(_look_again, run_every=every)(notice, source_table().content_hash, language())


def _look_again(notice: str, content_hash: str, spoken: str) -> None:
    set_language(spoken)
    if newest_shared() != content_hash or table_notice() != notice:
        st.rerun()
    if notice:
        st.warning(escape_markdown(notice))
