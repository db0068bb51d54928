"""Small charts of one kind beside or above each other, one for each activity."""

import numpy as np

from charts.common.activity_labels import head_lines, shorten
from charts.common.axes import year_axis
from charts.common.style import MARK_COLOUR, Figure, escape, new_figure
from charts.common.years import shade_years

_TALL = 74
# The bar of a single year would else be as wide as the picture.
_LEAST_YEARS = 6
_ROW = 46


def year_panels(
    years: list[int], counts: dict[str, list[int]], labels: dict[str, str], hovers: dict[str, str],
    colours: dict[str, str], says: str, chosen_years: tuple[int, int] | None = None,
) -> Figure:  # fmt: skip
    """For each activity its counts by year as bars on a line of its own, all to one scale, the highest labelled.

    `says` is the hover text of a bar, with {year} and {count}.
    """
    highest = max((max(values) for values in counts.values()), default=0) or 1
    traces = []
    for position, (code, values) in enumerate(counts.items()):
        base = len(counts) - 1 - position
        peak = int(np.argmax(values))
        traces.append(
            {
                "type": "bar",
                "x": years,
                "y": [0.5 * value / highest for value in values],
                "base": [base] * len(years),
                "marker": {"color": colours[code]},
                "text": [str(value) if year == peak and value else "" for year, value in enumerate(values)],
                "textposition": "outside",
                "cliponaxis": False,
                "hovertext": [
                    f"{escape(code)}, {says.format(year=year, count=value)}"
                    for year, value in zip(years, values, strict=True)
                ],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
    first = years[0] - 0.5 if years else 0
    last = max(years[-1] + 0.5, first + _LEAST_YEARS) if years else 1
    traces.append(
        _labels([first] * len(counts), [len(counts) - 1 - k + 0.86 for k in range(len(counts))], labels, hovers)
    )
    return new_figure(
        traces,
        height=34 + _TALL * max(len(counts), 1),
        barmode="overlay",
        bargap=0.12,
        xaxis=year_axis(years) | {"range": [first, last]},
        yaxis={"visible": False, "range": [-0.02, max(len(counts), 1)], "fixedrange": True},
        shapes=shade_years(chosen_years) + [_base_line(base) for base in range(len(counts))],
        margin={"l": 8, "r": 16, "t": 4, "b": 28},
    )


def group_panels(
    groups: list[str],
    codes: list[str],
    counts: np.ndarray,
    labels: dict[str, str],
    hovers: dict[str, str],
    colours: dict[str, str],
) -> Figure:
    """Groups as lines and activities as columns, each with a bar and its count; nothing where there is none."""
    highest = max(int(counts.max(initial=0)), 1)
    rows = list(range(len(groups)))
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "base": [column] * len(rows),
            "x": (0.66 * counts[:, column] / highest).tolist(),
            "y": [row + 0.18 for row in rows],
            "width": 0.4,
            "marker": {"color": colours[code]},
            "text": [str(count) if count else "" for count in counts[:, column].tolist()],
            "textposition": "outside",
            "cliponaxis": False,
            "hovertext": [
                f"{escape(group)}, {labels[code]}: {count}"
                for group, count in zip(groups, counts[:, column].tolist(), strict=True)
            ],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
        for column, code in enumerate(codes)
    ]
    heads = {code: f"<b>{escape(shorten(code, 10))}</b>" for code in codes}
    names = {position: escape(group) for position, group in enumerate(groups)}
    traces.append(_labels(list(range(len(codes))), [-0.75 - 0.36 * line for line in head_lines(codes)], heads, hovers))
    traces.append(_labels([0] * len(rows), [row - 0.22 for row in rows], names, names))
    return new_figure(
        traces,
        height=30 + _ROW * max(len(groups), 1),
        barmode="overlay",
        xaxis={"visible": False, "range": [-0.02, max(len(codes), 1)], "fixedrange": True},
        yaxis={
            "visible": False,
            "range": [len(groups) - 0.5, -1.0 - 0.36 * max(head_lines(codes), default=0)],
            "fixedrange": True,
        },
    )


def _labels(x: list, y: list, texts: dict, hovers: dict) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": list(texts.values()),
        "textposition": "middle right",
        "cliponaxis": False,
        "hovertext": [hovers[key] for key in texts],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _base_line(height: float) -> dict:
    line = {"color": MARK_COLOUR, "width": 1}
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": height,
        "y1": height,
        "line": line,
        "layer": "below",
    }
