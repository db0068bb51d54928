"""The map of places below the country: a point for each, larger where more operations are."""

import numpy as np
import pandas as pd

from analysis.records import titled
from analysis.text import _, ngettext
from analysis.views.palette import MAIN_COLOUR
from charts.common.chart import Chart
from charts.common.style import Figure, new_figure
from charts.map.extent import map_view
from charts.map.figure import map_geo
from charts.map.outlines import outline_url
from charts.map.style import EDGE_COLOUR

_ROOM_DEGREES = 3.0
_HEIGHT = 420
_SMALLEST, _LARGEST = 6.0, 26.0


def sites_chart(sites: pd.DataFrame, total: int, grouped: bool) -> Chart:
    """`count_sites` on a map that is fitted to them; grouped: whether each point stands for a square of places."""
    titles = {"latitude": _("Latitude"), "longitude": _("Longitude"), "operations": _("Operations")}
    placed = int(sites["operations"].sum())
    where = ngettext("{count} place", "{count} places", len(sites)).format(count=len(sites))
    says = _("{placed} of {total} operations in {places} by their coordinates.").format(
        placed=placed, total=total, places=where
    )
    counted = _("Where places are dense, a point stands for all in its square.") if grouped else ""
    return Chart(
        _figure(sites),
        says,
        titled(sites, titles),
        counted=counted,
        config={"topojsonURL": outline_url(), "scrollZoom": False},
    )


def _figure(sites: pd.DataFrame) -> Figure:
    operations = sites["operations"].to_numpy(float)
    sizes = _SMALLEST + (_LARGEST - _SMALLEST) * np.sqrt((operations - 1) / max(operations.max(initial=1) - 1, 1))
    hover = [
        ngettext("{count} operation", "{count} operations", n).format(count=n) for n in sites["operations"].tolist()
    ]
    points = {
        "type": "scattergeo",
        "mode": "markers",
        "lat": sites["latitude"].round(5).tolist(),
        "lon": sites["longitude"].round(5).tolist(),
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "size": sizes.round(1).tolist(),
            "color": MAIN_COLOUR,
            "opacity": 0.75,
            "line": {"width": 1, "color": EDGE_COLOUR},
        },
    }
    return new_figure(
        [points], height=_HEIGHT, geo=map_geo(map_view(sites, _ROOM_DEGREES)), margin={"l": 0, "r": 0, "t": 0, "b": 4}
    )
