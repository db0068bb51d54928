"""The years of the map as frames that the browser plays by itself."""

import pandas as pd
import plotly.graph_objects as go

from analysis.text import _
from charts.map_style import CONTROL_COLOUR, HIDDEN
from charts.world_map import FILLS, HATCHING, POINTS, is_hatched

# The name of the frame that shows every year of the selection at once.
ANY_TIME = "any"
FRAME_MILLISECONDS = 700
CONTROL_HEIGHT = 84


def year_movie(figure: go.Figure, year_counts: pd.DataFrame, says: dict[str, str]) -> dict:
    """The `movie` of a map: a frame for each year of `count_points_by_year`, and the layout of its controls.

    The points stay in one order in every frame, so that each moves as itself: where one is not active its
    size is 0. says: what stands under the map in a frame.  It is plain data, since making plotly's objects
    of it takes longer than all the rest of the map.
    """
    active = {str(year): counts.gt(0).tolist() for year, counts in year_counts.items()}
    frames = {ANY_TIME: [True] * len(year_counts), **active}
    traces = {trace.uid: (number, trace) for number, trace in enumerate(figure.data) if trace.uid}
    if HATCHING in traces and is_hatched(int(year_counts.columns[-1])):
        del traces[HATCHING]
    margin = figure.layout.margin.to_plotly_json()
    return {
        "frames": [
            {
                "name": name,
                "traces": [number for number, _trace in traces.values()],
                "data": [_moved(trace, name, shown) for _number, trace in traces.values()],
                "layout": {"annotations": [_statement(says.get(name, ""))]},
            }
            for name, shown in frames.items()
        ],
        "layout": {
            "sliders": [_slider(list(frames))],
            "updatemenus": [_buttons(list(active))],
            "annotations": [_statement(says.get(ANY_TIME, ""))],
            "margin": margin | {"t": margin["t"] + CONTROL_HEIGHT},
            "height": figure.layout.height + CONTROL_HEIGHT,
        },
    }


def _moved(trace, name: str, shown: list[bool]) -> dict:
    """What of a trace is different in a frame."""
    if trace.uid == POINTS:
        sizes = [size if show else HIDDEN for size, show in zip(trace.marker.size, shown, strict=True)]
        return {"type": "scattergeo", "marker": {"size": sizes}}
    if trace.uid == FILLS:
        return {"type": "choropleth", "z": [z if show else None for z, show in zip(trace.z, shown, strict=True)]}
    return {"type": "scattergeo", "visible": name == ANY_TIME or is_hatched(int(name))}


def _statement(text: str) -> dict:
    return {
        "text": text, "showarrow": False, "xref": "paper", "yref": "paper", "x": 0, "y": 0,
        "xanchor": "left", "yanchor": "bottom", "font": {"size": 14},
    }  # fmt: skip


def _slider(names: list[str]) -> dict:
    at_once = {"mode": "immediate", "frame": {"duration": 0, "redraw": True}, "transition": {"duration": 0}}
    return {
        "active": 0,
        "x": 0,
        "len": 1,
        "y": 1.02,
        "yanchor": "bottom",
        "pad": {"l": 96, "r": 16, "t": 0, "b": 0},
        "currentvalue": {"prefix": _("Active in: "), "xanchor": "left"},
        "ticklen": 3,
        "bgcolor": CONTROL_COLOUR,
        "activebgcolor": CONTROL_COLOUR,
        "bordercolor": CONTROL_COLOUR,
        "steps": [
            {
                "label": _("all years") if name == ANY_TIME else name,
                "value": name,
                "method": "animate",
                "args": [[name], at_once],
            }
            for name in names
        ],
    }


def _buttons(years: list[str]) -> dict:
    play = {
        "frame": {"duration": FRAME_MILLISECONDS, "redraw": True},
        "transition": {"duration": 0},
        "mode": "immediate",
        "fromcurrent": True,
    }
    stop = {"frame": {"duration": 0, "redraw": False}, "mode": "immediate"}
    return {
        "type": "buttons",
        "direction": "left",
        "showactive": False,
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "pad": {"b": 22},
        "bgcolor": CONTROL_COLOUR,
        "bordercolor": CONTROL_COLOUR,
        "buttons": [
            {"label": "▶", "method": "animate", "args": [years, play]},
            {"label": "❚❚", "method": "animate", "args": [[None], stop]},
        ],
    }
