"""Where the operations are, and in which years."""

from widgets.figure import show_chart
from widgets.map import chosen_frame, map_chart, open_territory, show_map_notes, show_map_settings, take_frame
from widgets.page import selected_operations

selected = selected_operations()
settings = show_map_settings(selected)
show_chart("map", selected, map_chart, *settings, on_click=open_territory, frame=chosen_frame(), on_frame=take_frame)
show_map_notes(selected)
