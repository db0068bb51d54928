"""One territory whole, whatever the filters say."""

import streamlit as st

from widgets.frame.page import ensure_frame, show_ignored, show_selected, show_way_out
from widgets.frame.tables import current_table
from widgets.frame.view import select_current
from widgets.territory.elsewhere import show_all_territories, show_elsewhere, show_neighbours
from widgets.territory.facts import show_facts
from widgets.territory.similar import show_similar
from widgets.territory.territory import choose_territory, show_own_timeline, show_rank, show_territory

ensure_frame()
selected = select_current(current_table())
show_ignored()
iso3 = choose_territory(selected)
own = show_territory(iso3, selected) if iso3 else None
if own is None:
    show_selected(selected)
    if selected.count:
        show_all_territories(selected)
    else:
        show_way_out()
elif own.count:
    show_own_timeline(own)
    left, right = st.columns(2)
    with left:
        show_facts(own)
    with right:
        show_rank(iso3, own)
        show_similar(own)
else:
    show_elsewhere(iso3, own)
if own is not None:
    show_neighbours(iso3, own)
