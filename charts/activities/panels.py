"""Activities by group and by year in panels, with the statement that each chart makes."""

import pandas as pd

from analysis.selection.implied import NOTHING, Implied
from analysis.text import _
from analysis.views.activities import Activities
from charts.activities.words import first_codes, say_largest_cells, say_largest_years, say_nothing
from charts.common.activity_labels import activity_hovers, activity_labels
from charts.common.chart import Chart
from charts.common.panels import group_panels, year_panels


def group_chart(
    counts: pd.DataFrame, activity_counts: pd.DataFrame, activities: Activities, implied: Implied = NOTHING
) -> Chart:
    """Operations by activity and region or sub-region, of `count_activities_by` and `count_facet`."""
    by = counts.columns[0]
    codes, more = first_codes(activity_counts)
    shown = counts[counts["activity"].isin(codes)]
    groups = [_(group) for group in dict.fromkeys(counts[by])]
    grid = shown["operations"].to_numpy().reshape(len(groups), len(codes))
    titles = {by: _("Region") if by == "region" else _("Sub-region"), "operations": _("Operations")}
    table = activities.named(counts.assign(**{by: [_(group) for group in counts[by]]}).rename(columns=titles))
    words = activity_labels(codes, activities), activity_hovers(codes, activities)
    figure = group_panels(groups, codes, grid, *words, activities.colours)
    says = say_largest_cells(counts, by, activities, implied) + more
    return Chart(figure, says, table, counts_overlap=len(activity_counts) > 1)


def years_chart(
    counts: pd.DataFrame, activity_counts: pd.DataFrame, activities: Activities, chosen_years: tuple[int, int] | None,
    implied: Implied = NOTHING,
) -> Chart:  # fmt: skip
    """Active operations by year and activity, of `count_activity_years` and `count_facet`."""
    templates = _("Most operations at once with one activity: {count}, {cells}."), _("Operations by year and activity.")
    says = say_largest_years(counts, "active", activities, implied, templates) if len(counts) else say_nothing()
    return _year_chart(counts, "active", says, _("{year}: {count} active"), activity_counts, activities, chosen_years)


def starts_chart(
    counts: pd.DataFrame, activity_counts: pd.DataFrame, activities: Activities, chosen_years: tuple[int, int] | None,
    implied: Implied = NOTHING,
) -> Chart:  # fmt: skip
    """Operations by activity and year of start, of `count_activity_years` and `count_facet`."""
    templates = (
        _("Most starts of operations with one activity in a year: {count}, {cells}."),
        _("Operations that started, by year and activity."),
    )
    says = say_largest_years(counts, "started", activities, implied, templates) if len(counts) else say_nothing()
    return _year_chart(counts, "started", says, _("{year}: {count} started"), activity_counts, activities, chosen_years)


def _year_chart(
    counts: pd.DataFrame,
    column: str,
    says: str,
    hover: str,
    activity_counts: pd.DataFrame,
    activities: Activities,
    chosen_years: tuple[int, int] | None,
) -> Chart:
    codes, more = first_codes(activity_counts)
    years = sorted(set(counts["year"]))
    # Every activity has every year, the most common activity first.
    grid = counts[column].to_numpy().reshape(-1, max(len(years), 1))
    by_code = dict(zip(codes if len(years) else [], grid.tolist(), strict=False))
    labels, hovers = activity_labels(list(by_code), activities), activity_hovers(list(by_code), activities)
    figure = year_panels(years, by_code, labels, hovers, activities.colours, hover, chosen_years)
    titles = {"year": _("Year"), "active": _("Active"), "started": _("Started")}
    table = activities.named(counts.rename(columns=titles))
    return Chart(figure, says + more, table, counts_overlap=len(activity_counts) > 1)
