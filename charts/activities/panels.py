"""Activities by group and by year in panels, with the statement that each chart makes."""

import pandas as pd

from analysis.counts.crossed import count_activities_by, count_activity_years
from analysis.selection.select import Selected
from analysis.text import _
from analysis.views.palette import activity_colours
from charts.activities.words import (
    column_titles,
    first_codes,
    labels_and_hovers,
    most_alike,
    say_nothing,
    say_operations,
)
from charts.common.chart import Chart
from charts.common.panels import group_panels, year_panels


def group_chart(selected: Selected, by: str) -> Chart:
    """Operations by activity and region, sub-region or year of start."""
    if by == "start":
        return _started_chart(selected)
    counts = count_activities_by(selected, by)
    codes, more = first_codes(selected)
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
    titles = {by: _("Region") if by == "region" else _("Sub-region")} | column_titles()
    table = counts.assign(**{by: [_(group) for group in counts[by]]}).rename(columns=titles)
    colours = activity_colours(selected.snapshot.table)
    figure = group_panels(groups, codes, grid, *labels_and_hovers(selected, codes), colours)
    return Chart(figure, says + more, table, counts_overlap=True)


def years_chart(selected: Selected) -> Chart:
    """Active operations by year and activity."""
    counts = count_activity_years(selected)
    if counts.empty:
        return _year_chart(selected, counts, "active", say_nothing(), "")
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
    return _year_chart(selected, counts, "active", says, _("{year}: {count} active"))


def _started_chart(selected: Selected) -> Chart:
    counts = count_activity_years(selected)
    if counts.empty:
        return _year_chart(selected, counts, "started", say_nothing(), "")
    most = counts.loc[counts["started"].idxmax()]
    says = _("Most starts of one activity in a year: {count}, {activities} in {year}.").format(
        count=say_operations(most["started"]), activities=most_alike(counts, most, "started"), year=most["year"]
    )
    return _year_chart(selected, counts, "started", says, _("{year}: {count} started"))


def _year_chart(selected: Selected, counts: pd.DataFrame, column: str, says: str, hover: str) -> Chart:
    codes, more = first_codes(selected)
    years = sorted(set(counts["year"]))
    # Every activity has every year, the most common activity first.
    grid = counts[column].to_numpy().reshape(-1, max(len(years), 1))
    by_code = dict(zip(codes if len(years) else [], grid.tolist(), strict=False))
    labels, hovers = labels_and_hovers(selected, list(by_code))
    colours = activity_colours(selected.snapshot.table)
    figure = year_panels(years, by_code, labels, hovers, colours, hover, selected.selection.years)
    titles = column_titles() | {"year": _("Year"), "active": _("Active"), "started": _("Started")}
    return Chart(figure, says + more, counts.rename(columns=titles), counts_overlap=True)
