"""Sums of a measure in groups."""

from analysis.counts.ask import ask
from analysis.counts.sums import sum_by, sum_measure
from analysis.reading.activities import activity_names
from analysis.selection.select import Selected
from analysis.table.measures import find_measure
from analysis.table.vocabulary import facet_heading, is_own
from analysis.text import _
from charts.common.chart import Chart
from charts.sums import sum_chart


def draw_sums(selected: Selected, facet: str, measure: str, shared: bool) -> Chart:
    """The sum of a measure by a facet."""
    table, sums = selected.snapshot.table, ask(selected, sum_by, facet, measure, shared)
    codes = list(sums[facet])
    activity = activity_names(codes, table.reference) if facet == "activity" else {}
    names = {code: activity.get(code) or (code if is_own(facet) else _(code)) for code in codes}
    heading = facet_heading(facet) if is_own(facet) else {"region": _("Region"), "activity": _("Activity area")}[facet]
    label, having = find_measure(table, measure).label, ask(selected, sum_measure, measure).having
    chosen = selected.selection.chosen(facet)
    return sum_chart(sums, heading, names, label, shared, having, selected.count, chosen)
