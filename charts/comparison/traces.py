"""The bars, lines and bands of A and B, as plotly draws them."""

import pandas as pd

from analysis.text import _
from charts.common.style import escape

# Told apart by colour-blind readers, by their dashes and by the letter at their end.
PART_COLOURS = {"A": "#1F78B4", "B": "#D55E00"}
PART_DASHES = {"A": "solid", "B": "dash"}


def share_bars(counts: pd.DataFrame, part: str, position: int) -> dict:
    """For each activity the share of A or B as a bar, the number behind it beside; `place` is that of the bar."""
    name = ("first", "second")[position]
    shares = (100 * counts[f"{name}_share"]).fillna(0).round(1)
    texts = [
        _("{part} {share}% ({count})").format(part=part, share=f"{share:.0f}", count=count)
        for share, count in zip(shares, counts[name], strict=True)
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(counts))),
        "x": shares.tolist(),
        "width": 0.26,
        "offset": -0.12 + 0.28 * position,
        "marker": {"color": PART_COLOURS[part]},
        "text": texts,
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


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


def year_line(counts: pd.DataFrame, part: str, name: str) -> dict:
    """Active operations by year of A or B as a line; years that are not known are no point of it."""
    known = counts[counts[name].notna()]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": known["year"].tolist(),
        "y": known[name].astype(int).tolist(),
        "line": {"color": PART_COLOURS[part], "width": 2.5, "dash": PART_DASHES[part]},
        "marker": {"size": 6, "symbol": "circle" if part == "A" else "square"},
        "hovertemplate": _("%{x}: %{y} active in {part}").replace("{part}", part) + "<extra></extra>",
    }


def last_point(counts: pd.DataFrame, name: str) -> tuple[float, float]:
    """The last year of a line and its number; zeros where it has no point."""
    known = counts[counts[name].notna()]
    return (float(known["year"].iloc[-1]), float(known[name].iloc[-1])) if len(known) else (0.0, 0.0)


def end_labels(ends: list[tuple[str, float, float]], near: float = 0.5) -> list[dict]:
    """A letter at the end of each line, one above the other where the ends meet."""
    meet = len(ends) == 2 and abs(ends[0][2] - ends[1][2]) <= near
    upper = max(ends, key=lambda end: end[2])[0] if ends else ""
    return [
        {
            "text": f"<b>{part}</b>",
            "x": x,
            "y": y,
            "xanchor": "left",
            "xshift": 6,
            "yshift": (8 if part == upper else -8) if meet else 0,
            "showarrow": False,
            "font": {"color": PART_COLOURS[part], "size": 15},
        }
        for part, x, y in ends
    ]


def curve_line(part: str, curve: pd.DataFrame) -> dict:
    """The Kaplan-Meier curve of A or B in steps."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": curve["duration_years"].round(3).tolist(),
        "y": curve["survival"].round(4).tolist(),
        "line": {"color": PART_COLOURS[part], "width": 2.5, "dash": PART_DASHES[part], "shape": "hv"},
        "hovertemplate": _("{part}: %{y:.0%} still run after %{x} years").replace("{part}", part) + "<extra></extra>",
    }


def curve_band(part: str, curve: pd.DataFrame) -> dict:
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
        "fillcolor": PART_COLOURS[part],
        "opacity": 0.13,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
