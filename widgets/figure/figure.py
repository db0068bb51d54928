"""One chart on a page: title, figure, caption, pictures and the table behind it."""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.caches import Cache
from analysis.reading.reference import marked_names, territory_notes
from analysis.selection.select import Selected
from analysis.selection.sentence import selection_sentence
from analysis.text import _
from analysis.writing import say_date
from charts.common.chart import Chart
from charts.common.in_words import describe_chart
from charts.common.plotly_script import plotly_script
from charts.common.style import escape
from exports.file_names import file_name
from exports.tables.csv_file import plain_rows, rows_csv
from widgets.elements.changes import sent
from widgets.elements.component import component
from widgets.frame.cache import view_key
from widgets.frame.marks import note_marks
from widgets.frame.view import choose_years

_LONGEST_TABLE = 500
_payloads = Cache("charts")


def show_chart(
    name: str,
    selected: Selected,
    draw: Callable[..., Chart],
    *settings,
    on_click: Callable[[str], None] | None = None,
    frame: str = "",
    on_frame: Callable[[str], None] | None = None,
) -> None:
    """Show `draw(selected, *settings)`; it is drawn once for each content, selection, settings and language.

    frame: the frame of a movie to stand at; on_frame is told the name of the one at which the reader stopped.
    """
    drawn = _payloads.get(
        view_key(selected, name, *settings), lambda: draw_payload(name, selected, draw(selected, *settings))
    )
    note_marks(drawn.marks)
    key = f"chart-{name}"

    def take_click() -> None:
        value = sent(key).get("click")
        if on_click and isinstance(value, str) and value in drawn.opens:
            on_click(value)

    def take_frame() -> None:
        name = sent(key).get("frame")
        if on_frame and isinstance(name, str) and name in drawn.frames:
            on_frame(name)

    def take_years() -> None:
        if drawn.has_years:
            choose_years(sent(key).get("years"))

    framed = b'{"frame": %s, ' % json.dumps(frame).encode() + drawn.payload[1:]
    show = component("figure", "<div class='figure'></div>")
    show(data=framed, key=key, on_click_change=take_click, on_frame_change=take_frame, on_years_change=take_years)


def _caption_of(selected: Selected, chart: Chart, marked: Sequence[str]) -> str:
    """Where a chart's numbers come from, for a picture that stands alone: source, as-of date, what it counts.

    marked: the notes on names with a mark that it shows.
    """
    parts = [
        _("Source: {source}.").format(source=_(selected.snapshot.table.title)),
        _("As of {date}.").format(date=say_date(selected.snapshot.as_of)),
        chart.counted or _("{sentence}.").format(sentence=selection_sentence(selected)),
    ]
    return " ".join([*parts, *_overlap(chart), *marked, *chart.notes])


def _note_of(chart: Chart) -> str:
    """What has to be said under a chart beside what heads its page and stands at its foot."""
    return " ".join([*([chart.counted] if chart.counted else []), *_overlap(chart)])


def _marked(selected: Selected, chart: Chart, *shown: str) -> list[str]:
    """The notes on the territories whose names bear a mark, such as Kosovo*, where a chart's texts name them."""
    reference = selected.snapshot.table.reference
    found = [
        code for code, name in marked_names(reference).items() if any(name in text for text in (chart.says, *shown))
    ]
    return [note for note in territory_notes(reference, found) if note not in chart.notes]


def _overlap(chart: Chart) -> list[str]:
    said = _("An operation counts once in each it belongs to, so the parts may add up to more than the total.")
    return [said] if chart.counts_overlap else []


class Drawn(NamedTuple):
    """What the component needs, as JSON bytes, which Streamlit passes on as they are, what it can send back, and the
    notes on the names with a mark that it shows."""

    payload: bytes
    opens: frozenset[str]
    frames: frozenset[str]
    has_years: bool
    marks: tuple[str, ...]


def draw_payload(name: str, selected: Selected, chart: Chart) -> Drawn:
    """All that the component shows of a chart, the figure, what is said of it, the table, the words, and what it sends
    back."""
    figure, (columns, rows) = chart.figure_json(), plain_rows(chart.table)
    csv = rows_csv(columns, rows)
    marked = _marked(selected, chart, figure, csv)
    caption = _caption_of(selected, chart, marked)
    payload = {
        "title": chart.says,
        "titleHtml": escape(chart.says),
        "note": _note_of(chart),
        "captionHtml": escape(caption),
        "key": [
            {"mark": mark, "color": colour, "name": name, "meaning": escape(name)} for mark, colour, name in chart.key
        ],
        "alt": " ".join(filter(None, [chart.says, describe_chart(chart.figure, columns, rows), caption])),
        "figure": figure,
        "config": chart.config,
        "movie": chart.movie,
        "opens": chart.opens[:_LONGEST_TABLE],
        "years": chart.years,
        "empty": not rows or not chart.figure["data"],
        "table": {"columns": columns, "rows": rows[:_LONGEST_TABLE]},
        "csv": csv,
        "file": file_name(selected.selection, "", what=name).removesuffix("."),
        "plotly": plotly_script(),
        "words": {
            "menu": _("Menu of the chart"),
            "behind": _("the numbers behind it"),
            "picture": _("download the picture"),
            "show": _("Table"),
            "years": _("Draw over the years to choose them; a double click lets them go."),
            "hide": _("Hide table"),
            "csv": _("download the table"),
            "failed": _("The picture could not be drawn; the table has every number."),
        },
    }
    body = json.dumps(payload).encode()
    framed = b'{"hash": "%s", ' % hashlib.sha256(body).hexdigest()[:16].encode() + body[1:]
    frames = frozenset(frame["name"] for frame in chart.movie.get("frames", ()))
    return Drawn(framed, frozenset(filter(None, chart.opens)), frames, chart.years is not None, tuple(marked))
