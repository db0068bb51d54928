"""What a reader should know of the table in use, above every page."""

import streamlit as st

from analysis.text import _, language, set_language
from widgets.elements.escape import escape_html, escape_markdown
from widgets.frame.tables import clear_own_table, current_table, own_intake, shared_is_built_in, table_notice

_STYLE = """<style>.table-on{font-size:.85rem;line-height:1.4;overflow-wrap:anywhere}</style>"""
_SECONDS_BETWEEN_LOOKS = 5


def show_table() -> None:
    """Show what a reader should know of the table in use before all else, and the way back from one's own."""
    notice = table_notice()
    if not own_intake():
        if notice:
            _show_trouble(notice, language())
        return
    with st.container(horizontal=True, vertical_alignment="center", key="own-table-on"):
        st.html(f"{_STYLE}<div class='table-on'>{escape_html(notice)}</div>")
        back = _("Back to the built-in table") if shared_is_built_in() else _("Back to the table that everyone sees")
        st.button(back, on_click=clear_own_table, key="back-to-shared")


@st.fragment(run_every=_SECONDS_BETWEEN_LOOKS)
def _show_trouble(notice: str, spoken: str) -> None:
    set_language(spoken)
    # Looks at the file; the page comes back by itself once there is a newer table.
    current_table()
    if table_notice() != notice:
        st.rerun()
    st.warning(escape_markdown(notice))
