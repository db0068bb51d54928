"""The charts of activities say what their count tables hold."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.reading.reference import load_reference
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.build import build_table
from analysis.table.load import load_built_in
from widgets.draw.activities import draw_activity_years, draw_combinations, draw_groups, draw_matrix, draw_pairs

MAKERS = [
    (draw_groups, "region"),
    (draw_groups, "subregion"),
    (draw_groups, "start"),
    (draw_matrix, "count"),
    (draw_matrix, "region"),
    (draw_pairs,),
    (draw_combinations,),
    (draw_activity_years,),
]


def chart_of(maker: tuple, **fields):
    """The chart of the leaflet's operations that a selection leaves."""
    draw, *settings = maker
    return draw(select(load_built_in(), Selection(**fields)), *settings)


@pytest.mark.parametrize(
    ("maker", "says"),
    [
        (MAKERS[0], "Most common: Community Stabilization in Africa, 12 operations."),
        (
            MAKERS[2],
            "Most starts of operations with one activity in a year: 6 operations, Community Stabilization and"
            " Internally Displaced People in 2003.",
        ),
        (MAKERS[3], "6 of 32 places have a single activity; none has all 5 activities shown here."),
        (
            MAKERS[5],
            "Community Stabilization and Internally Displaced People go together most: 20 operations."
            " Never together: Out of Country Voting and Natural Disasters.",
        ),
        (
            MAKERS[6],
            "11 combinations occur; the most common is Community Stabilization and Internally Displaced People:"
            " 7 operations.",
        ),
        (
            MAKERS[7],
            "Most operations at once with one activity: 21 operations, Internally Displaced People in 2004.",
        ),
    ],
)
def test_titles_state_what_the_leaflet_shows(maker, says):
    assert chart_of(maker).says == says


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("search", ["", "Lebanon", "Timor"])
def test_every_chart_can_be_drawn_of_any_selection(maker, search):
    chart = chart_of(maker, search=search)
    go.Figure(chart.figure)
    assert chart.says


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize(("period", "area"), [("soon", "CS"), ("2004", ""), ("soon", "")])
def test_every_chart_bears_a_row_that_cannot_be_read(make_rows, maker, period, area):
    draw, *settings = maker
    chart = draw(select(make_rows([("Kenya", period, area)]), Selection()), *settings)
    go.Figure(chart.figure)
    assert chart.says


def test_a_square_of_the_matrix_opens_its_territory():
    markers = go.Figure(chart_of(MAKERS[3]).figure).data[0]
    assert markers.customdata[0] == "AFG"
    assert len(markers.x) == 76


def test_a_square_of_several_operations_opens_its_territories(make_rows):
    rows = [("Kosovo (FYROM) & Macedonia", "2004", "CS"), ("Kosovo (FYROM) & Macedonia", "2006", "CS")]
    markers = go.Figure(draw_matrix(select(make_rows(rows), Selection()), "count").figure).data[0]
    assert (list(markers.customdata), list(markers.text)) == (["XKX+MKD"], ["2"])


def test_names_are_escaped(make_rows):
    table = make_rows([("<b>Nowhere</b>", "2004", "<i>X</i>, CS")])
    for draw, *settings in MAKERS:
        figure = draw(select(table, Selection()), *settings).figure
        # What a click sends is not shown.
        shown = str([{key: value for key, value in trace.items() if key != "customdata"} for trace in figure["data"]])
        assert "<i>X" not in shown + str(figure["layout"])
        assert "<b>Nowhere" not in shown + str(figure["layout"])


def test_many_activities_are_drawn_in_part_and_said_so(make_rows):
    table = make_rows([("Kenya", "2004", ", ".join(f"A{number}" for number in range(12)))])
    chart = draw_activity_years(select(table, Selection()))
    assert chart.says.endswith("The 8 most common of 12 activities are drawn.")
    assert len(chart.table) == 12 * 3


@pytest.fixture
def make_rows():
    """A function from (country, period, area) rows to a table as of the end of 2006."""

    def make(rows):
        operations = pd.DataFrame(rows, columns=["country", "period", "area"], dtype="str")
        operations.insert(0, "line", range(2, 2 + len(operations)))
        return build_table(operations, load_reference(), load_built_in().as_of)

    return make
