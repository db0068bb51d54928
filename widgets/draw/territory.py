"""The charts of a territory's page."""

from analysis.counts.ask import ask
from analysis.counts.count import count_statuses
from analysis.counts.options import find_year_span
from analysis.reading.reference import territory_names
from analysis.selection.select import Selected
from analysis.text import _
from analysis.views.events import list_dated_facts
from analysis.views.territory.rank import rank_territories
from analysis.views.timeline import lay_out_timeline
from charts.common.chart import Chart
from charts.territory.charts import MOST_OPERATIONS, own_statement, own_timeline
from charts.territory.rank import rank_chart


def draw_own_timeline(own: Selected) -> Chart:
    """The operations of a territory and their spells."""
    timeline = ask(own, lay_out_timeline, "start", "none", False, MOST_OPERATIONS)
    ongoing = int(ask(own, count_statuses)["operations"].iloc[0])
    return own_timeline(
        timeline,
        ask(own, list_dated_facts),
        ask(own, find_year_span),
        own.selection.territory,
        own_statement(timeline, own.count, ongoing, own.snapshot.as_of),
    )


def draw_rank(region: Selected, iso3: str) -> Chart:
    """Where a territory stands among those of its region."""
    names = territory_names(region.snapshot.table.reference)
    return rank_chart(ask(region, rank_territories, iso3), iso3, names, _(region.selection.region[0]))
