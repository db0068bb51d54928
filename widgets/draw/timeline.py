"""The charts of the page of the timeline."""

import pandas as pd

from analysis.counts.ask import ask
from analysis.counts.count import count_statuses, count_years
from analysis.counts.options import find_year_span
from analysis.selection.implied import NOTHING, implied_by
from analysis.selection.select import Selected
from analysis.selection.settings import TimelineSettings
from analysis.table.vocabulary import is_own
from analysis.views.activities import list_activities
from analysis.views.events import list_dated_facts
from analysis.views.palette import facet_colours
from analysis.views.timeline import MOST_LINES, Timeline, lay_out_timeline
from charts.common.chart import Chart
from charts.timeline.charts import events_in, flow_chart, ongoing_statement, timeline_chart


def draw_timeline(selected: Selected, settings: TimelineSettings) -> Chart:
    """A line for each operation, its spells as bars."""
    ongoing = int(ask(selected, count_statuses)["operations"].iloc[0])
    colours, names = _colours(selected, settings.colour)
    return timeline_chart(
        ask_timeline(selected, settings),
        settings,
        shown_events(selected, settings),
        shown_years(selected),
        selected.selection.years,
        colours,
        ongoing_statement(ongoing, selected.count, selected.snapshot.as_of, implied_by(selected.selection)),
        activity_names=names,
    )


def _colours(selected: Selected, colour: str) -> tuple[dict[str, str], dict[str, str]]:
    """The colours of what bars are parted by, and the names of what needs one."""
    table = selected.snapshot.table
    if is_own(colour):
        return facet_colours(table, colour), {}
    activities = ask(selected, list_activities)
    return activities.colours, activities.names if colour == "activity" else {}


def draw_flow(selected: Selected) -> Chart:
    """Active operations each year, with starts and ends."""
    implied = implied_by(selected.selection) if selected.selection.when == "started" else NOTHING
    return flow_chart(ask(selected, count_years), shown_years(selected), selected.selection.years, implied)


def ask_timeline(selected: Selected, settings: TimelineSettings) -> Timeline:
    """The lines of the timeline."""
    parts = settings.colour if is_own(settings.colour) else "activity"
    since_start = settings.axis == "since-start"
    return ask(selected, lay_out_timeline, settings.sort, settings.group, since_start, MOST_LINES, parts)


def shown_years(selected: Selected) -> tuple[int, int]:
    """The first and last year of the time axis: from the first start of the selection, else of the table."""
    years, (first, last) = ask(selected, count_years)["year"], ask(selected, find_year_span)
    return (int(years.iloc[0]) if len(years) else first, last)


def shown_events(selected: Selected, settings: TimelineSettings) -> pd.DataFrame:
    """The dated facts of the time that the axis spans, where they are to be shown."""
    events = ask(selected, list_dated_facts)
    if settings.events != "shown" or settings.axis == "since-start":
        return events.head(0)
    return events_in(events, shown_years(selected))
