"""Activities by place, in pairs and in combinations, each chart with the statement it makes."""

import pandas as pd

from analysis.counts.count import count_activities, count_activity_sets
from analysis.counts.pairs import MOST_PAIRED, count_pairs
from analysis.selection.select import Selected
from analysis.text import _, ngettext
from analysis.views.matrix import lay_out_matrix
from analysis.views.palette import activity_colours
from charts.activities.matrix import activity_matrix
from charts.activities.pairs import combination_columns, pair_square
from charts.activities.words import MOST_COLUMNS, column_titles, first_codes, say_pairs, say_sets
from charts.common.activity_labels import activity_hovers
from charts.common.chart import Chart


def matrix_chart(selected: Selected, sort: str) -> Chart:
    """Places by activities, clickable."""
    matrix = lay_out_matrix(selected, sort)
    codes, more = first_codes(selected)
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
    names = matrix.rows["name"].to_numpy()[matrix.cells["row"].to_numpy()]
    table = matrix.cells[["activity", "operations"]].rename(columns=column_titles())
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
    return Chart(pair_square(pairs, totals, hovers), say_pairs(pairs) + first_codes(selected)[1], table, True)


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
    return Chart(combination_columns(shown, totals, hovers, colours), say_sets(sets), table.rename(columns=titles))
