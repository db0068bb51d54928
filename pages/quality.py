"""How far the table can be trusted: what could not be read, what was read otherwise, what each count leaves out."""

import streamlit as st

from analysis.text import _
from widgets.frame.page import show_selection
from widgets.quality import (
    show_headlines,
    show_left_out,
    show_problems,
    show_quality_downloads,
    show_rows_read,
    show_switches,
)

selected = show_selection()
show_rows_read(selected)
st.caption(_("This page speaks of the whole table; the filters change only the numbers beside the readings."))
show_problems(selected)
show_quality_downloads(selected)
show_switches()
show_headlines(selected)
show_left_out(selected)
