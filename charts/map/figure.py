"""The map: a point for each territory, its size or colour by class, on the outlines of the world."""

import pandas as pd

from analysis.text import _
from analysis.views.map.classes import Classes, class_labels
from analysis.views.palette import MAIN_COLOUR, OTHER_COLOUR
from charts.common.style import Figure, new_figure
from charts.map.extent import map_view
from charts.map.outlines import south_sudan_hatching
from charts.map.style import (
    BORDER_COLOUR,
    EDGE_COLOUR,
    FILL_ALPHA,
    HATCH_COLOUR,
    LAND_COLOUR,
    PALE,
    class_looks,
)

# Sudan was one country up to this year; outlines are of today.
LAST_YEAR_OF_ONE_SUDAN = 2011
LEGEND_HEIGHT = 80
POINTS, FILLS, HATCHING = "points", "fills", "hatching"


def world_map(
    points: pd.DataFrame,
    classes: Classes,
    hover: list[str],
    *,
    measure_name: str,
    by: str = "size",
    filled: bool = False,
    hatched: bool = True,
    zoomed: bool = False,
) -> Figure:
    """Points of `count_points` with their `class`, in the trace with the meta POINTS; its customdata is the iso3.

    by: "size" or "colour" tells the classes apart.  filled: shapes are coloured beneath.  hatched: South
    Sudan is shown as a part of Sudan.  zoomed: to the chosen points.
    """
    looks = class_looks(by, len(classes))
    under = [_fills(points, looks)] if filled else []
    under += [hatching()] if hatched else []
    return new_figure(
        [*under, _points(points, looks, hover), *_legend(points, classes, looks)],
        height=490,
        geo=map_geo(map_view(points[points["chosen"]]) if zoomed else {}),
        showlegend=True,
        legend={
            "orientation": "h", "x": 0, "y": 0, "yanchor": "top", "itemclick": False, "itemdoubleclick": False,
            "title": {"text": measure_name, "side": "top"}, "itemsizing": "trace", "bgcolor": "rgba(0,0,0,0)",
        },
        margin={"l": 0, "r": 0, "t": 0, "b": LEGEND_HEIGHT},
        dragmode="pan",
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": OTHER_COLOUR, "activecolor": MAIN_COLOUR},
    )  # fmt: skip


def is_hatched(year: int) -> bool:
    """Whether a map of a year, or of all up to it, shows South Sudan as a part of Sudan."""
    return year <= LAST_YEAR_OF_ONE_SUDAN


def point_sizes(points: pd.DataFrame, looks: list[tuple[str, float]]) -> list[float]:
    """The size of each point by its class."""
    return [looks[number][1] for number in points["class"]]


def _points(points: pd.DataFrame, looks: list[tuple[str, float]], hover: list[str]) -> dict:
    return {
        "type": "scattergeo",
        "meta": POINTS,
        "mode": "markers",
        "lon": points["longitude"].tolist(),
        "lat": points["latitude"].tolist(),
        "customdata": points["iso3"].tolist(),
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
        "marker": {
            "size": point_sizes(points, looks),
            "color": [looks[number][0] for number in points["class"]],
            "opacity": [0.9 if chosen else PALE for chosen in points["chosen"]],
            "line": {"width": 1, "color": EDGE_COLOUR},
        },
    }


def _fills(points: pd.DataFrame, looks: list[tuple[str, float]]) -> dict:
    """The shapes of the points' territories; a number stands for each colour, which is all a choropleth knows."""
    colours = [
        looks[number][0] + FILL_ALPHA[chosen] for number, chosen in zip(points["class"], points["chosen"], strict=True)
    ]
    different = list(dict.fromkeys(colours)) or [OTHER_COLOUR]
    highest = max(len(different) - 1, 1)
    return {
        "type": "choropleth",
        "meta": FILLS,
        "locations": points["iso3"].tolist(),
        "z": [different.index(colour) for colour in colours],
        "zmin": 0,
        "zmax": highest,
        "colorscale": [[number / highest, colour] for number, colour in enumerate((different * 2)[: highest + 1])],
        "showscale": False,
        "marker": {"line": {"width": 0.5, "color": BORDER_COLOUR}},
        "hoverinfo": "skip",
    }


def hatching() -> dict:
    """The lines across South Sudan, which was a part of Sudan."""
    return {
        "type": "scattergeo",
        "meta": HATCHING,
        "name": _("South Sudan: part of Sudan until 2011"),
        **south_sudan_hatching(),
        "mode": "lines",
        "line": {"width": 1, "color": HATCH_COLOUR},
        "hoverinfo": "name",
    }


def _legend(points: pd.DataFrame, classes: Classes, looks: list[tuple[str, float]]) -> list[dict]:
    labels = dict(enumerate(class_labels(classes)))
    if (points["class"] < 0).any():
        labels[-1] = _("not known")
    return [
        {
            "type": "scattergeo", "mode": "markers", "lon": [None], "lat": [None], "name": label, "hoverinfo": "skip",
            "marker": {"color": looks[number][0], "size": looks[number][1], "opacity": 0.9},
        }
        for number, label in labels.items()
    ]  # fmt: skip


def map_geo(view: dict) -> dict:
    """The land and borders of a map that looks where a view of `map_view` says."""
    return {
        "resolution": 50,
        "projection": {"type": "natural earth"},
        "bgcolor": "rgba(0,0,0,0)",
        "showframe": False,
        "showcoastlines": False,
        "showland": True,
        "landcolor": LAND_COLOUR,
        "showcountries": True,
        "countrycolor": BORDER_COLOUR,
        "countrywidth": 0.5,
        "lataxis": {"range": [-57, 84]},
        **view,
    }
