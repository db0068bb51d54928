"""The map's choices and what stands under it."""

import streamlit as st

from analysis.counts.ask import ask
from analysis.counts.count import count_years
from analysis.selection.select import Selected
from analysis.selection.settings import MapSettings
from analysis.table.measures import own_measures
from analysis.text import _, ngettext
from analysis.views.map.drawn import count_map
from analysis.views.map.notes import list_undrawn, list_without_year, map_notes
from analysis.views.map.points import MEASURES, count_points
from analysis.views.map.sites import has_sites
from charts.map.chart import MEASURE_NAMES
from charts.map.frames import ANY_TIME
from charts.map.outlines import missing_outlines
from widgets.draw.map import draw_map, draw_sites
from widgets.draw.sums import name_sum
from widgets.elements.escape import escape_html, escape_markdown
from widgets.elements.settings import show_settings
from widgets.figure.figure import show_chart
from widgets.frame.session import widget_value
from widgets.frame.view import change_settings, current_settings, open_territory_beside


def show_map_settings(selected: Selected) -> MapSettings:
    """Show the choices of the map and warn where its outlines are missing; the choices in force."""
    is_chosen = ask(selected, count_map).is_chosen
    years = {str(year): str(year) for year in ask(selected, count_years)["year"] if is_chosen(year)}
    measures = {code: _(MEASURE_NAMES[code]) for code in MEASURES}
    measures |= {code: name_sum(label) for code, label in own_measures(selected.snapshot.table).items()}
    show_settings(
        [
            ("measure", _("Show"), measures),
            ("by", _("Told apart by"), {"size": _("strength or size"), "colour": _("colour")}),
            ("shapes", _("Places are"), {"on": _("filled"), "off": _("points")}),
            ("year", _("Active in"), {"": _("any time in the selection")} | years),
            ("beside", _("Beside it, active in"), {"": _("nothing")} | years),
        ]
    )
    if missing := missing_outlines():
        st.warning(
            escape_markdown(
                _(
                    "The outlines of the map are missing (static/{file}), so it has no land; the table has every row."
                ).format(file=missing)
            )
        )
    return current_settings(MapSettings)


def show_maps(selected: Selected, settings: MapSettings) -> None:
    """Show the map whose years can be played, or two years side by side; a click opens the territory."""
    drawn = settings.measure, settings.by, settings.shapes == "on"
    year, beside = settings.year, settings.beside
    if not beside:
        show_chart(
            "map", selected, draw_map, *drawn, on_click=open_territory_beside, frame=year or ANY_TIME,
            on_frame=_take_frame,
        )  # fmt: skip
        return
    for position, (column, shown) in enumerate(zip(st.columns(2), (year, beside), strict=True)):
        with column:
            still = int(shown) if shown else None
            show_chart(f"map-{position + 1}", selected, draw_map, *drawn, still, False, on_click=open_territory_beside)


def show_sites(selected: Selected) -> None:
    """Show the places below the country, where the table has coordinates."""
    if has_sites(selected.snapshot.table):
        show_chart("sites", selected, draw_sites)


def show_territory_choice(selected: Selected) -> None:
    """Offer each territory on the map by name: what a click on its point does, for the keyboard."""
    names = ask(selected, count_points).set_index("iso3")["name"].to_dict()

    def take() -> None:
        if chosen := widget_value("territory-choice"):
            open_territory_beside(chosen)

    st.selectbox(
        _("Open a territory"),
        list(names),
        index=None,
        format_func=lambda code: names.get(code, code),
        key="territory-choice",
        on_change=take,
        placeholder=_("Choose one of {count}").format(count=len(names)),
    )


def show_map_notes(selected: Selected) -> None:
    """What is not drawn, with reasons, and the notes on names and boundaries."""
    undrawn, timeless = ask(selected, list_undrawn), ask(selected, list_without_year)
    notes = map_notes(selected.snapshot.table.reference, ask(selected, count_points)["iso3"].tolist())
    text = ngettext("{count} operation not drawn.", "{count} operations not drawn.", len(undrawn))
    lines = [text.format(count=len(undrawn)), *notes]
    st.html("".join(f"<p class='notes'>{escape_html(line)}</p>" for line in lines))
    for rows in (undrawn, timeless):
        if len(rows):
            titles = {"line": _("Line"), "country": _("Printed name"), "reason": _("Reason")}
            st.dataframe(rows.rename(columns=titles), hide_index=True)


def _take_frame(name: str) -> None:
    change_settings(year="" if name == ANY_TIME else name)
