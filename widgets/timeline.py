"""The settings of the page of the timeline, and the keys of its colours and marks."""

import streamlit as st

from analysis.counts.ask import ask
from analysis.selection.select import Selected
from analysis.selection.settings import TimelineSettings
from analysis.table.columns import OPERATION_SORTS
from analysis.text import _
from analysis.views.activities import list_activities
from analysis.views.events import list_dated_facts
from charts.common.style import MARK_COLOUR
from charts.timeline.charts import flow_colours
from charts.timeline.figure import key_of_colours
from widgets.draw.timeline import ask_timeline, shown_events
from widgets.elements.escape import escape_html
from widgets.elements.settings import show_settings
from widgets.frame.view import current_settings


def show_timeline_settings(selected: Selected) -> TimelineSettings:
    """Show the choices of the timeline; those in force."""
    facts = ("events", _("Dated facts of the source"), {"shown": _("shown"), "hidden": _("hidden")})
    sorts = {code: _(OPERATION_SORTS[code]) for code in ("start", "end", "duration", "name", "region")}
    show_settings(
        [
            ("sort", _("Sort by"), sorts),
            ("group", _("Group by"), {"none": _("no groups"), "region": _("Region"), "activity": _("Activity area")}),
            ("colour", _("Colour by"), {"region": _("Region"), "status": _("Status"), "activity": _("Activity area")}),
            ("axis", _("Time"), {"calendar": _("calendar years"), "since-start": _("years since start")}),
            # Only the built-in table's source tells any.
            *([facts] if len(ask(selected, list_dated_facts)) else []),
        ]
    )
    return current_settings(TimelineSettings)


def show_key(selected: Selected, settings: TimelineSettings) -> None:
    """Show what the colours and marks of the timeline mean."""
    timeline, colours = ask_timeline(selected, settings), ask(selected, list_activities).colours
    items = [
        (name, f"<i style='background:{shade}'></i>")
        for name, shade in key_of_colours(timeline, settings.colour, colours)
    ]
    items.append((_("goes on"), "<b>▸</b>"))
    if (timeline.bars["status"] == "unknown").any():
        items.append((_("end unknown"), "<b>?</b>"))
    if len(shown_events(selected, settings)):
        items.append((_("dated fact"), f"<b style='color:{MARK_COLOUR}'>◇</b>"))
    _show_marks(items)


def show_flow_key() -> None:
    """Show what the bars of the years mean."""
    _show_marks([(name, f"<i style='background:{colour}'></i>") for name, colour in flow_colours()])


def _show_marks(items: list[tuple[str, str]]) -> None:
    entries = "".join(f"<span>{mark} {escape_html(name)}</span>" for name, mark in items)
    st.html(
        "<style>.key{display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.85rem}"
        ".key i{display:inline-block;width:.8rem;height:.8rem;border-radius:.15rem;vertical-align:-.05rem}</style>"
        f"<div class='key'>{entries}</div>"
    )
