"""The pages, each with the short code that links hold."""

from pathlib import Path

import streamlit as st

from analysis.text import N_, _

PAGES_FOLDER = Path(__file__).parents[2] / "pages"
PAGE_TITLES = {
    "overview": N_("Overview"),
    "timeline": N_("Timeline"),
    "map": N_("Map"),
    "activities": N_("Activities"),
    "durations": N_("Durations"),
    "operations": N_("Operations"),
    "country": N_("Countries"),
    "compare": N_("Compare"),
    "your_table": N_("Your table"),
    "quality": N_("Data quality"),
    "changes": N_("Compare tables"),
    "about": N_("About"),
}


def navigation_pages() -> list:
    """The pages for `st.navigation`, the overview first; built anew in each run, since titles are translated."""
    return [
        st.Page(
            PAGES_FOLDER / f"{code}.py",
            title=_(title),
            url_path="" if code == "overview" else code,
            default=code == "overview",
        )
        for code, title in PAGE_TITLES.items()
    ]


def page_code(page) -> str:
    """The code of a page that `st.navigation` returned."""
    return page.url_path or "overview"
