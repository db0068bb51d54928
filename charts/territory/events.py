"""Dated facts in words, under the bars that they explain."""

import textwrap

import pandas as pd

from charts.common.style import MARK_COLOUR, Figure, escape

_LETTERS = 42
_LINE, _TEXT_LINE = 21, 16


def tell_events(figure: Figure, events: pd.DataFrame, span: tuple[float, float], lines: int) -> Figure:
    """A timeline of so many lines with each event (moment, text) in words below them, joined to its moment."""
    layout, top = figure["layout"], lines - 0.5
    annotations, joints = [], []
    for moment, text in zip(events["moment"], events["text"], strict=True):
        wrapped = textwrap.wrap(text, _LETTERS)
        # Where there is more room on the left the words end at their moment.
        ends = moment > (span[0] + span[1]) / 2
        annotations.append(
            {
                "text": "<br>".join(map(escape, wrapped)),
                "x": moment,
                "y": top + 0.2,
                "xanchor": "right" if ends else "left",
                "yanchor": "top",
                "align": "right" if ends else "left",
                "xshift": -5 if ends else 5,
                "showarrow": False,
                "font": {"size": 12},
            }
        )
        top += (len(wrapped) * _TEXT_LINE + 8) / _LINE
        line = {"color": MARK_COLOUR, "width": 1, "dash": "dot"}
        ends_at = {"x0": moment, "x1": moment, "y0": -0.5, "y1": top - 0.3}
        joints.append({"type": "line", "line": line, "layer": "below"} | ends_at)
    axis = layout["yaxis"] | {"range": [top, layout["yaxis"]["range"][1]]}
    height = layout["height"] + int((top - lines + 0.5) * _LINE)
    further = {"annotations": annotations, "shapes": [*layout["shapes"], *joints], "yaxis": axis, "height": height}
    return figure | {"layout": layout | further}
