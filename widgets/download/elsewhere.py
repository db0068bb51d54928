"""The view elsewhere: its link, and lines that fetch its rows into other programs."""

import os
from html import escape

import streamlit as st

from analysis.errors import InputError
from analysis.shared.setting import read_embed_hosts
from analysis.text import _, language
from analysis.view import LANGUAGE_PARAMETER, link_to
from exports.file_names import OURS, file_name
from exports.handover import Handover
from exports.links import data_query, number_titles
from exports.snippets import snippets
from widgets.elements.escape import escape_markdown
from widgets.frame.tables import own_table
from widgets.frame.view import current_view


def show_link_and_snippets(handover: Handover) -> None:
    """Show the link of a view and, where there is a data API, the lines for each program, all to copy."""
    heading = _("Use this view elsewhere")
    st.markdown(f"**{heading}**")
    own = own_table()
    if own:
        says = _("The link opens it in this session. A colleague needs the file {file} too, to bring on Your table.")
        st.caption(escape_markdown(says.format(file=own.file)))
    else:
        st.caption(_("The link opens it again, here and for anyone who can reach this address."))
    st.code(handover.link, language=None, wrap_lines=True)
    if line := embed_line(handover):
        st.caption(_("This line shows it in a page of the hosts that may embed it, without navigation and filters."))
        st.code(line, language="html", wrap_lines=True)
    if own:
        # What hands rows to programs has no session, so it knows only the table that everyone sees.
        return
    if not os.environ.get("OPERATIONS_API"):
        st.caption(_("Started with `make run`, the dashboard hands these rows to Excel, Python, R and curl as well."))
        return
    file = file_name(handover.selected.selection, "csv", table=handover.selected.snapshot.table.file or OURS)
    lines = snippets(_data_link(handover), file, number_titles(handover))
    with st.expander(_("Fetch its rows by a program")):
        st.caption(_("These lines fetch its rows, each time as they then are."))
        for tab, (text, written_in) in zip(st.tabs(list(lines)), lines.values(), strict=True):
            tab.code(text, language=written_in or None, wrap_lines=True)


def page_address() -> str:
    """The address of the page that is open, without its query; none where there is no browser."""
    url = st.context.url or ""
    # An address that ends with the host is written with a slash.
    return f"{url}/" if url.count("/") == 2 else url


def data_address(url: str, page: str) -> str:
    """Where the rows are served, from the address of a page."""
    return f"{url.removesuffix('/').removesuffix(f'/{page}')}/api/operations.csv"


def _data_link(handover: Handover) -> str:
    # A program has no language of its own, as a browser has.
    spoken = {LANGUAGE_PARAMETER: [language()]} if language() != "en" else {}
    return link_to(data_address(page_address(), current_view().page), data_query(handover) | spoken)


def embed_line(handover: Handover) -> str:
    """The HTML that shows a view in a page elsewhere; "" where no host may."""
    try:
        hosts = read_embed_hosts()
    except InputError:
        return ""
    if not hosts or handover.address is None:
        return ""
    address = link_to(handover.address, handover.view.to_query() | {"embed": ["true"]})
    title = escape(_("Operations"))
    return f'<iframe src="{escape(address)}" width="100%" height="700" title="{title}"></iframe>'
