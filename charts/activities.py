"""The charts of the page of activities, each from its count table with the statement it makes."""

import pandas as pd

from analysis.count import count_activities, count_activity_sets
from analysis.cross import count_activities_by, count_activity_years
from analysis.matrix import lay_out_matrix
from analysis.palette import activity_colours
from analysis.select import Selected
from analysis.sentence import all_of
from analysis.text import _, ngettext
from analysis.together import MOST_PAIRED, count_pairs, pairs_apart
from charts.chart import Chart
from charts.matrix import activity_matrix
from charts.pairs import combination_columns, pair_square
from charts.panels import group_panels, year_panels
from charts.words import activity_hovers, activity_labels

MOST_COLUMNS = 20


def group_chart(selected: Selected, by: str) -> Chart:
    """Operations by activity and region, sub-region or year of start."""
    if by == "start":
        return _started_chart(selected)
    counts = count_activities_by(selected, by)
    codes, more = _first_codes(selected)
    shown = counts[counts["activity"].isin(codes)]
    groups = [_(group) for group in counts[by].drop_duplicates()]
    grid = shown["operations"].to_numpy().reshape(len(groups), len(codes))
    largest = counts.loc[counts["operations"].idxmax()] if len(counts) else None
    says = (
        _("{activity} is most common in {place}: {count}.").format(
            activity=largest["activity"], place=_(largest[by]), count=_operations(largest["operations"])
        )
        if largest is not None
        else _nothing()
    )
    titles = {by: _("Region") if by == "region" else _("Sub-region")} | _titles()
    table = counts.assign(**{by: counts[by].map(_)}).rename(columns=titles)
    colours = activity_colours(selected.snapshot.table)
    figure = group_panels(groups, codes, grid, *_words(selected, codes), colours)
    return Chart(figure, says + more, table, counts_overlap=True)


def years_chart(selected: Selected) -> Chart:
    """Active operations by year and activity."""
    counts = count_activity_years(selected)
    if counts.empty:
        return _year_chart(selected, counts, "active", _nothing(), "")
    most = counts.loc[counts["active"].idxmax()]
    first = counts[counts["active"] > 0].groupby("activity", sort=False)["year"].min()
    says = _("Most active at once: {activities} in {year}, {count}.").format(
        activities=_most_alike(counts, most, "active"), year=most["year"], count=_operations(most["active"])
    )
    if (first == first.max()).sum() == 1 < len(first):
        says += " " + _("The latest to begin is {activity}, in {year}.").format(
            activity=first.idxmax(), year=first.max()
        )
    return _year_chart(selected, counts, "active", says, _("{year}: {count} active"))


def matrix_chart(selected: Selected, sort: str) -> Chart:
    """Places by activities, clickable."""
    matrix = lay_out_matrix(selected, sort)
    codes, more = _first_codes(selected)
    total = len(matrix.rows) + matrix.more
    says = ngettext(
        "{single} of {total} place has a single activity, {full} has every one.",
        "{single} of {total} places have a single activity, {full} have every one.",
        total,
    ).format(single=matrix.single, total=total, full=matrix.full)
    if matrix.more:
        says += " " + ngettext(
            "{count} more place is not shown.",
            "{count} more places are not shown: filter, or sort otherwise.",
            matrix.more,
        ).format(count=matrix.more)
    names = matrix.rows["name"].reindex(matrix.cells["row"]).to_numpy()
    table = matrix.cells[["activity", "operations"]].rename(columns=_titles())
    table.insert(0, _("Country or territory"), names)
    hovers = activity_hovers(codes, selected.snapshot.table.reference)
    colours = activity_colours(selected.snapshot.table)
    figure = activity_matrix(matrix, codes, hovers, colours, sort == "region")
    return Chart(figure, says + more, table, True, clickable=True)


def pairs_chart(selected: Selected) -> Chart:
    """How many operations have both of two activities, and what share of each that is."""
    pairs, activities = count_pairs(selected), count_activities(selected)
    totals = dict(zip(activities["activity"].head(MOST_PAIRED), activities["operations"].tolist(), strict=False))
    hovers = activity_hovers(list(totals), selected.snapshot.table.reference)
    table = pd.DataFrame(
        {
            _("First"): pairs["first"],
            _("Second"): pairs["second"],
            _("Operations with both"): pairs["operations"],
            _("Share of the first, %"): (100 * pairs["operations"] / pairs["first_operations"]).round(1),
            _("Share of the second, %"): (100 * pairs["operations"] / pairs["second_operations"]).round(1),
            _("First without second"): pairs["first_operations"] - pairs["operations"],
            _("Second without first"): pairs["second_operations"] - pairs["operations"],
        }
    )
    return Chart(pair_square(pairs, totals, hovers), _say_pairs(pairs) + _first_codes(selected)[1], table, True)


def combinations_chart(selected: Selected) -> Chart:
    """The combinations of activities as they occur, the most common first."""
    sets, activities = count_activity_sets(selected), count_activities(selected)
    shown = sets.head(MOST_COLUMNS)
    held = {code for combination in shown["activity_set"] for code in combination}
    counts = zip(activities["activity"], activities["operations"].tolist(), strict=True)
    totals = {code: count for code, count in counts if code in held}
    hovers = activity_hovers(list(totals), selected.snapshot.table.reference)
    colours = activity_colours(selected.snapshot.table)
    table = sets.assign(activity_set=sets["activity_set"].map(" + ".join))
    titles = {"activity_set": _("Combination"), "operations": _("Operations")}
    return Chart(combination_columns(shown, totals, hovers, colours), _say_sets(sets), table.rename(columns=titles))


def _say_pairs(pairs: pd.DataFrame) -> str:
    if pairs.empty or not pairs["operations"].iloc[0]:
        return _("No operation has two activities.")
    most = pairs.iloc[0]
    says = _("{first} and {second} go together most: {count}.").format(
        first=most["first"], second=most["second"], count=_operations(most["operations"])
    )
    apart = [all_of(list(pair)) for pair in pairs_apart(pairs)]
    if apart:
        says += " " + _("Never together: {pairs}.").format(pairs="; ".join(apart[:5]) + ("; …" if apart[5:] else ""))
    return says


def _say_sets(sets: pd.DataFrame) -> str:
    if sets.empty:
        return _nothing()
    says = ngettext(
        "{count} combination occurs; the most common is {name}: {operations}.",
        "{count} combinations occur; the most common is {name}: {operations}.",
        len(sets),
    ).format(
        count=len(sets),
        name=" + ".join(sets["activity_set"].iloc[0]),
        operations=_operations(sets["operations"].iloc[0]),
    )
    if len(sets) > MOST_COLUMNS:
        says += " " + _("The first {shown} are drawn, the rest are in the table.").format(shown=MOST_COLUMNS)
    return says


def _started_chart(selected: Selected) -> Chart:
    counts = count_activity_years(selected)
    if counts.empty:
        return _year_chart(selected, counts, "started", _nothing(), "")
    most = counts.loc[counts["started"].idxmax()]
    says = _("Most starts of one activity in a year: {count}, {activities} in {year}.").format(
        count=_operations(most["started"]), activities=_most_alike(counts, most, "started"), year=most["year"]
    )
    return _year_chart(selected, counts, "started", says, _("{year}: {count} started"))


def _most_alike(counts: pd.DataFrame, most: pd.Series, column: str) -> str:
    """The activities that share the most in that year."""
    same = (counts[column] == most[column]) & (counts["year"] == most["year"])
    return all_of(counts.loc[same, "activity"].tolist())


def _year_chart(selected: Selected, counts: pd.DataFrame, column: str, says: str, hover: str) -> Chart:
    codes, more = _first_codes(selected)
    shown = counts[counts["activity"].isin(codes)]
    by_code = {code: rows[column].tolist() for code, rows in shown.groupby("activity", sort=False)}
    years = sorted(set(counts["year"]))
    labels, hovers = _words(selected, list(by_code))
    colours = activity_colours(selected.snapshot.table)
    figure = year_panels(years, by_code, labels, hovers, colours, hover, selected.selection.years)
    titles = _titles() | {"year": _("Year"), "active": _("Active"), "started": _("Started")}
    return Chart(figure, says + more, counts.rename(columns=titles), counts_overlap=True)


def _first_codes(selected: Selected) -> tuple[list[str], str]:
    """The activities that there is room for, the most common ones, and the words that say how many more there are."""
    codes = count_activities(selected)["activity"].tolist()
    if len(codes) <= MOST_PAIRED:
        return codes, ""
    words = _("The {shown} most common of {count} activities are drawn.").format(shown=MOST_PAIRED, count=len(codes))
    return codes[:MOST_PAIRED], " " + words


def _words(selected: Selected, codes: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    reference = selected.snapshot.table.reference
    return activity_labels(codes, reference), activity_hovers(codes, reference)


def _titles() -> dict[str, str]:
    return {"activity": _("Activity area"), "operations": _("Operations")}


def _operations(count: int) -> str:
    return ngettext("{count} operation", "{count} operations", int(count)).format(count=count)


def _nothing() -> str:
    return _("Nothing to count here.")
