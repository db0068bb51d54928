"""Two tables compared: what is new, gone, opened, closed, extended, shortened, and which activities came or went."""

import streamlit as st

from analysis.text import _
from widgets.frame.page import show_selection
from widgets.frame.tables import current_table
from widgets.table_changes.changes import (
    compared_tables,
    find_changes,
    show_change_counts,
    show_changes,
    show_key_settings,
    show_repeated,
)

show_selection()
st.caption(_("This page compares whole tables; the filters choose only what the menu above hands over."))
before, after = compared_tables(current_table())
key = show_key_settings(before, after)
changes = find_changes(before, after, key)
show_change_counts(before, after, changes)
show_changes(changes, key)
show_repeated(changes, key)
