"""How long operations and their spells last, in figures that say what they leave out."""

from charts.durations import curve_chart, groups_chart
from charts.operation_dots import dots_chart
from widgets.duration_figures import show_figures
from widgets.duration_groups import show_group_figures
from widgets.durations import show_dots_key, show_duration_settings, show_operation_chooser
from widgets.figure import show_chart
from widgets.page import selected_operations
from widgets.view import open_row

selected = selected_operations()
show_figures(selected)
show_chart("survival", selected, curve_chart)
by, sort = show_duration_settings()
show_chart("survival-by-group", selected, groups_chart, by)
show_group_figures(selected, by)
show_chart("durations", selected, dots_chart, sort, on_click=open_row)
show_dots_key()
show_operation_chooser(selected, sort)
