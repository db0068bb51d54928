"""One territory whole, whatever the filters say."""

import streamlit as st

from widgets.country import choose_territory, show_own_timeline, show_standing, show_territory
from widgets.country_facts import show_facts
from widgets.page import ensure_frame, show_ignored, show_selected
from widgets.places import show_all_territories, show_elsewhere, show_neighbours
from widgets.similar import show_similar
from widgets.tables import current_table
from widgets.view import select_current

ensure_frame()
selected = select_current(current_table())
show_ignored()
iso3 = choose_territory(selected)
own = show_territory(iso3, selected) if iso3 else None
if own is None:
    show_selected(selected)
    show_all_territories(selected)
elif own.count:
    show_own_timeline(own)
    left, right = st.columns(2)
    with left:
        show_facts(own)
    with right:
        show_standing(iso3, own)
        show_similar(own)
else:
    show_elsewhere(iso3, own)
if own is not None:
    show_neighbours(iso3, own)
