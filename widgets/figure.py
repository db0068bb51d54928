"""One chart on a page: title, figure, caption, pictures and the table behind it."""

import hashlib
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from analysis.select import Selected
from analysis.sentence import selection_sentence
from analysis.text import _, language
from charts.chart import Chart
from charts.style import escape
from exports.csv_file import table_csv
from exports.names import file_name
from widgets.assets import plotly_script

_LONGEST_TABLE = 500


def show_chart(
    name: str, selected: Selected, draw: Callable[..., Chart], *settings, on_click: Callable[[str], None] | None = None
) -> None:
    """Show `draw(selected, *settings)`; it is drawn once for each content, selection, settings and language."""
    payload = _payload(
        name, selected.snapshot.table.content_hash, selected.selection, settings, language(), selected, draw
    )
    key = f"chart-{name}"

    def take_click() -> None:
        value = st.session_state[key].get("click")
        if value and on_click:
            on_click(str(value))

    _figure_component()(data=payload, key=key, on_click_change=take_click)


def caption_of(selected: Selected, overlap: bool = False) -> str:
    """Where a chart's numbers come from: source, as-of date, how many operations it counts."""
    parts = [
        _("Source: {source}.").format(source=_(selected.snapshot.table.title)),
        _("As of {date}.").format(date=selected.snapshot.as_of.isoformat()),
        _("{sentence}.").format(sentence=selection_sentence(selected)),
    ]
    if overlap:
        parts.append(_("An operation counts once in each it belongs to, so the parts add up to more than the total."))
    return " ".join(parts)


@st.cache_data(max_entries=512, show_spinner=False)
def _payload(name, content_hash, selection, settings, language_code, _selected: Selected, _draw) -> dict:
    chart = _draw(_selected, *settings)
    caption = caption_of(_selected, chart.counts_overlap)
    shown = chart.table.head(_LONGEST_TABLE)
    payload = {
        "title": chart.says,
        "titleHtml": escape(chart.says),
        "caption": caption,
        "captionHtml": escape(caption),
        "alt": f"{chart.says} {caption}",
        "figure": chart.figure.to_json(),
        "config": chart.config,
        "clickable": chart.clickable,
        "table": {"columns": list(map(str, shown.columns)), "rows": json.loads(shown.to_json(orient="values"))},
        "csv": table_csv(chart.table).decode("utf-8"),
        "file": file_name(selection, "", what=name).removesuffix("."),
        "plotly": plotly_script(),
        "words": {
            "picture": _("Download the picture"),
            "show": _("Table"),
            "hide": _("Hide table"),
            "csv": _("Download the table"),
        },
    }
    payload["hash"] = hashlib.sha256(json.dumps(payload).encode()).hexdigest()[:16]
    return payload


@cache
def _figure_component():
    folder = Path(__file__).parent
    return st.components.v2.component(
        "figure",
        html="<div class='figure'></div>",
        js=(folder / "figure.js").read_text("utf-8"),
        css=(folder / "figure.css").read_text("utf-8"),
        isolate_styles=False,
    )
