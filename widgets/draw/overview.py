"""The charts of the overview."""

import pandas as pd

from analysis.counts.ask import ask
from analysis.counts.count import count_facet, count_statuses, count_years
from analysis.counts.most_common import count_most_common
from analysis.counts.options import count_options, list_occurring
from analysis.selection.implied import implied_by
from analysis.selection.select import Selected
from analysis.selection.settings import TimelineSettings
from analysis.table.vocabulary import facet_heading
from analysis.views.activities import list_activities
from analysis.views.map.drawn import has_sudan_whole
from analysis.views.map.hover import list_point_operations
from analysis.views.map.points import count_points
from charts.common.chart import Chart
from charts.map.glance import glance_map
from charts.overview import MOST_BARS, active_chart, activity_chart, own_chart, region_chart
from charts.timeline.charts import ongoing_statement, timeline_chart
from charts.timeline.figure import AT_A_GLANCE
from widgets.draw.timeline import ask_timeline, shown_events, shown_years

# So many lines of the small timeline stand on the first screen beside the map.
MOST_AT_A_GLANCE = 40


def draw_where(selected: Selected) -> Chart:
    """The territories of the operations."""
    return glance_map(
        ask(selected, count_points),
        ask(selected, list_point_operations),
        with_sudan_whole=has_sudan_whole(selected),
        implied=implied_by(selected.selection),
    )


def draw_when(selected: Selected) -> Chart:
    """The operations on a small timeline; where they are many, how many were active by year."""
    if selected.count > MOST_AT_A_GLANCE:
        return draw_active(selected)
    settings = TimelineSettings(colour="status", events="hidden")
    timeline = ask_timeline(selected, settings)
    ongoing = int(ask(selected, count_statuses)["operations"].iloc[0])
    return timeline_chart(
        timeline,
        settings,
        shown_events(selected, settings),
        shown_years(selected),
        selected.selection.years,
        {},
        ongoing_statement(ongoing, selected.count, selected.snapshot.as_of, implied_by(selected.selection)),
        AT_A_GLANCE,
    )


def draw_active(selected: Selected) -> Chart:
    """Active operations by year."""
    return active_chart(ask(selected, count_years), selected.selection.years)


def draw_activities(selected: Selected) -> Chart:
    """Operations by activity; where some are chosen, what the filters count beside each."""
    chosen, activities = selected.selection.activity, ask(selected, list_activities)
    if chosen:
        counts = _offered(selected, "activity")
        adds = selected.selection.match != "any"
        return activity_chart(counts, (counts.head(MOST_BARS), 0), selected.count, activities, chosen, adds)
    most_common = ask(selected, count_most_common, "activity", MOST_BARS)
    return activity_chart(ask(selected, count_facet, "activity"), most_common, selected.count, activities)


def draw_regions(selected: Selected) -> Chart:
    """Operations by region; where some are chosen, what the filters count beside each."""
    if chosen := selected.selection.region:
        counts = _offered(selected, "region")
        return region_chart(counts, (counts.head(MOST_BARS), 0), selected.count, chosen)
    most_common = ask(selected, count_most_common, "region", MOST_BARS)
    return region_chart(
        ask(selected, count_facet, "region"), most_common, selected.count, implied=implied_by(selected.selection)
    )


def draw_own(selected: Selected, facet: str) -> Chart:
    """Operations by a facet of the user's own; where some are chosen, what the filters count beside each."""
    heading = facet_heading(facet)
    if chosen := selected.selection.chosen(facet):
        counts = _offered(selected, facet)
        return own_chart(counts, (counts.head(MOST_BARS), 0), selected.count, heading, chosen)
    most_common = ask(selected, count_most_common, facet, MOST_BARS)
    return own_chart(ask(selected, count_facet, facet), most_common, selected.count, heading)


def _offered(selected: Selected, facet: str) -> pd.DataFrame:
    """facet's code, operations: the options that occur and leave something or are chosen, the most common first."""
    chosen, occurring = selected.selection.chosen(facet), ask(selected, list_occurring, facet)
    counts = ask(selected, count_options)[facet]
    rows = [(code, count) for code, count in counts.items() if code in occurring and (count or code in chosen)]
    # Sorting keeps the order of the vocabulary among equals.
    return pd.DataFrame(sorted(rows, key=lambda row: -row[1]), columns=[facet, "operations"])
