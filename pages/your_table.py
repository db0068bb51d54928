"""A table of the user's own: brought, understood, corrected and put to use."""

import streamlit as st

from analysis.intake.report.check import check_table
from analysis.text import _
from widgets.frame.page import show_selection
from widgets.your_table.bring import current_draft, show_use, show_ways_in, understand_draft
from widgets.your_table.choices import show_choices
from widgets.your_table.columns import show_as_of, show_columns
from widgets.your_table.doubts import show_doubtful_rows, show_guesses
from widgets.your_table.template import show_template
from widgets.your_table.understood import show_preview, show_report
from widgets.your_table.words import show_status_words, show_unplaced

show_selection()
st.markdown(
    _(
        "Bring a table of operations of your own: a row for each, with a country and a period or a start. It is kept"
        " for this session only and stored nowhere: close or reload the page and it is gone."
    )
)
show_ways_in()
show_template()
if draft := current_draft():
    intake = understand_draft(draft)
    report = check_table(intake) if intake else None
    show_use(draft, intake, report)
    show_columns(draft, intake)
    show_choices(draft)
    if intake and report:
        show_preview(intake)
        show_as_of(draft, intake)
        show_report(intake, report)
        show_status_words(draft, intake)
        show_guesses(draft, report)
        show_unplaced(draft, intake)
        show_doubtful_rows(report)
