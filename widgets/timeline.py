"""The settings of the page of the timeline, and the keys of its colours and marks."""

from analysis.counts.ask import ask
from analysis.selection.select import Selected
from analysis.selection.settings import TimelineSettings
from analysis.table.columns import OPERATION_SORTS
from analysis.table.vocabulary import own_facets
from analysis.text import _
from analysis.views.events import list_dated_facts
from widgets.elements.settings import show_settings
from widgets.frame.view import current_settings


def show_timeline_settings(selected: Selected) -> TimelineSettings:
    """Show the choices of the timeline; those in force."""
    facts = ("events", _("Dated facts of the source"), {"shown": _("shown"), "hidden": _("hidden")})
    sorts = {code: _(OPERATION_SORTS[code]) for code in ("start", "end", "duration", "name", "region")}
    own = own_facets(selected.snapshot.table)
    groups = {"none": _("no groups"), "region": _("Region"), "activity": _("Activity area")} | own
    colours = {"region": _("Region"), "status": _("Status"), "activity": _("Activity area")} | own
    show_settings(
        [
            ("sort", _("Sort by"), sorts),
            ("group", _("Group by"), groups),
            ("colour", _("Colour by"), colours),
            ("axis", _("Time"), {"calendar": _("calendar years"), "since-start": _("years since start")}),
            # Only the built-in table's source tells any.
            *([facts] if len(ask(selected, list_dated_facts)) else []),
        ]
    )
    return current_settings(TimelineSettings)
