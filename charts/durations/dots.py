"""Operations on an axis of durations, closed and ongoing told apart by colour and by form."""

import pandas as pd

from analysis.text import _
from analysis.views.palette import STATUS_COLOURS
from analysis.views.rows import show_status
from analysis.wording import say_years
from charts.common.activity_labels import shorten, wrapped
from charts.common.axes import elapsed_axis
from charts.common.style import Figure, escape, new_figure

SYMBOLS = {"closed": "circle", "ongoing": "triangle-right-open"}
_LINE_HEIGHT = 20
_LONGEST_NAME = 27


def duration_dots(rows: pd.DataFrame) -> Figure:
    """A line for each operation (rows of `short_rows`, the first on top) with its dot; ongoing ones point on."""
    count = len(rows)
    rows = rows.assign(position=range(count))
    return new_figure(
        [_dots(rows[rows["status"] == status], status) for status in SYMBOLS],
        height=46 + _LINE_HEIGHT * max(count, 1),
        xaxis=_years_axis(float(rows["duration_years"].max()) if count else 1.0) | {"side": "top"},
        yaxis={
            "tickvals": rows["position"].tolist(),
            "ticktext": [escape(shorten(name, _LONGEST_NAME)) for name in rows["label"]],
            "range": [count - 0.5, -0.6],
            "gridcolor": "rgba(128,128,128,0.18)",
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"size": 12},
        },
        margin={"l": 178, "r": 20, "t": 46, "b": 4},
    )


def duration_bars(counts: pd.DataFrame) -> Figure:
    """Operations by whole years (years, closed, ongoing): closed ones above the line, ongoing ones below it."""
    years = counts["years"].tolist()

    def bars(status: str, sign: int, says: str) -> dict:
        found = counts[status].tolist()
        return {
            "type": "bar",
            "x": years,
            "y": [sign * count for count in found],
            "customdata": found,
            "marker": {"color": STATUS_COLOURS[status], "pattern": {"shape": "/" if status == "ongoing" else ""}},
            "hovertemplate": says + "<extra></extra>",
        }

    return new_figure(
        [
            bars("closed", 1, _("%{x} years: %{customdata} closed")),
            bars("ongoing", -1, _("%{x}+ years so far: %{customdata} ongoing")),
        ],
        height=320,
        barmode="overlay",
        bargap=0.1,
        xaxis=_years_axis(float(max(years, default=0))) | {"range": [-0.6, max(years, default=0) + 0.6]},
        yaxis={
            "gridcolor": "rgba(128,128,128,0.2)",
            "zeroline": True,
            "zerolinecolor": "rgba(128,128,128,0.8)",
            "showticklabels": False,
            "fixedrange": True,
        },
        margin={"l": 12, "r": 12, "t": 8, "b": 42},
    )


def _dots(rows: pd.DataFrame, status: str) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows["duration_years"].round(3).tolist(),
        "y": rows["position"].tolist(),
        "marker": {
            "symbol": SYMBOLS[status],
            "size": 12,
            "color": STATUS_COLOURS[status],
            "line": {"width": 2, "color": STATUS_COLOURS[status]},
        },
        "customdata": rows["line"].astype(str).tolist(),
        "hovertext": list(map(_hover, rows["label"], rows["period"], rows["status"], rows["duration_years"])),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _hover(name: str, period: str, status: str, duration_years: float) -> str:
    lasts = _("{status}, {years}").format(status=show_status(status), years=say_years(duration_years, status))
    return f"<b>{wrapped(name)}</b><br>{escape(period)}<br>{escape(lasts)}"


def _years_axis(end: float) -> dict:
    title = {"text": _("years that its periods cover"), "font": {"size": 12}}
    return elapsed_axis((0.0, max(end * 1.04, 1.0))) | {"title": title}
