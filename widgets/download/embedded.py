"""A page inside a page elsewhere: no navigation and no filters, but its source and a link to the whole."""

from html import escape

import streamlit as st

from analysis.selection.select import Selected
from analysis.text import _
from analysis.writing import say_date
from exports.facts import list_sources
from widgets.download.download import page_handover
from widgets.elements.escape import escape_html

# What asks for a choice has no place there, nor has what leads on or hands over; charts keep their tables and pictures.
_STYLE = """<style>
.st-key-hand-over-link, .st-key-download, .heading .chips, [data-testid="stSidebar"], .standouts button,
[class*="st-key-settings-"], .leads:has(.row), [class*="st-key-copy-"], .st-key-compare-with, .st-key-views-overview,
[data-testid="stExpandSidebarButton"], [data-testid="stSelectbox"], [data-testid="stMultiSelect"],
[data-testid="stForm"], [data-testid="stFileUploader"], [data-testid="stButton"],
[data-testid="stDownloadButton"] { display: none }
.embedded { font-size: .8rem; line-height: 1.4; overflow-wrap: anywhere }
</style>"""


def is_embedded() -> bool:
    """Whether the page's link asks for the page alone, as in a frame."""
    return bool(st.context.is_embedded)


def show_alone() -> None:
    """Leave the page alone: nothing to choose, no way on but the link to the whole."""
    st.html(_STYLE)


def show_origin(selected: Selected) -> None:
    """Show below an embedded page where its numbers come from, up to when they speak, and the link to the whole."""
    handover = page_handover(selected)
    says = _("Source: {sources}. As of {date}.").format(
        sources=_("; ").join(list_sources(handover)), date=say_date(selected.snapshot.as_of)
    )
    whole = escape_html(_("Open the whole view"))
    link = f'<a href="{escape(handover.link)}" target="_blank" rel="noopener">{whole}</a>'
    st.html(f'<p class="embedded">{escape_html(says)} {link}</p>')
