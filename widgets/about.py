"""The parts of About that come from data: definitions, notes, source, versions."""

import sys
from importlib.metadata import version

import streamlit as st

from analysis.about import say_counting
from analysis.reading.activities import activity_definition, activity_names
from analysis.text import _
from exports.version import VERSION
from widgets.elements.escape import escape_markdown
from widgets.frame.tables import current_table


def show_definitions() -> None:
    """Show each activity of the reference with its definition."""
    reference = current_table().reference
    codes = reference.activities["code"].tolist()
    with st.expander(_("What the activity codes mean")):
        for code, name in activity_names(codes, reference).items():
            definition = activity_definition(code, reference)
            st.markdown(f"- **{escape_markdown(code)}**, {escape_markdown(name)}: {escape_markdown(definition)}")


def show_counting() -> None:
    """Show how a large table is counted; nothing of a small one."""
    if said := say_counting(current_table()):
        with st.expander(_("How this table is counted")):
            st.markdown(escape_markdown(said))


def show_versions() -> None:
    """Show which versions this is made of."""
    names = ("streamlit", "pandas", "plotly")
    dashboard = _("Dashboard {version}").format(version=VERSION)
    codes_of_columns = [dashboard, f"Python {sys.version.split()[0]}", *(f"{name} {version(name)}" for name in names)]
    with st.expander(_("Versions")):
        st.markdown(escape_markdown(", ".join(codes_of_columns)))
        st.markdown(escape_markdown(_("State of the data: {hash}").format(hash=current_table().content_hash)))
