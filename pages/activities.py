"""What is done where, which activities go together or never do, and how each came and went."""

import streamlit as st

from analysis.counts.ask import ask
from analysis.counts.count import count_facet
from analysis.text import _
from widgets.activities import open_place, show_activity_settings, show_codes, show_place_chooser, show_question
from widgets.draw.activities import draw_activity_years, draw_combinations, draw_groups, draw_matrix, draw_pairs
from widgets.draw.overview import draw_activities
from widgets.figure.figure import show_chart
from widgets.frame.page import PageEnd, selected_operations
from widgets.frame.view import toggle_activities
from widgets.sums import show_by, show_counted

selected = selected_operations()
if ask(selected, count_facet, "activity").empty:
    st.info(_("None of these operations has an activity. Which column holds them is chosen on the page Your table."))
    raise PageEnd
show_codes(selected)
settings = show_activity_settings()
counted = show_counted(selected)
left, right = st.columns(2)
with left:
    show_by("activities", selected, "activity", counted, draw_activities)
with right:
    show_chart("activities-by-group", selected, draw_groups, settings.by)
show_question(selected)
left, right = st.columns(2)
with left:
    show_chart("activity-matrix", selected, draw_matrix, settings.sort, on_click=open_place)
    show_place_chooser(selected, settings.sort)
with right:
    show_chart("activity-pairs", selected, draw_pairs, on_click=lambda codes: toggle_activities(codes, "all"))
    show_chart(
        "activity-combinations", selected, draw_combinations, on_click=lambda codes: toggle_activities(codes, "exactly")
    )
show_chart("activities-by-year", selected, draw_activity_years)
