"""The charts of what is done, together and apart."""

from analysis.counts.ask import ask
from analysis.counts.count import count_activity_sets, count_facet
from analysis.counts.crossed import count_activities_by, count_activity_years
from analysis.counts.pairs import count_pairs
from analysis.selection.implied import implied_by
from analysis.selection.select import Selected
from analysis.views.activities import list_activities
from analysis.views.matrix import lay_out_matrix
from charts.activities.charts import combinations_chart, matrix_chart, pairs_chart
from charts.activities.panels import group_chart, starts_chart, years_chart
from charts.common.chart import Chart


def draw_groups(selected: Selected, by: str) -> Chart:
    """Operations by activity and region, sub-region or year of start."""
    counts, activities = ask(selected, count_facet, "activity"), ask(selected, list_activities)
    implied = implied_by(selected.selection)
    if by == "start":
        return starts_chart(ask(selected, count_activity_years), counts, activities, selected.selection.years, implied)
    return group_chart(ask(selected, count_activities_by, by), counts, activities, implied)


def draw_matrix(selected: Selected, sort: str) -> Chart:
    """Places by activities."""
    counts, activities = ask(selected, count_facet, "activity"), ask(selected, list_activities)
    implied = implied_by(selected.selection)
    return matrix_chart(ask(selected, lay_out_matrix, sort), counts, activities, sort == "region", implied)


def draw_pairs(selected: Selected) -> Chart:
    """How many operations have both of two activities."""
    counts, activities = ask(selected, count_facet, "activity"), ask(selected, list_activities)
    implied = implied_by(selected.selection)
    return pairs_chart(ask(selected, count_pairs), counts, activities, implied)


def draw_combinations(selected: Selected) -> Chart:
    """The combinations of activities as they occur."""
    counts, activities = ask(selected, count_facet, "activity"), ask(selected, list_activities)
    implied = implied_by(selected.selection)
    return combinations_chart(ask(selected, count_activity_sets), counts, activities, implied)


def draw_activity_years(selected: Selected) -> Chart:
    """Active operations by year and activity."""
    counts, activities = ask(selected, count_facet, "activity"), ask(selected, list_activities)
    implied = implied_by(selected.selection)
    return years_chart(ask(selected, count_activity_years), counts, activities, selected.selection.years, implied)
