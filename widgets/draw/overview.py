"""The charts of the overview."""

from analysis.counts.ask import ask
from analysis.counts.count import count_activities, count_regions, count_years
from analysis.counts.most_common import count_most_common
from analysis.selection.select import Selected
from analysis.views.activities import list_activities
from charts.common.chart import Chart
from charts.overview import MOST_BARS, active_chart, activity_chart, region_chart


def draw_active(selected: Selected) -> Chart:
    """Active operations by year."""
    return active_chart(ask(selected, count_years), selected.selection.years)


def draw_activities(selected: Selected) -> Chart:
    """Operations by activity."""
    most_common = ask(selected, count_most_common, "activity", MOST_BARS)
    activities = ask(selected, list_activities)
    return activity_chart(ask(selected, count_activities), most_common, selected.count, activities)


def draw_regions(selected: Selected) -> Chart:
    """Operations by region."""
    most_common = ask(selected, count_most_common, "region", MOST_BARS)
    return region_chart(ask(selected, count_regions), most_common, selected.count)
