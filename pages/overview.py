"""The whole selection at a glance: key numbers, what stands out, by activity, by region, by year."""

import streamlit as st

from widgets.draw.overview import draw_active, draw_activities, draw_regions
from widgets.elements.key_numbers import key_numbers, show_numbers
from widgets.figure.figure import show_chart
from widgets.frame.page import selected_operations
from widgets.overview.standouts import show_standouts

selected = selected_operations()
show_numbers(key_numbers(selected))
show_standouts(selected)
left, right = st.columns(2)
with left:
    show_chart("operations-by-activity", selected, draw_activities)
with right:
    show_chart("operations-by-region", selected, draw_regions)
show_chart("active-by-year", selected, draw_active)
