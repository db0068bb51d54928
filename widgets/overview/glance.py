"""The first screen: where and when, then on what and in which regions; a click takes what it meets into the filters."""

import streamlit as st

from analysis.counts.ask import ask
from analysis.counts.key_numbers import find_key_numbers
from analysis.counts.options import list_occurring
from analysis.selection.select import Selected
from analysis.table.vocabulary import own_facets
from analysis.text import _
from widgets.draw.overview import (
    MOST_AT_A_GLANCE,
    draw_active,
    draw_activities,
    draw_own,
    draw_regions,
    draw_when,
    draw_where,
)
from widgets.elements.key_numbers import key_numbers, show_numbers
from widgets.elements.settings import chosen_option, show_settings
from widgets.figure.figure import show_chart
from widgets.frame.view import open_operation, toggle_choice, toggle_year


def show_glance(selected: Selected) -> None:
    """Show the key numbers, the map where there are places, and the time of the operations."""
    show_numbers(key_numbers(selected))
    if not ask(selected, find_key_numbers).territories:
        _show_when(selected)
        return
    where, when = st.columns(2)
    with where:
        show_chart("where", selected, draw_where, on_click=lambda code: toggle_choice("territory", code))
        show_chart("operations-by-region", selected, draw_regions, on_click=lambda code: toggle_choice("region", code))
    with when:
        _show_when(selected)


def show_further(selected: Selected) -> None:
    """Show the activities, where there are any, and how many operations were active by year, where that is new."""
    shows = []
    if ask(selected, list_occurring, "activity"):
        shows.append(_show_activities)
    if selected.count <= MOST_AT_A_GLANCE:
        shows.append(_show_years)
    for column, show in zip(st.columns(max(len(shows), 1)), shows, strict=False):
        with column:
            show(selected)


def show_own(selected: Selected) -> None:
    """Show the operations by a facet of the user's own, where the table has any, with the choice of which."""
    own = own_facets(selected.snapshot.table)
    if not own:
        return
    show_settings([("by", _("Show by"), own)])
    facet = chosen_option("by", own)
    show_chart("operations-by-own", selected, draw_own, facet, on_click=lambda code: toggle_choice(facet, code))


def _show_activities(selected: Selected) -> None:
    show_chart(
        "operations-by-activity", selected, draw_activities, on_click=lambda code: toggle_choice("activity", code)
    )


def _show_years(selected: Selected) -> None:
    show_chart("active-by-year", selected, draw_active, on_click=toggle_year)


def _show_when(selected: Selected) -> None:
    timeline = selected.count <= MOST_AT_A_GLANCE
    show_chart("when", selected, draw_when, on_click=open_operation if timeline else toggle_year)
