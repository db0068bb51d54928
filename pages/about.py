"""What the table is and is not, how things are counted, and everything else the source tells."""

import streamlit as st

from analysis.about import about_sections
from widgets.about import show_counting, show_definitions, show_versions
from widgets.frame.page import show_selection

show_selection()
# Folded, the headings are the table of contents; what the table is stands open.
for number, (heading, text) in enumerate(about_sections()):
    with st.expander(heading, expanded=not number):
        st.markdown(text)
show_definitions()
show_counting()
show_versions()
