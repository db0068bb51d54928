"""Sums of a measure in groups."""

from analysis.counts.ask import ask
from analysis.counts.sums import sum_by, sum_measure
from analysis.reading.activities import activity_names
from analysis.reading.reference import territory_names
from analysis.selection.select import Selected
from analysis.table.measures import find_measure
from analysis.table.table import Table
from analysis.table.vocabulary import facet_heading, is_own
from analysis.text import _
from charts.common.chart import Chart
from charts.sums import sum_chart


def draw_sums(selected: Selected, facet: str, measure: str, shared: bool) -> Chart:
    """The sum of a measure by a facet."""
    table, sums = selected.snapshot.table, ask(selected, sum_by, facet, measure, shared)
    codes = list(sums[facet])
    heading, names = facet_words(table, facet, codes)
    label, having = find_measure(table, measure).label, ask(selected, sum_measure, measure).having
    chosen = selected.selection.chosen(facet)
    return sum_chart(sums, heading, names, label, shared, having, selected.count, chosen)


def name_sum(label: str) -> str:
    """What the sum of a measure is called."""
    return _("Sum of {measure}").format(measure=label)


def facet_words(table: Table, facet: str, codes: list[str]) -> tuple[str, dict[str, str]]:
    """What a facet is called, and the names of its codes."""
    if is_own(facet):
        return facet_heading(facet), {code: code for code in codes}
    if facet == "activity":
        return _("Activity area"), {code: name or code for code, name in activity_names(codes, table.reference).items()}
    if facet == "territory":
        names = territory_names(table.reference)
        return _("Country or territory"), {code: names[code] for code in codes}
    return _("Region"), {code: _(code) for code in codes}
