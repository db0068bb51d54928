"""What the table is and is not, how things are counted, and everything else the source tells."""

import streamlit as st

from analysis.about import about_sections
from widgets.about import show_definitions, show_versions
from widgets.frame.page import show_selection

show_selection()
for heading, text in about_sections():
    st.subheader(heading, anchor=False)
    st.markdown(text)
show_definitions()
show_versions()
