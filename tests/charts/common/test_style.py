import plotly.graph_objects as go
import pytest

from analysis.views import palette
from charts.common.activity_labels import head_lines
from charts.common.style import escape, new_figure

GROUNDS = ["#ffffff", "#0e1117", "#181715"]
COLOURS = {
    *palette.ACTIVITY_COLOURS.values(),
    *palette.REGION_COLOURS.values(),
    *palette.STATUS_COLOURS.values(),
    *palette.MORE_COLOURS,
    palette.MAIN_COLOUR,
    palette.OTHER_COLOUR,
}


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2, section "relative luminance"."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2 of two colours."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_21_between_black_and_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", sorted(COLOURS))
def test_each_colour_stands_out_on_light_and_dark(colour, ground):
    assert contrast(colour, ground) >= 3


def test_text_is_no_markup():
    assert escape("<a href='x'>A & B</a>") == "&lt;a href='x'&gt;A &amp; B&lt;/a&gt;"


def test_a_figure_has_no_legend_and_no_ground():
    layout = go.Figure(new_figure([], height=100, bargap=0.5)).layout
    assert (layout.showlegend, layout.paper_bgcolor, layout.height, layout.bargap) == (False, "rgba(0,0,0,0)", 100, 0.5)


def test_heads_of_narrow_columns_take_turns_where_names_are_long():
    assert head_lines(["IDPs", "DDR", "CS"]) == [0, 0, 0]
    assert head_lines(["Shelter", "Water", "Food"]) == [0, 1, 0]
