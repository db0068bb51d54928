"""The timeline with its settings, its key of colours and the years under it."""

import pandas as pd
import streamlit as st

from analysis.count import count_statuses, count_years
from analysis.events import list_events
from analysis.palette import OTHER_COLOUR, activity_colours
from analysis.rows import SORTS, show_status
from analysis.select import Selected
from analysis.text import _, ngettext
from analysis.timeline import lay_out_timeline
from analysis.vocabulary import year_span
from charts.chart import Chart
from charts.style import MARK_COLOUR, PALE_COLOUR, STARTED_COLOUR
from charts.timeline import LEFT_MARGIN, key_in_picture, key_of_colours, operation_timeline
from charts.years import year_flow
from widgets.escape import escape_html
from widgets.settings import show_settings
from widgets.view import get_setting

SETTING_NAMES = ("sort", "group", "colour", "axis", "events")


def show_timeline_settings() -> tuple[str, ...]:
    """Show the choices of the timeline; the values in force, in the order of SETTING_NAMES."""
    show_settings(
        [
            ("sort", _("Sort by"), {code: _(SORTS[code]) for code in ("start", "end", "duration", "name", "region")}),
            ("group", _("Group by"), {"none": _("no groups"), "region": _("Region"), "activity": _("Activity area")}),
            ("colour", _("Colour by"), {"region": _("Region"), "status": _("Status"), "activity": _("Activity area")}),
            ("axis", _("Time"), {"calendar": _("calendar years"), "since-start": _("years since start")}),
            ("events", _("Dated facts of the source"), {"shown": _("shown"), "hidden": _("hidden")}),
        ]
    )
    return tuple(get_setting(name) for name in SETTING_NAMES)


def timeline_chart(selected: Selected, sort: str, group: str, colour: str, axis: str, events: str) -> Chart:
    """The timeline, saying how many operations are ongoing and how many lines there is no room for."""
    timeline = lay_out_timeline(selected, sort, group, axis == "since-start")
    colours = activity_colours(selected.snapshot.table)
    ongoing = int(count_statuses(selected)["operations"].iloc[0])
    says = ngettext(
        "{ongoing} of {count} operation is ongoing as of {date}.",
        "{ongoing} of {count} operations are ongoing as of {date}.",
        selected.count,
    ).format(ongoing=ongoing, count=selected.count, date=selected.snapshot.as_of.isoformat())
    if timeline.more:
        says += " " + ngettext(
            "{count} more line is not shown.",
            "{count} more lines are not shown: filter, or sort otherwise.",
            timeline.more,
        ).format(count=timeline.more)
    figure = operation_timeline(
        timeline,
        colour,
        time_span(selected, timeline.since_start, timeline.bars),
        _shown_events(selected, events == "shown" and not timeline.since_start),
        selected.selection.years,
        colours,
    )
    return Chart(
        figure,
        says,
        _bar_table(timeline),
        counts_overlap=group == "activity",
        clickable=True,
        key=key_in_picture(timeline, colour, colours),
    )


def flow_chart(selected: Selected) -> Chart:
    """Active operations each year on the timeline's axis, with starts and ends."""
    counts = count_years(selected)
    peak = counts.loc[counts["started"].idxmax()] if len(counts) else None
    says = (
        _("Most operations start in {year}: {count}.").format(year=peak["year"], count=peak["started"])
        if peak is not None
        else _("No operation has a period that could be read.")
    )
    titles = {"year": _("Year"), "active": _("Active"), "started": _("Started"), "ended": _("Ended")}
    figure = year_flow(counts, time_span(selected, False), LEFT_MARGIN, selected.selection.years)
    key = [("■", colour, name) for name, colour in _flow_colours()]
    return Chart(figure, says, counts.rename(columns=titles), key=tuple(key))


def show_key(selected: Selected, sort: str, group: str, colour: str, axis: str) -> None:
    """Show what the colours and marks of the timeline mean."""
    timeline = lay_out_timeline(selected, sort, group, axis == "since-start")
    colours = activity_colours(selected.snapshot.table)
    items = [(name, f"<i style='background:{shade}'></i>") for name, shade in key_of_colours(timeline, colour, colours)]
    items.append((_("goes on"), "<b>▸</b>"))
    if (timeline.bars["status"] == "unknown").any():
        items.append((_("end unknown"), "<b>?</b>"))
    items.append((_("dated fact"), f"<b style='color:{MARK_COLOUR}'>◇</b>"))
    _show_marks(items)


def show_flow_key() -> None:
    """Show what the bars of the years mean."""
    _show_marks([(name, f"<i style='background:{colour}'></i>") for name, colour in _flow_colours()])


def _flow_colours() -> list[tuple[str, str]]:
    return [
        (_("active"), PALE_COLOUR),
        (_("started"), STARTED_COLOUR),
        (_("ended, below the line"), OTHER_COLOUR),
    ]


def _show_marks(items: list[tuple[str, str]]) -> None:
    entries = "".join(f"<span>{mark} {escape_html(name)}</span>" for name, mark in items)
    st.html(
        "<style>.key{display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.85rem}"
        ".key i{display:inline-block;width:.8rem;height:.8rem;border-radius:.15rem;vertical-align:-.05rem}</style>"
        f"<div class='key'>{entries}</div>"
    )


def time_span(selected: Selected, since_start: bool, bars: pd.DataFrame | None = None) -> tuple[float, float]:
    """The first and last moment of the time axis, with room for what goes on."""
    if since_start:
        return (0.0, float(bars["end"].max()) * 1.06 if bars is not None and len(bars) else 1.0)
    first, last = year_span(selected.snapshot.table)
    years = count_years(selected)["year"]
    first = int(years.iloc[0]) if len(years) else first
    return (first - 0.5, last + 1 + max(0.8, (last - first) * 0.04))


def _shown_events(selected: Selected, shown: bool) -> pd.DataFrame:
    events = list_events(selected.snapshot.table.reference)
    first, last = time_span(selected, False)
    inside = events["moment"].between(first, last)
    return events[inside & shown]


def _bar_table(timeline) -> pd.DataFrame:
    names = timeline.lines.set_index("line")
    lines = timeline.bars["line"]
    columns = {
        _("Country or territory"): names["name"].reindex(lines).to_numpy(),
        _("Printed period"): names["period"].reindex(lines).to_numpy(),
        _("Start"): timeline.bars["start"].round(3),
        _("End"): timeline.bars["end"].round(3),
        _("Status"): timeline.bars["status"].map(show_status),
    }
    return pd.DataFrame(columns)
