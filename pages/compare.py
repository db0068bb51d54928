"""Two selections side by side: the one in force, A, and a second one, B."""

import streamlit as st

from analysis.views.comparison.names import part_names
from widgets.comparison import (
    compared_selections,
    comparison_key,
    show_dates,
    show_numbers_compared,
    show_ready,
    show_second_filters,
)
from widgets.draw.comparison import draw_activities_compared, draw_durations_compared, draw_years_compared
from widgets.figure.figure import show_chart
from widgets.frame.page import selected_operations
from widgets.sums import show_sums_compared

first = selected_operations()
comparison = compared_selections(first)
show_ready(first)
show_second_filters(first)
show_numbers_compared(comparison)
show_sums_compared(dict(zip(part_names(comparison), (comparison.first, comparison.second), strict=True)))
show_dates(comparison)
further = comparison_key(comparison)
left, right = st.columns(2)
with left:
    show_chart("compare-activities", first, lambda _first, *_further: draw_activities_compared(comparison), *further)
with right:
    show_chart("compare-durations", first, lambda _first, *_further: draw_durations_compared(comparison), *further)
show_chart("compare-years", first, lambda _first, *_further: draw_years_compared(comparison), *further)
