"""The map: each territory filled or with a point, its strength, size or colour by class."""

import numpy as np
import pandas as pd

from analysis.text import _
from analysis.views.map.classes import Classes, class_labels
from analysis.views.palette import MAIN_COLOUR, OTHER_COLOUR, STATUS_COLOURS
from charts.common.style import Figure, new_figure
from charts.map.extent import map_view
from charts.map.outlines import south_sudan_hatching, too_small
from charts.map.style import (
    BORDER_COLOUR,
    EDGE_COLOUR,
    FILL_STRENGTHS,
    HATCH_COLOUR,
    LAND_COLOUR,
    PALE,
    PALE_STRENGTH,
    class_looks,
)

# Sudan was one country up to this year; outlines are of today.
LEGEND_HEIGHT = 80
# Outlines reach further than the middle of their territory.
_ROOM_DEGREES = 16.0
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
) -> Figure:
    """Points of `count_points` with their `class`, in the trace with the meta POINTS; its customdata is the iso3.

    by: "size", which is strength where shapes are filled, or "colour" tells the classes apart.  filled: the shapes have
    the colour, and a point stands only where a shape is missing or too small.  hatched: South Sudan is shown as a part
    of Sudan.
    """
    looks = class_looks(by, len(classes))
    colours = _colours(points, looks, by)
    view = map_view(points[points["chosen"]], _ROOM_DEGREES)
    under = [_fills(points, colours, hover, by)] if filled else []
    under += [hatching()] if hatched else []
    seen = too_small(points["iso3"], view) if filled else np.ones(len(points), bool)
    return new_figure(
        [
            *under,
            _points(points, looks, colours, seen, hover),
            *_legend(points, classes, looks, filled and by == "size"),
        ],
        height=490,
        geo=map_geo(view),
        showlegend=True,
        legend={
            "orientation": "h", "x": 0, "y": 0, "yanchor": "top", "itemclick": False, "itemdoubleclick": False,
            "title": {"text": measure_name, "side": "top"}, "itemsizing": "trace", "bgcolor": "rgba(0,0,0,0)",
        },
        margin={"l": 0, "r": 0, "t": 0, "b": LEGEND_HEIGHT},
        dragmode="pan",
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": OTHER_COLOUR, "activecolor": MAIN_COLOUR},
    )  # fmt: skip


def _colours(points: pd.DataFrame, looks: list[tuple[str, float]], by: str) -> list[str]:
    """The colour of each point: that of its class, else that of a place where an operation still runs, or none does."""
    if by == "colour":
        return [looks[number][0] for number in points["class"]]
    return [STATUS_COLOURS["ongoing" if ongoing else "closed"] for ongoing in points["ongoing"]]


def _points(
    points: pd.DataFrame, looks: list[tuple[str, float]], colours: list[str], seen: np.ndarray, hover: list[str]
) -> dict:
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
            # A point that is not seen keeps its place, since the frames of the movie count them.
            "size": [looks[number][1] if shown else 0 for number, shown in zip(points["class"], seen, strict=True)],
            "color": colours,
            "opacity": [0.9 if chosen else PALE for chosen in points["chosen"]],
            "line": {"width": 1, "color": EDGE_COLOUR},
        },
    }


def _fills(points: pd.DataFrame, colours: list[str], hover: list[str], by: str) -> dict:
    """The shapes of the points' territories; a number stands for each colour, which is all a choropleth knows."""
    strengths = FILL_STRENGTHS if by == "size" else [FILL_STRENGTHS[-1]]
    classes = int(points["class"].max()) + 1 if len(points) else 1
    shades = [
        colour + (strengths[_step(number, classes, len(strengths))] if chosen else PALE_STRENGTH)
        for colour, number, chosen in zip(colours, points["class"], points["chosen"], strict=True)
    ]
    different = list(dict.fromkeys(shades)) or [OTHER_COLOUR]
    highest = max(len(different) - 1, 1)
    return {
        "type": "choropleth",
        "meta": FILLS,
        "locations": points["iso3"].tolist(),
        "z": [different.index(shade) for shade in shades],
        "zmin": 0,
        "zmax": highest,
        "colorscale": [[number / highest, shade] for number, shade in enumerate((different * 2)[: highest + 1])],
        "showscale": False,
        # A pale shape is seen by its edge.
        "marker": {"line": {"width": 1, "color": colours}},
        "customdata": points["iso3"].tolist(),
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _step(number: int, classes: int, steps: int) -> int:
    """The strength of a class: the strongest for the last, or for the only one."""
    return steps - 1 if classes < 2 else round(max(number, 0) * (steps - 1) / (classes - 1))


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


def _legend(points: pd.DataFrame, classes: Classes, looks: list[tuple[str, float]], filled: bool) -> list[dict]:
    # Where all are of one class nothing is told apart by it.
    labels = dict(enumerate(class_labels(classes))) if len(classes) > 1 or not filled else {}
    if (points["class"] < 0).any():
        labels[-1] = _("not known")
    return [
        {
            "type": "scattergeo", "mode": "markers", "lon": [None], "lat": [None], "name": label, "hoverinfo": "skip",
            "marker": _square(number, len(classes))
            if filled
            else {"color": looks[number][0], "size": looks[number][1], "opacity": 0.9},
        }
        for number, label in labels.items()
    ]  # fmt: skip


def _square(number: int, classes: int) -> dict:
    strength = FILL_STRENGTHS[_step(number, classes, len(FILL_STRENGTHS))]
    line = {"width": 1, "color": MAIN_COLOUR}
    return {"symbol": "square", "color": MAIN_COLOUR + strength, "size": 12, "line": line}


def map_geo(view: dict, small: bool = False) -> dict:
    """The land and borders of a map that looks where a view of `map_view` says; a small one has outlines in fewer
    points."""
    return {
        "resolution": 110 if small else 50,
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
