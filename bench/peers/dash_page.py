"""A dashboard of the same operations in Dash, as small as it can be: python dash_page.py ROWS.json PORT

It has three filters, two numbers and three charts, counts in plain Python, and needs nothing of ours.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

FACETS = ("region", "activities", "status")


def make_app(rows: list[dict]) -> Dash:
    """The page over rows of lists by facet, with their first and last year."""
    app = Dash(__name__)
    boxes = [dcc.Checklist(sorted({code for row in rows for code in row[facet]}), id=facet) for facet in FACETS]
    charts = [dcc.Graph(id=name, config={"displayModeBar": False}) for name in ("regions", "codes", "years")]
    numbers = html.Div(className="numbers", children=html.H2(id="count"))
    app.layout = html.Div([html.Div(boxes, className="filters"), numbers, *charts])
    outputs = [Output("count", "children"), *(Output(chart.id, "figure") for chart in charts)]

    @app.callback(outputs, [Input(facet, "value") for facet in FACETS])
    def draw(*chosen):
        kept = [
            row for row in rows if all(meets(row, facet, codes) for facet, codes in zip(FACETS, chosen, strict=True))
        ]
        ongoing = sum("ongoing" in row["status"] for row in kept)
        counts = (Counter(code for row in kept for code in row[facet]) for facet in FACETS[:2])
        active = Counter(year for row in kept for year in range(row["first"], row["last"] + 1))
        said = f"{len(kept)} of {len(rows)} operations, {ongoing} ongoing"
        return [said, *(bars(count, "h") for count in counts), bars(active, "v")]

    return app


def meets(row: dict, facet: str, codes: list[str] | None) -> bool:
    """Whether a row has any of the codes chosen; nothing chosen is no condition."""
    return not codes or bool(set(row[facet]) & set(codes))


def bars(counts: Counter, orientation: str) -> go.Figure:
    """A bar for each count."""
    names, values = list(counts), list(counts.values())
    x, y = (values, names) if orientation == "h" else (names, values)
    return go.Figure(go.Bar(x=x, y=y, orientation=orientation), layout={"height": 300})


if __name__ == "__main__":
    make_app(json.loads(Path(sys.argv[1]).read_text("utf-8"))).run(port=int(sys.argv[2]))
