"""The bars, lines and bands of two selections, as plotly draws them."""

from dataclasses import dataclass

import pandas as pd

from analysis.text import _
from charts.common.style import escape

LONGEST_LABEL = 16


@dataclass(frozen=True)
class Part:
    """One of the two selections: its name, a label of it where it is short ("" where it is not), its colour, and its
    place, 0 or 1, which dashes its line and marks it."""

    name: str
    label: str
    colour: str
    place: int

    @property
    def dash(self) -> str:
        """How its line is drawn, so that it is told apart without its colour too."""
        return ("solid", "dash")[self.place]

    @property
    def key(self) -> str:
        """The mark of its line in a key."""
        return ("━", "╍")[self.place]


def share_bars(counts: pd.DataFrame, part: Part) -> dict:
    """For each activity the share of one as a bar, its name and the number behind it beside."""
    name = ("first", "second")[part.place]
    shares = (100 * counts[f"{name}_share"]).fillna(0).round(1)
    texts = [
        _("{part} {share}% ({count})").format(part=escape(part.label), share=f"{share:.0f}", count=count).strip()
        for share, count in zip(shares, counts[name], strict=True)
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(counts))),
        "x": shares.tolist(),
        "width": 0.26,
        "offset": -0.12 + 0.28 * part.place,
        "marker": {"color": part.colour},
        "text": texts,
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def share_range(parts: tuple[Part, Part]) -> list[float]:
    """The range of an axis of shares that leaves room for the labels beside the bars."""
    return [0, 120 + 3.4 * max(len(part.label) for part in parts)]


def activity_texts(labels: dict[str, str]) -> dict:
    """The label of each activity above its two bars."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [0] * len(labels),
        "y": [row - 0.3 for row in range(len(labels))],
        "text": [escape(label) for label in labels.values()],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def year_line(counts: pd.DataFrame, part: Part, name: str) -> dict:
    """Active operations by year of one as a line; years that are not known are no point of it."""
    known = counts[counts[name].notna()]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": known["year"].tolist(),
        "y": known[name].astype(int).tolist(),
        "line": {"color": part.colour, "width": 2.5, "dash": part.dash},
        "marker": {"size": 6, "symbol": ("circle", "square")[part.place]},
        "hovertemplate": _("%{x}: %{y} active in {part}").replace("{part}", escape(part.name)) + "<extra></extra>",
    }


def last_point(counts: pd.DataFrame, name: str) -> tuple[float, float]:
    """The last year of a line and its number; zeros where it has no point."""
    known = counts[counts[name].notna()]
    return (float(known["year"].iloc[-1]), float(known[name].iloc[-1])) if len(known) else (0.0, 0.0)


def end_labels(ends: list[tuple[Part, float, float]], near: float = 0.5) -> list[dict]:
    """The name at the end of each line, one above the other where the ends meet."""
    ends = [end for end in ends if end[0].label]
    meet = len(ends) == 2 and abs(ends[0][2] - ends[1][2]) <= near
    upper = max(ends, key=lambda end: end[2])[0] if ends else None
    return [
        {
            "text": f"<b>{escape(part.label)}</b>",
            "x": x,
            "y": y,
            "xanchor": "left",
            "xshift": 6,
            "yshift": (8 if part == upper else -8) if meet else 0,
            "showarrow": False,
            "font": {"color": part.colour, "size": 13},
        }
        for part, x, y in ends
    ]


def curve_line(part: Part, curve: pd.DataFrame) -> dict:
    """The Kaplan-Meier curve of one in steps."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": curve["duration_years"].round(3).tolist(),
        "y": curve["survival"].round(4).tolist(),
        "line": {"color": part.colour, "width": 2.5, "dash": part.dash, "shape": "hv"},
        "hovertemplate": _("{part}: %{y:.0%} still run after %{x} years").replace("{part}", escape(part.name))
        + "<extra></extra>",
    }


def curve_band(part: Part, curve: pd.DataFrame) -> dict:
    """The outline of the band as one filled shape, its steps written out; a gap of it is left out."""
    known = curve.dropna(subset=["low", "high"])
    x = known["duration_years"].repeat(2).tolist()[1:] if len(known) else []
    low, high = ([*known[side].repeat(2)][:-1] if len(known) else [] for side in ("low", "high"))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*x, *x[::-1]],
        "y": [*high, *low[::-1]],
        "fill": "toself",
        "fillcolor": part.colour,
        "opacity": 0.13,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
