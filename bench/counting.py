"""Selection, counts and figures without a server."""

from itertools import cycle, product

from analysis.counts.ask import ask, forget_answers
from analysis.counts.count import count_activity_pairs, count_activity_sets, count_facet, count_statuses, count_years
from analysis.counts.crossed import count_activities_by, count_activity_years
from analysis.counts.durations.figures import estimate_durations_by
from analysis.counts.durations.survival import selected_survival
from analysis.counts.options import count_options
from analysis.counts.pairs import count_pairs
from analysis.findings import find_standouts
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection
from analysis.selection.settings import TimelineSettings
from analysis.table.table import Table
from analysis.views.comparison.compare import (
    compare,
    compare_activities,
    compare_curves,
    compare_numbers,
    compare_years,
)
from analysis.views.map.drawn import count_map
from analysis.views.map.notes import list_undrawn
from analysis.views.matrix import lay_out_matrix
from analysis.views.palette import activity_colours
from analysis.views.territory.rank import rank_territories
from analysis.views.territory.similar import list_similar
from analysis.views.territory.territory import select_territory
from bench.measure import median_ms
from widgets.draw.overview import draw_active, draw_activities, draw_regions
from widgets.draw.timeline import draw_timeline


def selections(table: Table) -> cycle:
    """Selections of a table that go round, each different from the one before, none without an operation."""
    regions = [("Africa",), ("Asia",), ("Africa", "Asia"), ("Europe", "Americas")]
    activities = list(activity_colours(table))[:3]
    return cycle(Selection(region=r, activity=(a,)) for r, a in product(regions, activities))


def next_selected(table: Table, turns: cycle) -> Selected:
    """The next selection, of which nothing has been asked yet."""
    forget_answers()
    return select(table, next(turns))


def overview_counts_ms(table: Table) -> float:
    """A new selection, the numbers beside all options and every count of the overview."""
    turns = selections(table)
    return median_ms(lambda: count_overview(next_selected(table, turns)))


def count_overview(selected: Selected) -> None:
    """Ask for every count of the overview."""
    ask(selected, count_options)
    ask(selected, count_years)
    ask(selected, count_facet, "activity")
    ask(selected, count_facet, "region")
    ask(selected, count_facet, "territory")
    ask(selected, count_statuses)
    ask(selected, count_activity_sets)
    ask(selected, count_activity_pairs)
    ask(selected, selected_survival)
    ask(selected, find_standouts)


def page_counts_ms(table: Table) -> dict[str, float]:
    """What each further page counts for a new selection."""
    counts = {"map": _count_map, "activities": _count_activities, "durations": _count_durations}
    counts |= {"country": _count_country, "compare": _count_compare}
    times = {}
    for page, count in counts.items():
        turns = selections(table)
        times[page] = median_ms(lambda count=count, turns=turns: count(next_selected(table, turns)))
    return times


def _count_map(selected: Selected) -> None:
    ask(selected, count_map)
    ask(selected, list_undrawn)


def _count_activities(selected: Selected) -> None:
    ask(selected, count_activities_by, "region")
    ask(selected, count_activity_years)
    ask(selected, lay_out_matrix, "count")
    ask(selected, count_pairs)
    ask(selected, count_activity_sets)


def _count_durations(selected: Selected) -> None:
    ask(selected, estimate_durations_by, "all")
    ask(selected, estimate_durations_by, "activity")


def _count_country(selected: Selected) -> None:
    own = select_territory(selected.snapshot.table, "SDN", None)
    ask(own, count_facet, "activity")
    ask(own, rank_territories, "SDN")
    ask(own, list_similar)


def _count_compare(selected: Selected) -> None:
    second = select(selected.snapshot.table, Selection(activity=("DDR",)))
    comparison = compare(selected, second)
    compare_numbers(comparison)
    compare_activities(comparison)
    compare_years(comparison)
    compare_curves(comparison)


def figure_ms(table: Table) -> dict[str, float]:
    """Building each figure from a new selection, counting included."""
    draws = {
        "active by year": draw_active,
        "operations by activity": draw_activities,
        "operations by region": draw_regions,
        "timeline": lambda s: draw_timeline(s, TimelineSettings()),
    }
    times = {}
    for name, draw in draws.items():
        turns = selections(table)
        times[name] = median_ms(lambda draw=draw, turns=turns: draw(next_selected(table, turns)).figure_json())
    return times
