"""Activities by place, in pairs and in combinations, each chart with the statement it makes."""

import pandas as pd

from analysis.counts.pairs import MOST_PAIRED
from analysis.selection.implied import NOTHING, Implied
from analysis.text import _, ngettext
from analysis.views.activities import Activities
from analysis.views.matrix import Matrix
from charts.activities.matrix import activity_matrix
from charts.activities.pairs import combination_columns, opening, pair_square
from charts.activities.words import MOST_COLUMNS, first_codes, say_matrix, say_pairs, say_sets
from charts.common.activity_labels import activity_hovers
from charts.common.chart import Chart


def matrix_chart(
    matrix: Matrix, counts: pd.DataFrame, activities: Activities, headed: bool,
    implied: Implied = NOTHING,
) -> Chart:  # fmt: skip
    """Places by the activities of `count_facet`, clickable; with `headed` each region has a line that names it."""
    codes, more = first_codes(counts)
    says = say_matrix(matrix, counts["activity"].tolist(), activities, implied)
    if matrix.more:
        says += " " + ngettext(
            "{count} more place is not shown.",
            "{count} more places are not shown: filter, or sort otherwise.",
            matrix.more,
        ).format(count=matrix.more)
    names = matrix.rows["name"].to_numpy()[matrix.cells["row"].to_numpy()]
    table = activities.named(matrix.cells[["activity", "operations"]].rename(columns={"operations": _("Operations")}))
    table.insert(0, _("Country or territory"), names)
    figure = activity_matrix(matrix, codes, activity_hovers(codes, activities), activities.colours, headed)
    return Chart(figure, says + more, table, len(counts) > 1, opens=tuple(matrix.cells["opens"]))


def pairs_chart(pairs: pd.DataFrame, counts: pd.DataFrame, activities: Activities, implied: Implied = NOTHING) -> Chart:
    """How many operations have both of two activities (`count_pairs`), and what share of each that is."""
    totals = dict(zip(counts["activity"].head(MOST_PAIRED), counts["operations"].tolist(), strict=False))
    hovers = activity_hovers(list(totals), activities)
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
    opens = tuple(opening(a, b) for a, b in zip(pairs["first"], pairs["second"], strict=True))
    says = say_pairs(pairs, activities, implied) + first_codes(counts)[1]
    return Chart(pair_square(pairs, totals, hovers), says, table, len(counts) > 1, opens=opens)


def combinations_chart(
    sets: pd.DataFrame, counts: pd.DataFrame, activities: Activities, implied: Implied = NOTHING
) -> Chart:
    """The combinations of activities as they occur (`count_activity_sets`), the most common first."""
    shown = sets.head(MOST_COLUMNS)
    held = {code for combination in shown["activity_set"] for code in combination}
    counted = zip(counts["activity"], counts["operations"].tolist(), strict=True)
    totals = {code: count for code, count in counted if code in held}
    figure = combination_columns(shown, totals, activity_hovers(list(totals), activities), activities.colours)
    table = sets.assign(activity_set=sets["activity_set"].map(" + ".join))
    titles = {"activity_set": _("Combination"), "operations": _("Operations")}
    opens = tuple(opening(*combination) for combination in sets["activity_set"])
    return Chart(figure, say_sets(sets, activities, implied), table.rename(columns=titles), opens=opens)
