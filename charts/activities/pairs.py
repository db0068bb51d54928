"""How often activities go together: pairs as a square, combinations as columns of dots."""

import json

import pandas as pd

from analysis.text import _
from analysis.views.palette import MAIN_COLOUR, OTHER_COLOUR
from analysis.writing import say_number
from charts.common.activity_labels import head_lines, shorten
from charts.common.style import MARK_COLOUR, Figure, escape, new_figure

_CELL = 58
_DOT_LINE = 26
_BARS = 150


def pair_square(pairs: pd.DataFrame, totals: dict[str, int], hovers: dict[str, str]) -> Figure:
    """A square of the activities: in each cell how many operations have both, and what share of the line's that is.

    The darker the larger the share; the diagonal holds each activity's own count.
    """
    codes = list(totals)
    position = {code: number for number, code in enumerate(codes)}
    both = {code: (code, code, total, total) for code, total in totals.items()}
    cells = [(a, b, n, of_a) for a, b, n, of_a, _b in pairs.itertuples(index=False)]
    cells += [(b, a, n, of_b) for a, b, n, _a, of_b in pairs.itertuples(index=False)]
    shapes = [
        _square(position[b], position[a], 0.6 * n / of_a if a != b else 0) for a, b, n, of_a in [*cells, *both.values()]
    ]
    texts: list[tuple[float, float, str, str]]
    texts = [
        (position[b], position[a], f"<b>{n}</b><br>{say_number(f'{n / of_a:.0%}')}", _of_line(a, b, n, of_a))
        for a, b, n, of_a in cells
    ]
    texts += [(position[code], position[code], f"<b>{total}</b>", hovers[code]) for code, total in totals.items()]
    asked = [opening(a, b) for a, b, _n, _of_a in cells]
    texts += [
        (position[code], -0.72 - 0.3 * line, f"<b>{escape(shorten(code, 8))}</b>", hovers[code])
        for code, line in zip(codes, head_lines(codes), strict=True)
    ]
    texts += [(-0.9, position[code], f"<b>{escape(shorten(code, 8))}</b>", hovers[code]) for code in codes]
    return new_figure(
        [
            {
                "type": "scatter",
                "mode": "text",
                "x": [x for x, *_rest in texts],
                "y": [y for _x, y, *_rest in texts],
                "text": [text for _x, _y, text, _hover in texts],
                "customdata": asked + [""] * (len(texts) - len(asked)),
                "hovertext": [hover for *_rest, hover in texts],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "cliponaxis": False,
            }
        ],
        height=50 + _CELL * max(len(codes), 1),
        xaxis={"visible": False, "range": [-1.4, len(codes) - 0.5], "fixedrange": True},
        yaxis={
            "visible": False,
            "range": [len(codes) - 0.45, -1.0 - 0.3 * max(head_lines(codes), default=0)],
            "fixedrange": True,
        },
        shapes=shapes,
    )


def combination_columns(
    sets: pd.DataFrame, totals: dict[str, int], hovers: dict[str, str], colours: dict[str, str]
) -> Figure:
    """An UpSet chart of `count_activity_sets`: a column for each, its bar above the dots of what it holds.

    After Lex, Gehlenborg, Strobelt, Vuillemot and Pfister (2014), IEEE Transactions on Visualization 20, 1983-1992.
    """
    codes = list(totals)
    counts = sets["operations"].tolist()
    held = [(column, code) for column, combination in enumerate(sets["activity_set"]) for code in combination]
    line = {code: -1 - number for number, code in enumerate(codes)}
    tall = _BARS / _DOT_LINE
    highest = max(counts, default=1)
    spans = [[line[code] for code in combination] for combination in sets["activity_set"]]
    empty = [(c, code) for c in range(len(sets)) for code in codes if (c, code) not in set(held)]
    said = [escape(" + ".join(combination)) for combination in sets["activity_set"]]
    bars = {
        "type": "bar",
        "x": list(range(len(sets))),
        "y": [tall * count / highest for count in counts],
        "marker": {"color": MAIN_COLOUR},
        "text": counts,
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [opening(*combination) for combination in sets["activity_set"]],
        "hovertext": [f"{name}: {count}" for name, count in zip(said, counts, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [c for c, _code in held],
        "y": [line[code] for _c, code in held],
        "marker": {"size": 13, "color": [colours[code] for _c, code in held]},
        "customdata": [opening(*sets["activity_set"].iloc[c]) for c, _code in held],
        "hovertext": [hovers[code] for _c, code in held],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    blanks = {
        "type": "scatter",
        "mode": "markers",
        "x": [c for c, _code in empty],
        "y": [line[code] for _c, code in empty],
        "marker": {"size": 6, "color": "rgba(128,128,128,0.3)"},
        "hoverinfo": "skip",
    }
    return new_figure(
        [bars, blanks, dots],
        height=int(_BARS * 1.2) + 20 + _DOT_LINE * max(len(codes), 1),
        bargap=0.3,
        xaxis={"visible": False, "range": [-0.6, max(len(sets), 5) - 0.4], "fixedrange": True},
        yaxis={
            "range": [-len(codes) - 0.6, tall * 1.2],
            "tickvals": [line[code] for code in codes],
            "ticktext": [f"{escape(shorten(code, 9))} {total}" for code, total in totals.items()],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        shapes=[_joint(column, min(span), max(span)) for column, span in enumerate(spans) if len(span) > 1],
        margin={"l": 74, "r": 8, "t": 8, "b": 8},
    )


def opening(*codes: str) -> str:
    """What a click on these activities together sends: their codes as JSON, since a code may hold any letter."""
    return json.dumps(codes)


def _of_line(first: str, second: str, both: int, total: int) -> str:
    return _("{both} of {total} operations with {first} also have {second}").format(
        both=both, total=total, first=escape(first), second=escape(second)
    )


def _square(column: int, line: int, opacity: float) -> dict:
    box = {"x0": column - 0.47, "x1": column + 0.47, "y0": line - 0.47, "y1": line + 0.47}
    edge = {"color": OTHER_COLOUR, "width": 1 if opacity else 0.5}
    return {"type": "rect", "layer": "below", "line": edge, "fillcolor": f"rgba(31,120,180,{opacity:.3f})", **box}


def _joint(column: int, low: int, high: int) -> dict:
    line = {"color": MARK_COLOUR, "width": 3}
    return {"type": "line", "x0": column, "x1": column, "y0": low, "y1": high, "line": line, "layer": "below"}
