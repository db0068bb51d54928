"""What every figure shares: colours, layout, escaping."""

import html

from analysis.writing import chart_signs

# A figure in plotly's own plain form, {"data": traces, "layout": ...}. `plotly.graph_objects` checks each property,
# which costs several times what the figure does; the tests hand each figure to it once instead.
Figure = dict

# The main colour behind other marks.
PALE_COLOUR = "rgba(31,120,180,0.3)"
MARK_COLOUR = "rgba(128,128,128,0.6)"
SHADE_COLOUR = "rgba(31,120,180,0.12)"


def escape(text: str) -> str:
    """Text that plotly shows as it is: no tags, no links."""
    return html.escape(text, quote=False)


def new_figure(traces: list, height: int, **layout) -> Figure:
    """A figure in the house's plain layout."""
    plain = {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "bargap": 0.25,
        "hoverlabel": {"align": "left"},
        "font": {"size": 13},
        "dragmode": False,
    }
    return {"data": traces, "layout": plain | {"separators": chart_signs()} | layout}
