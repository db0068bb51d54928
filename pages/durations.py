"""How long operations and their periods last: one answer in words, one chart, and the statistics folded."""

from widgets.draw.durations import draw_curve, draw_durations, draw_group_curves
from widgets.durations.figures import show_cautions, show_figures
from widgets.durations.groups import show_group_figures
from widgets.durations.settings import show_duration_settings, show_operation_chooser
from widgets.figure.figure import show_chart
from widgets.frame.page import selected_operations
from widgets.frame.view import open_operation

selected = selected_operations()
show_chart("survival", selected, draw_curve)
show_cautions(selected)
show_figures(selected)
settings = show_duration_settings(selected)
show_chart("survival-by-group", selected, draw_group_curves, settings.by)
show_group_figures(selected, settings.by)
show_chart("durations", selected, draw_durations, settings.sort, on_click=open_operation)
show_operation_chooser(selected, settings.sort)
