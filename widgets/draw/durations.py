"""The charts of how long spells and operations last."""

from analysis.counts.ask import ask
from analysis.counts.durations.figures import count_durations_by, estimate_durations_by
from analysis.counts.durations.operations import count_operation_durations
from analysis.selection.select import Selected
from analysis.views.activities import list_activities
from analysis.views.listed_rows import list_lasting_rows
from charts.common.chart import Chart
from charts.durations.charts import curve_chart, group_colours, groups_chart
from charts.durations.operation_dots import MOST_DOTS, counted_chart, dots_chart, too_many_dots
from charts.durations.table import group_names


def draw_curve(selected: Selected) -> Chart:
    """The Kaplan-Meier curve of all spells."""
    return curve_chart(ask(selected, estimate_durations_by, "all").get("all"), ask(selected, count_durations_by, "all"))


def draw_group_curves(selected: Selected, by: str) -> Chart:
    """A curve for each activity, region, start period, or value of a facet of the user's own."""
    groups = ask(selected, estimate_durations_by, by)
    activities = ask(selected, list_activities)
    labels = group_names(by, groups, selected.snapshot.as_of.year)
    names = {group: activities.names.get(group, group) for group in groups} if by == "activity" else labels
    colours = group_colours(by, list(groups), activities.colours)
    return groups_chart(groups, names, labels, colours, overlap=by != "start")


def draw_durations(selected: Selected, sort: str) -> Chart:
    """Every operation on an axis of durations; many are counted by whole years instead."""
    counts = ask(selected, count_operation_durations)
    if too_many_dots(counts):
        return counted_chart(counts, selected.count)
    rows = ask(selected, list_lasting_rows, sort, sort == "duration", MOST_DOTS)
    return dots_chart(rows, counts, selected.count)
