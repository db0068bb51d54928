"""Where the operations are, and in which years."""

from widgets.frame.page import selected_operations
from widgets.map import show_map_notes, show_map_settings, show_maps, show_sites, show_territory_choice

selected = selected_operations()
show_maps(selected, show_map_settings(selected))
show_sites(selected)
show_territory_choice(selected)
show_map_notes(selected)
