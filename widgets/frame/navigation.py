"""The pages, each with the short code that links hold."""

from pathlib import Path

import streamlit as st

from analysis.text import N_, _

PAGES_FOLDER = Path(__file__).parents[2] / "pages"
THEME = Path(__file__).with_name("theme.css")
PAGE_TITLES = {
    "overview": N_("Overview"),
    "operations": N_("Operations"),
    "about": N_("About"),
    "timeline": N_("Timeline"),
    "map": N_("Map"),
    "activities": N_("Activities"),
    "durations": N_("Durations"),
    "country": N_("Countries"),
    "compare": N_("Compare"),
    "your_table": N_("Your table"),
    "quality": N_("Data quality"),
    "changes": N_("Compare tables"),
}
# The pages that a menu of the navigation holds; those of the first stand in the open.
_GROUPS = {
    "": ("overview", "operations", "about"),
    N_("Explore"): ("timeline", "map", "activities", "durations", "country", "compare"),
    N_("Your data"): ("your_table", "quality", "changes"),
}
_HOME = "overview"


def show_navigation():
    """Show the pages across the top; the one that is open, which the caller runs.

    They are built anew in each run, since titles are translated.
    """
    groups = {_(group) if group else "": [_page(code) for code in codes] for group, codes in _GROUPS.items()}
    # The first page has no path of its own, and a link to its name should not lead nowhere.
    named = st.Page(_script(_HOME), title=_(PAGE_TITLES[_HOME]), url_path=_HOME, visibility="hidden")
    return st.navigation({**groups, "": [*groups[""], named]}, position="hidden" if st.context.is_embedded else "top")


def _page(code: str):
    home = code == _HOME
    title, path = _(PAGE_TITLES[code]), "start" if home else code
    return st.Page(_script(code), title=title, url_path=path, default=home)


def _script(code: str) -> Path:
    return PAGES_FOLDER / f"{code}.py"


def page_code(page) -> str:
    """The code of a page that `st.navigation` returned."""
    return page.url_path or _HOME
