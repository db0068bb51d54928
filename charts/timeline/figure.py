"""One line an operation, its spells as bars on a time axis."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

import pandas as pd

from analysis.text import _
from analysis.views.palette import OTHER_COLOUR, REGION_COLOURS, STATUS_COLOURS
from analysis.views.rows import show_status
from analysis.views.timeline import Bar, Line, Timeline
from analysis.wording import say_years
from charts.common.activity_labels import shorten, wrapped
from charts.common.axes import elapsed_axis, time_axis
from charts.common.style import MARK_COLOUR, Figure, escape, new_figure
from charts.common.years import shade_years

LEFT_MARGIN = 178
_BAR = 0.66
# Marks of events nearer than this stand one above the other.
_NEAR_YEARS = 0.9


@dataclass(frozen=True)
class Look:
    """How much room a timeline takes, in pixels; longest_name in letters."""

    line: int = 21
    left: int = LEFT_MARGIN
    text: int = 12
    arrow: int = 11
    longest_name: int = 27


WHOLE_PAGE = Look()
AT_A_GLANCE = Look(line=13, left=134, text=10, arrow=7, longest_name=24)


def operation_timeline(
    timeline: Timeline,
    colour: str,
    span: tuple[float, float],
    events: pd.DataFrame,
    chosen_years: tuple[int, int] | None = None,
    activity_colours: Mapping[str, str] = MappingProxyType({}),
    look: Look = WHOLE_PAGE,
) -> Figure:
    """The lines of a timeline; ongoing bars end in an arrow, unknown ends in a question mark.

    Colour by region or status fills the bar; by activity or a facet of the user's own it is parted into a lane for
    each. `events` (moment, text) are quiet marks.
    """
    lines = timeline.by_line
    count = len(lines)
    return new_figure(
        [
            *_bar_traces(timeline, colour, activity_colours),
            *_end_marks(timeline, span, colour, look.arrow),
            _event_marks(events),
        ],
        height=46 + look.line * max(count, 1) + (38 if len(events) else 0),
        barmode="overlay",
        xaxis=(elapsed_axis if timeline.since_start else time_axis)(span) | {"side": "top"},
        yaxis={
            "tickvals": list(lines),
            "ticktext": [_line_label(line, look.longest_name) for line in lines.values()],
            "range": [count - 0.5, -2.3 if len(events) else -0.5],
            "fixedrange": True,
            "zeroline": False,
            "showgrid": False,
            "tickfont": {"size": look.text},
            # Names have their room; looking which do not fit takes as long as the bars.
            "ticklabeloverflow": "allow",
        },
        shapes=[] if timeline.since_start else [*shade_years(chosen_years, offset=0), *_event_lines(events)],
        margin={"l": look.left, "r": 24, "t": 34, "b": 6},
    )


def key_of_colours(
    timeline: Timeline, colour: str, activity_colours: Mapping[str, str] = MappingProxyType({})
) -> list[tuple[str, str]]:
    """What the colours mean, as (name, colour), for those that occur; what has no colour of its own is one entry."""
    lines = [line for line in timeline.by_line.values() if not line.heading]
    if colour == "status":
        return [(show_status(s), STATUS_COLOURS[s]) for s in STATUS_COLOURS if s in {line.status for line in lines}]
    if colour == "region":
        found = {_(region): shade for region, shade in REGION_COLOURS.items()}
        return [
            (name or _("none given"), found.get(name, OTHER_COLOUR)) for name in sorted({line.region for line in lines})
        ]
    codes = dict.fromkeys(chain.from_iterable(line.codes for line in lines))
    own = [(code, activity_colours[code]) for code in codes if activity_colours.get(code, OTHER_COLOUR) != OTHER_COLOUR]
    others = _("other activities") if colour == "activity" else _("others")
    return own if len(own) == len(codes) else [*own, (others, OTHER_COLOUR)]


def key_in_picture(
    timeline: Timeline,
    colour: str,
    activity_colours: Mapping[str, str] = MappingProxyType({}),
    activity_names: Mapping[str, str] = MappingProxyType({}),
) -> tuple[tuple[str, str, str], ...]:
    """What colours and marks mean, as (mark, colour, name), in a picture without the page."""
    found = key_of_colours(timeline, colour, activity_colours)
    marks = [("■", shade, activity_names.get(name, name)) for name, shade in found]
    statuses = {bar.status for bar in timeline.each_bar}
    if "ongoing" in statuses:
        marks.append(("▸", OTHER_COLOUR, _("goes on")))
    if "unknown" in statuses:
        marks.append(("?", OTHER_COLOUR, _("end unknown")))
    return tuple(marks)


def key_of_events(events: pd.DataFrame) -> tuple[tuple[str, str, str], ...]:
    """What the numbered marks of events mean, as (mark, colour, name)."""
    return tuple((f"◇{number}", OTHER_COLOUR, text) for number, text in enumerate(events["text"], 1))


def _bar_traces(timeline: Timeline, colour: str, activity_colours: Mapping[str, str]) -> list[dict]:
    regions = {_(region): shade for region, shade in REGION_COLOURS.items()}
    lanes = []
    for bar in timeline.each_bar:
        line = timeline.by_line[bar.line]
        if colour not in ("region", "status"):
            fills = [activity_colours.get(code, OTHER_COLOUR) for code in line.codes or [""]]
        else:
            fills = [STATUS_COLOURS[bar.status] if colour == "status" else regions.get(line.region, OTHER_COLOUR)]
        lanes += [(bar, line, fill, lane, _BAR / len(fills)) for lane, fill in enumerate(fills)]
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [round(bar.start, 3) for bar, *_rest in lanes],
            "x": [round(bar.end - bar.start, 3) for bar, *_rest in lanes],
            "y": [bar.line for bar, *_rest in lanes],
            "width": [width for *_rest, width in lanes],
            "offset": [lane * width - _BAR / 2 for *_rest, lane, width in lanes],
            "marker": {"color": [fill for _bar, _line, fill, *_rest in lanes]},
            "customdata": [str(int(line.source_line)) for _bar, line, *_rest in lanes],
            "hovertext": [_hover(line) for _bar, line, *_rest in lanes],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
    ]


def _hover(line: Line) -> str:
    lasts = say_years(line.duration_years, line.status)
    return "<br>".join(
        [
            f"<b>{wrapped(line.label)}</b>",
            escape(_("printed “{printed}”, read {read}").format(printed=line.period, read=line.period_read)),
            escape(_("{status}, {years}").format(status=show_status(line.status), years=lasts)),
            escape(line.activities),
        ]
    )


def _end_marks(timeline: Timeline, span: tuple[float, float], colour: str, arrow: int) -> list[dict]:
    marks, gap = [], 0.005 * (span[1] - span[0])
    for status, symbol, size in (("ongoing", "triangle-right", arrow), ("unknown", "line-ns-open", 9)):
        bars = [bar for bar in timeline.each_bar if bar.status == status]
        marks.append(
            {
                "type": "scatter",
                "mode": "markers" if status == "ongoing" else "text",
                "x": [bar.end + gap for bar in bars],
                "y": [bar.line for bar in bars],
                "text": "?",
                "marker": {"symbol": symbol, "size": size, "color": _end_colours(bars, timeline.by_line, colour)},
                "hoverinfo": "skip",
                "cliponaxis": False,
            }
        )
    return marks


def _end_colours(bars: list[Bar], lines: dict[int, Line], colour: str) -> list[str]:
    """The colour of each bar; that of its status where a bar has several, one for each activity."""
    if colour != "region":
        return [STATUS_COLOURS[bar.status] for bar in bars]
    regions = {_(region): shade for region, shade in REGION_COLOURS.items()}
    return [regions.get(lines[bar.line].region, OTHER_COLOUR) for bar in bars]


def _event_marks(events: pd.DataFrame) -> dict:
    """The facts as numbered marks above the bars; the key says what each is."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": events["moment"].tolist(),
        "y": _event_heights(events),
        "marker": {"symbol": "diamond-open", "size": 15, "color": OTHER_COLOUR},
        "text": [str(number + 1) for number in range(len(events))],
        "textfont": {"size": 9},
        "hovertext": [escape(text) for text in events["text"]],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def _event_heights(events: pd.DataFrame) -> list[float]:
    """The height of each mark: those that would lie over each other take turns."""
    heights: list[float] = []
    for position, moment in enumerate(events["moment"]):
        near = position and moment - events["moment"].iloc[position - 1] < _NEAR_YEARS
        heights.append(-0.95 if not near or heights[-1] != -0.95 else -1.75)
    return heights


def _event_lines(events: pd.DataFrame) -> list[dict]:
    line = {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    return [
        line | {"x0": moment, "x1": moment, "line": {"color": MARK_COLOUR, "width": 1, "dash": "dot"}}
        for moment in events["moment"]
    ]


def _line_label(line: Line, longest: int) -> str:
    if line.heading:
        name = _(line.group) or _("none given")
        return f"<b>{escape(name)}</b>"
    return escape(shorten(line.label, longest))
