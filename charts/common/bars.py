"""Bars of a count table."""

import pandas as pd

from analysis.views.palette import MAIN_COLOUR, REGION_COLOURS
from charts.common.style import Figure, escape, new_figure

_ROW_HEIGHT = 34
_PALE = "38"
# A single bar is half as long as there is room: it is compared with nothing.
_ONE_BAR = 2


def activity_bar(
    activity_counts: pd.DataFrame, labels: dict[str, str], colours: dict[str, str], chosen: tuple[str, ...] = ()
) -> Figure:
    """Horizontal bars of `count_facet`, the most common on top; those beside the chosen ones are pale."""
    codes = activity_counts["activity"].tolist()
    return _bar(
        [labels[code] for code in codes],
        activity_counts["operations"],
        [colours[code] for code in codes],
        codes,
        chosen,
    )


def region_bar(region_counts: pd.DataFrame, names: dict[str, str], chosen: tuple[str, ...] = ()) -> Figure:
    """Horizontal bars of `count_facet`, the most common on top; those beside the chosen ones are pale."""
    codes = region_counts["region"].tolist()
    return _bar(
        [names[code] for code in codes],
        region_counts["operations"],
        [REGION_COLOURS.get(code, MAIN_COLOUR) for code in codes],
        codes,
        chosen,
    )


def own_bar(counts: pd.DataFrame, names: dict[str, str], chosen: tuple[str, ...] = ()) -> Figure:
    """Horizontal bars of counts by the code in their first column, the first on top."""
    codes = counts.iloc[:, 0].tolist()
    return _bar([names[code] for code in codes], counts["operations"], [MAIN_COLOUR] * len(codes), codes, chosen)


def sum_bar(sums: pd.DataFrame, names: dict[str, str], texts: list[str], chosen: tuple[str, ...] = ()) -> Figure:
    """Horizontal bars of the amounts of `sum_by`, each with its text, the first on top."""
    codes = sums.iloc[:, 0].tolist()
    figure = _bar([names[code] for code in codes], sums["amount"].map(float), [MAIN_COLOUR] * len(codes), codes, chosen)
    # A long amount needs more room beside its bar than a count.
    figure["layout"]["xaxis"]["range"][1] *= 1.3
    figure["data"][0]["text"] = texts
    return figure


def _bar(
    labels: list[str], operations: pd.Series, colours: list[str], codes: list[str], chosen: tuple[str, ...]
) -> Figure:
    rows = list(range(len(labels)))
    # What is left over is many things at once: as a bar it would dwarf each of those that have a name.
    lengths = [count if code else 0 for count, code in zip(operations.tolist(), codes, strict=True)]
    highest = max(lengths, default=0) or 1
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": rows,
        "x": lengths,
        "width": 0.34,
        "offset": 0.02,
        "customdata": codes,
        "marker": {
            "color": [
                colour if not chosen or code in chosen else f"{colour}{_PALE}"
                for colour, code in zip(colours, codes, strict=True)
            ],
            # A pale bar is seen by its edge.
            "line": {"color": colours, "width": 1.5 if chosen else 0},
        },
        "text": operations.tolist(),
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [escape(label) for label in labels],
        "hovertemplate": "%{hovertext}: %{text}<extra></extra>",
    }
    # The label stands above its bar, so that a long name takes no width from the bars on a phone.
    names = {
        "type": "scatter",
        "mode": "text",
        "x": [0] * len(rows),
        "y": [row - 0.24 for row in rows],
        "text": [escape(label) for label in labels],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    return new_figure(
        [bars, names],
        height=16 + (_ROW_HEIGHT + 10) * max(len(labels), 1),
        xaxis={"visible": False, "range": [0, highest * (1.12 if len(labels) > 1 else _ONE_BAR)], "fixedrange": True},
        yaxis={"visible": False, "range": [len(rows) - 0.4, -0.6], "fixedrange": True},
    )
