"""The pages, each with the short code that links hold."""

from copy import copy
from pathlib import Path

import streamlit as st

from analysis.caches import cached_by_text
from analysis.text import N_, _, language

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
    """Show the pages across the top; the one that is open, which the caller runs."""
    # Streamlit notes on a page whether it may run, so that each run has copies of its own.
    groups = {group: [copy(page) for page in pages] for group, pages in _pages_in(language()).items()}
    return st.navigation(groups, position="hidden" if st.context.is_embedded else "top")


@cached_by_text
def _pages_in(_language: str) -> dict[str, list]:
    groups = {_(group) if group else "": [_page(code) for code in codes] for group, codes in _GROUPS.items()}
    # The first page has no path of its own, and a link to its name should not lead nowhere.
    named = st.Page(_script(_HOME), title=_(PAGE_TITLES[_HOME]), url_path=_HOME, visibility="hidden")
    return {**groups, "": [*groups[""], named]}


def _page(code: str):
    home = code == _HOME
    title, path = _(PAGE_TITLES[code]), "start" if home else code
    return st.Page(_script(code), title=title, url_path=path, default=home)


def _script(code: str) -> Path:
    return PAGES_FOLDER / f"{code}.py"


def page_code(page) -> str:
    """The code of a page that `st.navigation` returned."""
    return page.url_path or _HOME
