"""The map."""

from dataclasses import replace
from decimal import Decimal

import pandas as pd

from analysis.counts.ask import ask
from analysis.counts.sums import sum_by
from analysis.selection.select import Selected
from analysis.table.measures import find_measure
from analysis.views.map.drawn import count_map
from analysis.views.map.sites import count_sites
from charts.common.chart import Chart
from charts.map.chart import MEASURE_NAMES, map_chart
from charts.map.sites import sites_chart
from widgets.draw.sums import name_sum

# So many points are told apart; beyond them squares of so many degrees, the first that leave few enough.
_MOST_SITES = 600
_SQUARES = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
# No sum of anything real is larger; a number that a machine cannot hold is drawn as this.
_MOST = 10**15


def _whole(amount: Decimal) -> int:
    return round(amount) if abs(amount) < _MOST else int(Decimal(_MOST).copy_sign(amount))


def draw_map(
    selected: Selected, measure: str, by: str, filled: bool, year: int | None = None, played: bool = True
) -> Chart:
    """A point for each territory; a measure of the user's own is summed whole in each of them."""
    counts, table, names = ask(selected, count_map), selected.snapshot.table, MEASURE_NAMES
    if measure not in MEASURE_NAMES:
        sums = ask(selected, sum_by, "territory", measure, False).set_index("territory")["amount"]
        amounts = [_whole(sums[code]) if code in sums else None for code in counts.points["iso3"]]
        counts = replace(counts, points=counts.points.assign(**{measure: pd.array(amounts, "Int64")}))
        names = {**names, measure: name_sum(find_measure(table, measure).label)}
    return map_chart(counts, table.reference, measure, by, filled, year, played, names)


def draw_sites(selected: Selected) -> Chart:
    """A point for each place below the country; where they are dense, one for each square."""
    sites, width = ask(selected, count_sites, 0.0), 0.0
    for width in _SQUARES if len(sites) > _MOST_SITES else ():
        sites = ask(selected, count_sites, width)
        if len(sites) <= _MOST_SITES:
            break
    return sites_chart(sites, selected.count, width > 0)
