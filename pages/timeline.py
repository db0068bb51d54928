"""One line per operation, and under it how many were active each year."""

from charts.timeline_chart import flow_chart, timeline_chart
from widgets.figure import show_chart
from widgets.page import selected_operations
from widgets.timeline import show_flow_key, show_key, show_timeline_settings
from widgets.view import open_row

selected = selected_operations()
settings = show_timeline_settings(selected)
show_key(selected, *settings)
show_chart("timeline", selected, timeline_chart, *settings, on_click=open_row)
show_flow_key()
show_chart("operations-by-year", selected, flow_chart)
