"""Kaplan-Meier curves: the share of spells that still run after so many years."""

import math
from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.counts.durations.survival import TOO_FEW_SPELLS
from analysis.text import _
from analysis.views.palette import MAIN_COLOUR
from charts.common.activity_labels import shorten
from charts.common.axes import share_ticks
from charts.common.style import MARK_COLOUR, Figure, escape, new_figure

_BAND = "rgba(31,120,180,0.18)"
_LEAST_GAP = 0.065


def survival_step(
    curve: pd.DataFrame, ongoing: pd.DataFrame, median: float | None, observed: Callable[[float], int]
) -> Figure:
    """One curve with its 95% band, a tick where an ongoing spell stands (duration_years, spells), and the median.

    observed: how many have lasted at least so many years; it stands under the axis, and where it is below five the
    curve is pale.
    """
    if curve.empty:
        return _no_curve()
    band = curve.dropna(subset=["low", "high"])
    end = float(curve["duration_years"].max())
    edge = {"type": "scatter", "mode": "lines", "line": {"width": 0, "shape": "hv"}, "hoverinfo": "skip"}
    at = dict(zip(curve["duration_years"], curve["survival"], strict=True))
    ticks = {
        "type": "scatter",
        "mode": "markers",
        "x": ongoing["duration_years"].tolist(),
        "y": [at[years] for years in ongoing["duration_years"]],
        "marker": {"symbol": "line-ns-open", "size": 11, "color": MAIN_COLOUR, "line": {"width": 2}},
        "customdata": ongoing["spells"].tolist(),
        "hovertemplate": _("ongoing so far after %{x:.1f} years: %{customdata}") + "<extra></extra>",
    }
    half = {"type": "line", "x0": 0, "x1": end, "y0": 0.5, "y1": 0.5, "line": {"color": MARK_COLOUR, "dash": "dot"}}
    drop = half | {"x0": median, "x1": median, "y0": 0}
    return new_figure(
        [
            edge | {"x": band["duration_years"].tolist(), "y": band["high"].tolist()},
            edge
            | {"x": band["duration_years"].tolist(), "y": band["low"].tolist(), "fill": "tonexty", "fillcolor": _BAND},
            *_firm_and_pale(curve, observed),
            ticks,
        ],
        height=354,
        xaxis=_observed_axis(end, observed),
        yaxis=_share_axis(),
        shapes=[half] if median is None else [half, drop],
        margin={"l": 46, "r": 12, "t": 8, "b": 76},
    )


def survival_lines(curves: dict[str, pd.DataFrame], colours: dict[str, str], labels: dict[str, str]) -> Figure:
    """A curve for each group in its colour, each named at its end."""
    if not curves:
        return _no_curve()
    end = max(float(curve["duration_years"].max()) for curve in curves.values())
    lasts = {group: float(curve["survival"].iloc[-1]) for group, curve in curves.items()}
    heights = _spread(lasts)
    lines = [
        _step(curve, colours[group], f"{escape(labels[group])}: " + _("after %{x:.1f} years %{y:.0%} still run"))
        for group, curve in curves.items()
    ]
    names = [
        {
            "text": escape(shorten(labels[group], 14)),
            "x": 1,
            "xref": "paper",
            "y": height,
            "xanchor": "left",
            "showarrow": False,
            "xshift": 6,
        }
        for group, height in heights.items()
    ]
    joins = [
        {
            "type": "line",
            "x0": float(curves[group]["duration_years"].iloc[-1]),
            "x1": end * 1.02,
            "y0": lasts[group],
            "y1": height,
            "line": {"color": colours[group], "width": 1, "dash": "dot"},
        }
        for group, height in heights.items()
    ]
    return new_figure(
        lines,
        height=340,
        xaxis=_years_axis(end, 1.02),
        yaxis=_share_axis(),
        annotations=names,
        shapes=joins,
        margin={"l": 46, "r": 104, "t": 8, "b": 42},
    )


def _no_curve() -> Figure:
    hidden = {"visible": False, "fixedrange": True}
    return new_figure([], height=60, xaxis=hidden, yaxis=hidden)


def _step(curve: pd.DataFrame, colour: str, says: str) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [0.0, *curve["duration_years"].tolist()],
        "y": [1.0, *curve["survival"].tolist()],
        "line": {"color": colour, "width": 2.5, "shape": "hv"},
        "hovertemplate": says + "<extra></extra>",
    }


def _firm_and_pale(curve: pd.DataFrame, observed: Callable[[float], int]) -> list[dict]:
    """The curve, pale from the last duration that at least five have reached."""
    says = _("after %{x:.1f} years %{y:.0%} still run")
    enough = np.array([observed(years) >= TOO_FEW_SPELLS for years in curve["duration_years"]])
    firm, rest = curve[enough], curve[~enough]
    pale = _step(rest, MAIN_COLOUR, says) | {"opacity": 0.4}
    start = firm.iloc[-1] if len(firm) else pd.Series({"duration_years": 0.0, "survival": 1.0})
    pale["x"][0], pale["y"][0] = float(start["duration_years"]), float(start["survival"])
    return [_step(firm, MAIN_COLOUR, says), *([pale] if len(rest) else [])]


def _observed_axis(end: float, observed: Callable[[float], int]) -> dict:
    """Years, and under each how many periods are known to have lasted so long."""
    step = max(1, math.ceil(end / 6))
    years = range(0, int(end) + 1, step)
    # On a phone one line would be cut at both ends.
    title = _("years since a period began") + "<br>" + _("below each, how many are known to have lasted so long")
    return _years_axis(end, 1.02) | {
        "tickvals": list(years),
        "ticktext": [f"{year}<br>{observed(year)}" for year in years],
        "title": {"text": title, "font": {"size": 12}},
    }


def _spread(heights: dict[str, float]) -> dict[str, float]:
    """The heights moved up where needed, so that no two labels lie over each other; the lowest first."""
    moved, last = {}, -1.0
    for group, height in sorted(heights.items(), key=lambda item: item[1]):
        last = moved[group] = max(height, last + _LEAST_GAP)
    too_high = max(last - 1.0, 0.0)
    return {group: height - too_high for group, height in moved.items()}


def _years_axis(end: float, room: float) -> dict:
    return {
        "range": [0, end * room],
        "title": {"text": _("years since a period began"), "font": {"size": 12}},
        "nticks": 8,
        "gridcolor": "rgba(128,128,128,0.2)",
        "zeroline": False,
        "fixedrange": True,
    }


def _share_axis() -> dict:
    return {
        "range": [0, 1.02],
        **share_ticks(),
        "gridcolor": "rgba(128,128,128,0.2)",
        "zeroline": False,
        "fixedrange": True,
    }
