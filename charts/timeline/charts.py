"""The charts of the page of the timeline, each with the statement it makes."""

import pandas as pd

from analysis.counts.count import count_statuses, count_years
from analysis.selection.select import Selected
from analysis.selection.settings import TimelineSettings
from analysis.table.vocabulary import year_span
from analysis.text import _, ngettext
from analysis.views.events import list_events
from analysis.views.palette import OTHER_COLOUR, activity_colours
from analysis.views.rows import show_status
from analysis.views.timeline import lay_out_timeline
from charts.common.chart import Chart
from charts.common.style import PALE_COLOUR, STARTED_COLOUR
from charts.common.years import year_flow, year_room
from charts.timeline.figure import LEFT_MARGIN, key_in_picture, operation_timeline


def timeline_chart(selected: Selected, settings: TimelineSettings) -> Chart:
    """The timeline, saying how many operations are ongoing and how many lines there is no room for."""
    timeline = lay_out_timeline(selected, settings.sort, settings.group, settings.axis == "since-start")
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
        settings.colour,
        time_span(selected, timeline.since_start, timeline.bars),
        shown_events(selected, settings.events == "shown" and not timeline.since_start),
        selected.selection.years,
        colours,
    )
    return Chart(
        figure,
        says,
        _bar_table(timeline),
        counts_overlap=settings.group == "activity",
        clickable=True,
        key=key_in_picture(timeline, settings.colour, colours),
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
    key = [("■", colour, name) for name, colour in flow_colours()]
    return Chart(figure, says, counts.rename(columns=titles), key=tuple(key))


def flow_colours() -> list[tuple[str, str]]:
    """What the bars of the years mean, and their colours."""
    return [
        (_("active"), PALE_COLOUR),
        (_("started"), STARTED_COLOUR),
        (_("ended, below the line"), OTHER_COLOUR),
    ]


def time_span(selected: Selected, since_start: bool, bars: pd.DataFrame | None = None) -> tuple[float, float]:
    """The first and last moment of the time axis, with room for what goes on."""
    if since_start:
        return (0.0, float(bars["end"].max()) * 1.06 if bars is not None and len(bars) else 1.0)
    first, last = year_span(selected.snapshot.table)
    years = count_years(selected)["year"]
    first = int(years.iloc[0]) if len(years) else first
    return year_room(first, last)


def shown_events(selected: Selected, shown: bool) -> pd.DataFrame:
    """The dated facts of the time that the axis spans, where they are to be shown."""
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
