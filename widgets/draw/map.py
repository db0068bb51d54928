"""The map."""

from analysis.counts.ask import ask
from analysis.selection.select import Selected
from analysis.views.map.drawn import count_map
from charts.common.chart import Chart
from charts.map.chart import map_chart


def draw_map(
    selected: Selected, measure: str, by: str, filled: bool, year: int | None = None, played: bool = True
) -> Chart:
    """A point for each territory."""
    reference = selected.snapshot.table.reference
    return map_chart(ask(selected, count_map), reference, measure, by, filled, year, played)
