"""The whole selection at a glance: key numbers, by year, by activity, by region, what stands out."""

import streamlit as st

from charts.overview import active_chart, activity_chart, region_chart
from widgets.figure import show_chart
from widgets.numbers import key_numbers, show_numbers
from widgets.page import selected_operations

selected = selected_operations()
show_numbers(key_numbers(selected))
left, right = st.columns(2)
with left:
    show_chart("operations-by-activity", selected, activity_chart)
with right:
    show_chart("operations-by-region", selected, region_chart)
show_chart("active-by-year", selected, active_chart)
