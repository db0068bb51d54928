"""The first screen: where and when, then on what and in which regions; a click takes what it meets into the filters."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from analysis.counts.ask import ask
from analysis.counts.key_numbers import find_key_numbers
from analysis.counts.options import list_occurring
from analysis.selection.select import Selected
from analysis.table.measures import OPERATIONS
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
from widgets.sums import Counted, show_by, show_sum


def show_glance(selected: Selected, counted: Counted) -> None:
    """Show the key numbers, the map where there are places, and the time of the operations."""
    show_numbers(key_numbers(selected))
    if not ask(selected, find_key_numbers).territories:
        _show_when(selected)
        return
    where, when = st.columns(2)
    with where:
        show_chart("where", selected, draw_where, on_click=lambda code: toggle_choice("territory", code))
        show_by("operations-by-region", selected, "region", counted, draw_regions)
        if counted.measure != OPERATIONS:
            # The map counts operations, whatever is summed.
            show_sum("sums-by-territory", selected, "territory", counted)
    with when:
        _show_when(selected)


def show_further(selected: Selected, counted: Counted) -> None:
    """Show the activities, where there are any, and how many operations were active by year, where that is new."""
    shows: list[Callable[[Selected], None]] = []
    if ask(selected, list_occurring, "activity"):
        shows.append(partial(_show_activities, counted))
    if selected.count <= MOST_AT_A_GLANCE:
        shows.append(_show_years)
    for column, show in zip(st.columns(max(len(shows), 1)), shows, strict=False):
        with column:
            show(selected)


def show_own(selected: Selected, counted: Counted) -> None:
    """Show the operations by a facet of the user's own, where the table has any, with the choice of which."""
    own = own_facets(selected.snapshot.table)
    if not own:
        return
    show_settings([("by", _("Show by"), own)])
    facet = chosen_option("by", own)
    show_by("operations-by-own", selected, facet, counted, draw_own, facet)


def _show_activities(counted: Counted, selected: Selected) -> None:
    show_by("operations-by-activity", selected, "activity", counted, draw_activities)


def _show_years(selected: Selected) -> None:
    show_chart("active-by-year", selected, draw_active, on_click=toggle_year)


def _show_when(selected: Selected) -> None:
    timeline = selected.count <= MOST_AT_A_GLANCE
    show_chart("when", selected, draw_when, on_click=open_operation if timeline else toggle_year)
