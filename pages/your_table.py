"""A table of the user's own: brought, understood, corrected and put to use."""

import streamlit as st

from analysis.text import _
from widgets.page import ensure_frame, show_ignored
from widgets.understood import show_guesses, show_preview, show_problems, show_report, show_unplaced
from widgets.your_table import (
    current_draft,
    show_as_of,
    show_columns,
    show_use,
    show_ways_in,
    understand_draft,
)

ensure_frame()
st.title(_("Your table"), anchor=False)
st.markdown(
    _(
        "Bring a table of operations of your own: a row for each, with a country and a period or a start. It is kept"
        " for this session only and stored nowhere: close or reload the page and it is gone."
    )
)
show_ignored()
show_ways_in()
if draft := current_draft():
    intake = understand_draft(draft)
    show_use(draft, intake)
    show_columns(draft, intake)
    if intake:
        show_preview(intake)
        show_as_of(draft, intake)
        report = show_report(intake)
        show_guesses(draft, report)
        show_unplaced(intake)
        show_problems(report)
