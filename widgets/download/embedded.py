"""A page inside a page elsewhere: no navigation and no filters, but its source and a link to the whole."""

from html import escape

import streamlit as st

from analysis.selection.select import Selected
from analysis.text import _
from analysis.writing import say_date
from exports.facts import list_sources
from widgets.download.download import page_handover
from widgets.elements.escape import escape_html

# What asks for a choice has no place there, nor has what hands over.
_STYLE = """<style>
.st-key-hand-over-link, .st-key-download, .heading .chips, [data-testid="stSidebar"],
[data-testid="stExpandSidebarButton"] { display: none }
.embedded { font-size: .8rem; line-height: 1.4; overflow-wrap: anywhere }
</style>"""


def is_embedded() -> bool:
    """Whether the page's link asks for the page alone, as in a frame."""
    return bool(st.context.is_embedded)


def show_origin(selected: Selected) -> None:
    """Show below an embedded page where its numbers come from, up to when they speak, and the link to the whole."""
    handover = page_handover(selected)
    says = _("Source: {sources}. As of {date}.").format(
        sources=_("; ").join(list_sources(handover)), date=say_date(selected.snapshot.as_of)
    )
    whole = escape_html(_("Open the whole view"))
    link = f'<a href="{escape(handover.link)}" target="_blank" rel="noopener">{whole}</a>'
    st.html(f'{_STYLE}<p class="embedded">{escape_html(says)} {link}</p>')
