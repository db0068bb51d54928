"""The views that have a name for everyone here, each a link."""

from html import escape

import streamlit as st

from analysis.errors import InputError
from analysis.text import _
from exports.named_views import NamedView, read_views
from widgets.elements.escape import escape_html, escape_markdown

_STYLE = """<style>.named-views{padding-inline-start:1.2rem;line-height:1.6;overflow-wrap:anywhere}</style>"""


def show_named_views() -> None:
    """Show the list under a heading, what is wrong with its file in a sentence, and nothing where there is none."""
    try:
        views = read_views()
    except InputError as error:
        st.warning(escape_markdown(str(error)))
        return
    if views:
        st.subheader(_("Views"), anchor=False)
        st.html(f"{_STYLE}<ul class='named-views'>{''.join(map(_item, views))}</ul>")


def _item(view: NamedView) -> str:
    # A page of ours is beside the one that is open, whatever path the dashboard lies under.
    link = f'<a href="./{escape(view.address)}" target="_self">{escape_html(view.name)}</a>'
    return f"<li>{link}{f' – {escape_html(view.text)}' if view.text else ''}</li>"
