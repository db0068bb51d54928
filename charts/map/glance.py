"""The map of the first screen: each territory filled by whether an operation still runs there."""

import pandas as pd

from analysis.records import titled
from analysis.selection.implied import NOTHING, Implied
from analysis.text import _, ngettext
from analysis.views.palette import STATUS_COLOURS
from charts.common.chart import Chart
from charts.common.style import Figure, new_figure
from charts.map.extent import map_view
from charts.map.figure import hatching, map_geo
from charts.map.hover import hover_texts
from charts.map.outlines import outline_url, too_small
from charts.map.style import BORDER_COLOUR, EDGE_COLOUR, PALE

# Outlines reach further than the middle of their territory.
_ROOM_DEGREES = 20.0
_HEIGHT = 300
_ENDED, _RUNNING = STATUS_COLOURS["closed"], STATUS_COLOURS["ongoing"]


def glance_map(
    points: pd.DataFrame, operations: pd.DataFrame, with_sudan_whole: bool, implied: Implied = NOTHING
) -> Chart:
    """`count_points` on a map that is fitted to them, in one look; hovers have `list_point_operations`.

    with_sudan_whole: whether the years are those in which Sudan includes today's South Sudan.
    """
    places = {"iso3": _("ISO3"), "name": _("Country or territory")}
    titles = places | {"operations": _("Operations"), "ongoing": _("Ongoing")}
    return Chart(
        _figure(points, hover_texts(points, operations), with_sudan_whole),
        _say_where(points, implied),
        titled(points, titles),
        opens=tuple(points["iso3"]),
        config={"topojsonURL": outline_url(), "scrollZoom": False},
        key=(("■", _RUNNING, _("ongoing")), ("■", _ENDED, _("closed"))),
    )


def _say_where(points: pd.DataFrame, implied: Implied) -> str:
    """In how many places operations are, and in how many they still run, where that is not what was asked for."""
    if points.empty:
        return _("No operation is in a place that is known.")
    places = ngettext(
        "Operations in {count} country or territory", "Operations in {count} countries and territories", len(points)
    ).format(count=len(points))
    running = int((points["ongoing"] > 0).sum())
    if implied.status:
        return _("{sentence}.").format(sentence=places)
    if running == len(points):
        return _("{places}, all ongoing.").format(places=places)
    return _("{places}, ongoing in {running}.").format(places=places, running=running or _("none"))


def _figure(points: pd.DataFrame, hover: list[str], with_sudan_whole: bool) -> Figure:
    chosen = points[points["chosen"]]
    view = map_view(chosen, _ROOM_DEGREES)
    small = too_small(points["iso3"], view)
    with_sudan = with_sudan_whole and "SDN" in points["iso3"].to_numpy()
    texts = pd.Series(hover, points.index, object)
    return new_figure(
        [_fills(points, texts), *([hatching()] if with_sudan else []), _dots(points[small], texts[small])],
        height=_HEIGHT,
        geo=map_geo(view, small=True),
        margin={"l": 0, "r": 0, "t": 0, "b": 4},
    )


def _fills(points: pd.DataFrame, hover: pd.Series) -> dict:
    return {
        "type": "choropleth",
        "locations": points["iso3"].tolist(),
        "z": (points["ongoing"] > 0).astype(int).tolist(),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, _ENDED], [1, _RUNNING]],
        "showscale": False,
        "marker": {
            "line": {"width": 0.5, "color": BORDER_COLOUR},
            "opacity": [0.95 if chosen else PALE for chosen in points["chosen"]],
        },
        "customdata": points["iso3"].tolist(),
        "hovertext": hover.tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _dots(points: pd.DataFrame, hover: pd.Series) -> dict:
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": points["longitude"].tolist(),
        "lat": points["latitude"].tolist(),
        "customdata": points["iso3"].tolist(),
        "hovertext": hover.tolist(),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "size": 8,
            "color": [_RUNNING if ongoing else _ENDED for ongoing in points["ongoing"]],
            "opacity": [0.95 if chosen else PALE for chosen in points["chosen"]],
            "line": {"width": 1, "color": EDGE_COLOUR},
        },
    }
