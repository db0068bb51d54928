"""Activities by group and by year in panels, with the statement that each chart makes."""

import pandas as pd

from analysis.text import _
from analysis.views.activities import Activities
from charts.activities.words import (
    count_titles,
    first_codes,
    most_alike,
    say_nothing,
    say_operations,
)
from charts.common.activity_labels import activity_hovers, activity_labels
from charts.common.chart import Chart
from charts.common.panels import group_panels, year_panels


def group_chart(counts: pd.DataFrame, activity_counts: pd.DataFrame, activities: Activities) -> Chart:
    """Operations by activity and region or sub-region, of `count_activities_by` and `count_activities`."""
    by = counts.columns[0]
    codes, more = first_codes(activity_counts)
    shown = counts[counts["activity"].isin(codes)]
    groups = [_(group) for group in dict.fromkeys(counts[by])]
    grid = shown["operations"].to_numpy().reshape(len(groups), len(codes))
    largest = counts.loc[counts["operations"].idxmax()] if len(counts) else None
    says = (
        _("{activity} is most common in {place}: {count}.").format(
            activity=largest["activity"], place=_(largest[by]), count=say_operations(largest["operations"])
        )
        if largest is not None
        else say_nothing()
    )
    titles = {by: _("Region") if by == "region" else _("Sub-region")} | count_titles()
    table = counts.assign(**{by: [_(group) for group in counts[by]]}).rename(columns=titles)
    words = activity_labels(codes, activities), activity_hovers(codes, activities)
    figure = group_panels(groups, codes, grid, *words, activities.colours)
    return Chart(figure, says + more, table, counts_overlap=True)


def years_chart(
    counts: pd.DataFrame, activity_counts: pd.DataFrame, activities: Activities, chosen_years: tuple[int, int] | None
) -> Chart:
    """Active operations by year and activity, of `count_activity_years` and `count_activities`."""
    further = activity_counts, activities, chosen_years
    if counts.empty:
        return _year_chart(counts, "active", say_nothing(), "", *further)
    most = counts.loc[counts["active"].idxmax()]
    years = counts["year"].to_numpy()[counts["active"].to_numpy() > 0]
    codes = counts["activity"].to_numpy()[counts["active"].to_numpy() > 0]
    # Years rise within each activity, so what is written last, backwards, is its first one.
    first = dict(zip(codes[::-1], years[::-1].tolist(), strict=True))
    latest = [code for code, year in first.items() if year == max(first.values())]
    says = _("Most active at once: {activities} in {year}, {count}.").format(
        activities=most_alike(counts, most, "active"), year=most["year"], count=say_operations(most["active"])
    )
    if len(latest) == 1 < len(first):
        says += " " + _("The latest to begin is {activity}, in {year}.").format(
            activity=latest[0], year=first[latest[0]]
        )
    return _year_chart(counts, "active", says, _("{year}: {count} active"), *further)


def starts_chart(
    counts: pd.DataFrame, activity_counts: pd.DataFrame, activities: Activities, chosen_years: tuple[int, int] | None
) -> Chart:
    """Operations by activity and year of start, of `count_activity_years` and `count_activities`."""
    further = activity_counts, activities, chosen_years
    if counts.empty:
        return _year_chart(counts, "started", say_nothing(), "", *further)
    most = counts.loc[counts["started"].idxmax()]
    says = _("Most starts of one activity in a year: {count}, {activities} in {year}.").format(
        count=say_operations(most["started"]), activities=most_alike(counts, most, "started"), year=most["year"]
    )
    return _year_chart(counts, "started", says, _("{year}: {count} started"), *further)


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
    titles = count_titles() | {"year": _("Year"), "active": _("Active"), "started": _("Started")}
    return Chart(figure, says + more, counts.rename(columns=titles), counts_overlap=True)
