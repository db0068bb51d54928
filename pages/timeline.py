"""One line per operation, and under it how many were active each year."""

from widgets.draw.timeline import draw_flow, draw_timeline
from widgets.figure.figure import show_chart
from widgets.frame.page import selected_operations
from widgets.frame.view import open_operation
from widgets.timeline import show_timeline_settings

selected = selected_operations()
settings = show_timeline_settings(selected)
show_chart("timeline", selected, draw_timeline, settings, on_click=open_operation)
show_chart("operations-by-year", selected, draw_flow)
