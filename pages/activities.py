"""What is done where, which activities go together or never do, and how each came and went."""

import streamlit as st

from analysis.counts.count import count_activities
from analysis.text import _
from charts.activities.charts import combinations_chart, matrix_chart, pairs_chart
from charts.activities.panels import group_chart, years_chart
from charts.overview import activity_chart
from widgets.activities import open_place, show_activity_settings, show_codes, show_place_chooser, show_question
from widgets.figure.figure import show_chart
from widgets.frame.page import PageEnd, selected_operations

selected = selected_operations()
if count_activities(selected).empty:
    st.info(_("None of these operations has an activity. Which column holds them is chosen on the page Your table."))
    raise PageEnd
show_codes(selected)
settings = show_activity_settings()
left, right = st.columns(2)
with left:
    show_chart("activities", selected, activity_chart)
with right:
    show_chart("activities-by-group", selected, group_chart, settings.by)
show_question(selected)
left, right = st.columns(2)
with left:
    show_chart("activity-matrix", selected, matrix_chart, settings.sort, on_click=open_place)
    show_place_chooser(selected, settings.sort)
with right:
    show_chart("activity-pairs", selected, pairs_chart)
    show_chart("activity-combinations", selected, combinations_chart)
show_chart("activities-by-year", selected, years_chart)
