import pandas as pd
import plotly.graph_objects as go

from analysis.views.timeline import Timeline
from charts.timeline.figure import key_of_colours, key_of_events, operation_timeline

LINES = pd.DataFrame(
    {
        "line": [0, 1],
        "group": ["", ""],
        "heading": [False, False],
        "name": ["<i>Sudan</i>", "Timor-Leste"],
        "label": ["<i>Sudan</i>", "Timor-Leste"],
        "region": ["Africa", "Asia"],
        "period": ["1982 - on going", "1999 - 2001; 2006"],
        "period_read": ["1982 - ongoing", "1999 - 2001; 2006"],
        "status": ["ongoing", "closed"],
        "duration_years": [25.0, 4.0],
        "activities": ["IDPs, CS", "CS"],
        "codes": [("IDPs", "CS"), ("CS",)],
        "source_line": [30, 11],
    }
)
BARS = pd.DataFrame(
    {
        "line": [0, 1, 1],
        "start": [1982.0, 1999.0, 2006.0],
        "end": [2007.0, 2002.0, 2007.0],
        "status": ["ongoing", "closed", "closed"],
    }
)
TIMELINE = Timeline(LINES, BARS, more=0, since_start=False)
NO_EVENTS = pd.DataFrame({"moment": [], "text": []})
COLOURS = {"IDPs": "#CC79A7", "CS": "#999933"}
SPAN = (1981.5, 2008.0)


def test_each_spell_is_one_bar_that_names_its_line_of_the_source():
    bars = go.Figure(operation_timeline(TIMELINE, "region", SPAN, NO_EVENTS)).data[0]
    assert list(zip(bars.base, bars.x, bars.y, bars.customdata, strict=True)) == [
        (1982.0, 25.0, 0, "30"),
        (1999.0, 3.0, 1, "11"),
        (2006.0, 1.0, 1, "11"),
    ]
    assert list(bars.marker.color) == ["#D77969", "#1A9A98", "#1A9A98"]


def test_by_activity_a_bar_is_parted_into_lanes():
    bars = go.Figure(operation_timeline(TIMELINE, "activity", SPAN, NO_EVENTS, activity_colours=COLOURS)).data[0]
    assert list(bars.marker.color) == ["#CC79A7", "#999933", "#999933", "#999933"]
    assert list(bars.width) == [0.33, 0.33, 0.66, 0.66]


def test_an_activity_with_a_comma_in_its_name_is_one():
    lines = LINES.assign(codes=[("Food", "Water, Hygiene"), ("Water, Hygiene",)])
    timeline = Timeline(lines, BARS, more=0, since_start=False)
    colours = {"Food": "#CC79A7", "Water, Hygiene": "#999933"}
    assert key_of_colours(timeline, "activity", colours) == list(colours.items())
    bars = go.Figure(operation_timeline(timeline, "activity", SPAN, NO_EVENTS, activity_colours=colours)).data[0]
    assert list(bars.marker.color) == ["#CC79A7", "#999933", "#999933", "#999933"]


def test_ongoing_bars_end_in_an_arrow_close_by():
    arrows = go.Figure(operation_timeline(TIMELINE, "region", SPAN, NO_EVENTS)).data[1]
    assert (list(arrows.y), arrows.marker.symbol) == ([0], "triangle-right")
    assert 2007 < arrows.x[0] < 2007 + 0.01 * (SPAN[1] - SPAN[0])


def test_hover_says_printed_and_read_and_is_no_markup():
    hover = go.Figure(operation_timeline(TIMELINE, "region", SPAN, NO_EVENTS)).data[0].hovertext[0]
    assert "<i>" not in hover
    for text in ("&lt;i&gt;Sudan", "1982 - on going", "1982 - ongoing", "25+", "IDPs, CS"):
        assert text in hover


def test_events_are_marks_and_lines_and_chosen_years_a_shade():
    events = pd.DataFrame({"moment": [2006.45], "text": ["2006-06: a <b>fact</b>"]})
    figure = go.Figure(operation_timeline(TIMELINE, "region", SPAN, events, (1999, 2001)))
    assert list(figure.data[-1].hovertext) == ["2006-06: a &lt;b&gt;fact&lt;/b&gt;"]
    assert [(shape.type, shape.x0, shape.x1) for shape in figure.layout.shapes] == [
        ("rect", 1999, 2002),
        ("line", 2006.45, 2006.45),
    ]


def test_the_key_names_what_occurs():
    assert key_of_colours(TIMELINE, "region") == [("Africa", "#D77969"), ("Asia", "#1A9A98")]
    assert key_of_colours(TIMELINE, "activity", COLOURS) == [("IDPs", "#CC79A7"), ("CS", "#999933")]
    assert key_of_colours(TIMELINE, "activity", {"CS": "#999933", "IDPs": "#808080"}) == [
        ("CS", "#999933"),
        ("other activities", "#808080"),
    ]
    assert [name for name, _colour in key_of_colours(TIMELINE, "status")] == ["ongoing", "closed"]


def test_the_arrow_of_an_ongoing_bar_has_its_colour():
    for colour in ("region", "status"):
        bars, arrows, *_rest = operation_timeline(TIMELINE, colour, SPAN, NO_EVENTS)["data"]
        assert arrows["marker"]["color"] == bars["marker"]["color"][:1]


def test_events_are_numbered_and_told_in_the_key():
    events = pd.DataFrame({"moment": [2000.0, 2004.9, 2005.5], "text": ["2000: a", "2004-12: b", "2005: c"]})
    marks = go.Figure(operation_timeline(TIMELINE, "region", SPAN, events)).data[-1]
    assert list(marks.text) == ["1", "2", "3"]
    # Those that are near each other stand one above the other.
    assert len({marks.y[1], marks.y[2]}) == 2
    assert [(mark, text) for mark, _colour, text in key_of_events(events)] == [
        ("◇1", "2000: a"),
        ("◇2", "2004-12: b"),
        ("◇3", "2005: c"),
    ]
