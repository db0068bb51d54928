"""The operations as a table to choose from, to look into and to copy."""

from analysis.trust.notes import marked_notes
from widgets.frame.marks import note_marks
from widgets.frame.page import selected_operations
from widgets.operations.rows import choose_rows, show_copy, show_row_settings, show_rows

selected = selected_operations()
columns, sort, descending = show_row_settings(selected)
rows = choose_rows(selected, sort, descending)
show_copy(rows[columns])
show_rows(rows, columns, sort, descending)
note_marks(marked_notes(selected))
