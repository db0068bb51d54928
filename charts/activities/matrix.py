"""Places by activities, a marker for each that a place has; what is blank is what it lacks."""

import pandas as pd

from analysis.text import _
from analysis.views.matrix import Matrix
from charts.common.activity_labels import head_lines, shorten
from charts.common.style import Figure, escape, new_figure

_LINE_HEIGHT = 21
_LONGEST_NAME = 27


def activity_matrix(
    matrix: Matrix, codes: list[str], hovers: dict[str, str], colours: dict[str, str], headed: bool
) -> Figure:
    """Lines of places and columns of activities; with `headed`, each region's lines after a line that names it.

    A marker's customdata is what `Matrix` says it opens.
    """
    lines = _place_lines(matrix.rows, headed)
    count = int(max(lines["line"], default=0)) + 1
    cells = matrix.cells
    if len(codes) < cells["activity"].nunique():
        cells = cells[cells["activity"].isin(codes)]
    placed = lines[["line", "name"]].take(cells["row"].to_numpy()).set_axis(cells.index)
    cells = cells.assign(line=placed["line"], name=placed["name"])
    names = pd.concat([lines[["line", "name"]], _headings(lines, headed)])
    return new_figure(
        [_markers(cells, codes, hovers, colours), _heads(codes, hovers)],
        height=46 + _LINE_HEIGHT * (count + max(head_lines(codes), default=0)),
        xaxis={
            "range": [-0.5, max(len(codes), 1) - 0.5],
            "tickvals": list(range(len(codes))),
            "showticklabels": False,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        yaxis={
            "tickvals": names["line"].tolist(),
            "ticktext": names["name"].tolist(),
            "range": [count - 0.4, -1.6 - 0.75 * max(head_lines(codes), default=0)],
            "gridcolor": "rgba(128,128,128,0.18)",
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"size": 12},
        },
        margin={"l": 178, "r": 8, "t": 6, "b": 6},
    )


def _place_lines(rows: pd.DataFrame, headed: bool) -> pd.DataFrame:
    first = ~rows["region"].duplicated().to_numpy()
    line = pd.Series(range(len(rows)), index=rows.index) + (first.cumsum() if headed else 0)
    return rows.assign(line=line, first=first, name=[escape(shorten(name, _LONGEST_NAME)) for name in rows["name"]])


def _headings(lines: pd.DataFrame, headed: bool) -> pd.DataFrame:
    heads = lines[lines["first"]] if headed else lines.head(0)
    none = _("none given")
    texts = [f"<b>{escape(region or none)}</b>" for region in heads["region"]]
    return pd.DataFrame({"line": heads["line"] - 1, "name": texts})


def _markers(cells: pd.DataFrame, codes: list[str], hovers: dict[str, str], colours: dict[str, str]) -> dict:
    order = {code: position for position, code in enumerate(codes)}
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [order[code] for code in cells["activity"]],
        "y": cells["line"].tolist(),
        "text": [str(count) if count > 1 else "" for count in cells["operations"]],
        "textposition": "middle right",
        "marker": {"symbol": "square", "size": 14, "color": [colours[code] for code in cells["activity"]]},
        "customdata": cells["opens"].tolist(),
        "hovertext": [
            f"<b>{name}</b><br>{hovers[code]}" for name, code in zip(cells["name"], cells["activity"], strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _heads(codes: list[str], hovers: dict[str, str]) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(range(len(codes))),
        "y": [-1.05 - 0.75 * line for line in head_lines(codes)],
        "text": [f"<b>{escape(shorten(code, 10))}</b>" for code in codes],
        "hovertext": [hovers[code] for code in codes],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }
