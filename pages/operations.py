"""The operations as a table to choose from, to look into and to copy."""

from widgets.frame.page import selected_operations
from widgets.operations.rows import show_copy, show_row_settings, show_rows

selected = selected_operations()
columns, sort, descending = show_row_settings(selected)
show_copy(selected, columns, sort, descending)
show_rows(selected, columns, sort, descending)
