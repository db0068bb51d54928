"""Selection, counts and figures without a server."""

from itertools import cycle, product

from analysis.count import (
    count_activities,
    count_activity_pairs,
    count_activity_sets,
    count_facet,
    count_regions,
    count_statuses,
    count_years,
)
from analysis.findings import find_standouts
from analysis.select import count_options, select
from analysis.selection import Selection
from analysis.survival import selected_survival
from analysis.table import Table
from bench.measure import median_ms
from charts.overview import active_chart, activity_chart, region_chart
from widgets.timeline import timeline_chart


def selections() -> cycle:
    """Selections that go round, each different from the one before."""
    regions = [("Africa",), ("Asia",), ("Africa", "Asia"), ("Europe", "Americas")]
    return cycle(Selection(region=r, activity=(a,)) for r, a in product(regions, ("CS", "IDPs", "DDR")))


def overview_counts_ms(table: Table) -> float:
    """A new selection, the numbers beside all options and every count of the overview."""
    turns = selections()

    def count() -> None:
        selected = select(table, next(turns))
        count_options(selected)
        count_years(selected)
        count_activities(selected)
        count_regions(selected)
        count_facet(selected, "territory")
        count_statuses(selected)
        count_activity_sets(selected)
        count_activity_pairs(selected)
        selected_survival(selected)
        find_standouts(selected)

    return median_ms(count)


def figure_ms(table: Table) -> dict[str, float]:
    """Building each figure from a new selection, counting included."""
    draws = {
        "active by year": active_chart,
        "operations by activity": activity_chart,
        "operations by region": region_chart,
        "timeline": lambda s: timeline_chart(s, "start", "none", "region", "calendar", "shown"),
    }
    times = {}
    for name, draw in draws.items():
        turns = selections()
        times[name] = median_ms(lambda draw=draw, turns=turns: draw(select(table, next(turns))).figure_json())
    return times
