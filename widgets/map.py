"""The map's choices and what stands under it."""

import streamlit as st

from analysis.map_notes import list_undrawn, list_without_year, map_notes
from analysis.map_points import MEASURES, count_points
from analysis.select import Selected
from analysis.text import _, ngettext
from charts.map_frames import ANY_TIME
from charts.map_chart import MEASURE_NAMES, map_chart
from charts.outlines import missing_outlines
from widgets.escape import escape_markdown
from widgets.settings import show_settings
from widgets.view import get_setting, set_setting

__all__ = ["chosen_frame", "map_chart", "open_territory", "show_map_notes", "show_map_settings", "take_frame"]


def show_map_settings(selected: Selected) -> tuple[str, str, bool]:
    """Show the choices of the map and warn where its outlines are missing; measure, size or colour, filled."""
    show_settings(
        [
            ("measure", _("Show"), {code: _(MEASURE_NAMES[code]) for code in MEASURES}),
            ("by", _("Told apart by"), {"size": _("size"), "colour": _("colour")}),
            ("shapes", _("Shapes beneath"), {"off": _("not filled"), "on": _("filled")}),
        ]
    )
    if missing := missing_outlines():
        st.warning(
            _("The outlines of the map are missing (static/{file}), so it has no land; the table has every row.").format(
                file=escape_markdown(missing)
            )
        )
    return get_setting("measure"), get_setting("by"), get_setting("shapes") == "on"


def open_territory(iso3: str) -> None:
    """Go to the page of a territory."""
    st.session_state["territory_page"] = iso3


def chosen_frame() -> str:
    """The frame that the link asks for: a year, or any time."""
    return get_setting("year") or ANY_TIME


def take_frame(name: str) -> None:
    """Keep the year at which the map stopped in the link."""
    set_setting("year", "" if name == ANY_TIME else name)


def show_map_notes(selected: Selected) -> None:
    """What is not drawn, with reasons, and the notes on names and boundaries."""
    undrawn = list_undrawn(selected)
    text = ngettext("{count} operation not drawn.", "{count} operations not drawn.", len(undrawn))
    st.caption(text.format(count=len(undrawn)))
    for rows in (undrawn, list_without_year(selected)):
        if len(rows):
            st.dataframe(rows, hide_index=True)
    for note in map_notes(selected, count_points(selected)["iso3"].tolist()):
        st.caption(escape_markdown(note))
