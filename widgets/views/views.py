"""The views that have a name for everyone here, and those that a reader keeps in the browser, each a link."""

import streamlit as st

from analysis.errors import InputError
from analysis.text import _
from exports.named_views import NamedView, read_views
from widgets.elements.component import component
from widgets.elements.escape import escape_markdown

_HTML = (
    "<div class='views'><h2></h2><ul class='team'></ul><h3></h3><p class='where'></p><ul class='own'></ul>"
    "<form><label><span></span><input required maxlength='200' autocomplete='off'></label><button></button></form>"
    "<p class='files'><button type='button' class='out'></button>"
    "<label class='in'><span></span><input type='file' accept='.json'></label></p><p role='status'></p></div>"
)


def show_views(name: str, keep: bool = False) -> None:
    """Show both lists, nothing where they are empty; what is wrong with the file of everyone's in a sentence.

    keep: whether the page that is open can be kept here, and what is kept be taken out, brought and removed.
    """
    try:
        team = read_views()
    except InputError as error:
        st.warning(escape_markdown(str(error)))
        team = []
    show = component("views", _HTML)
    show(data=views_data(team, keep), key=f"views-{name}")


def views_data(team: list[NamedView], keep: bool) -> dict:
    """What the component shows beside what the browser keeps."""
    words = {
        "title": _("Views"),
        "own": _("Views of your own"),
        "where": _("They are kept in this browser alone: nobody else sees them, and they go with its data."),
        "cannot": _("This browser keeps no data of this page, so no views of your own."),
        "name": _("Name"),
        "keep": _("Keep this view"),
        "kept": _("The view is kept."),
        "remove": _("remove"),
        "removeOne": _("{name}: remove this view"),
        "out": _("Save them as a file"),
        "bring": _("Bring them from a file"),
        "none": _("{file} holds no views."),
    }
    return {"team": [list(view) for view in team], "keep": keep, "words": words}
