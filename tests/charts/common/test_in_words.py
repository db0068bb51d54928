"""What is said of a chart to those who do not see it."""

import pytest

from charts.common.in_words import describe_chart

BARS, MAP, LINES = [{"type": "bar"}], [{"type": "choropleth"}], [{"type": "scatter", "mode": "lines"}]
YEARS = [[1999, 1], [2000, 4], [2001, 4], [2002, 2]]


@pytest.mark.parametrize(
    ("traces", "columns", "rows", "says"),
    [
        (BARS, ["Region", "Operations"], [["Africa", 13], ["Asia", 3]], "Bar chart. Operations: Africa 13, Asia 3."),
        (MAP, ["ISO3", "Place", "Years"], [["KEN", "Kenya", 2.5]], "Map. Years: Kenya 2.5."),
        (BARS, ["Year", "Active"], YEARS, "Bar chart. Active, Year 1999 to 2002: first 1, highest 4 (2000), last 2."),
        (
            LINES,
            ["Years", "Still running", "Low"],
            [[0.0, 1.0, 1.0], [2.0, 0.75, ""]],
            "Line chart. Still running, Years 0 to 2: first 1, highest 1 (0), last 0.75.",
        ),
        ([{"type": "bar", "base": [1]}], ["Place", "Start"], [["Mali", 1999]], "Timeline. Start: Mali 1999."),
        (BARS, ["Region", "Note"], [["Africa", "none"]], ""),
        (BARS, ["Region", "Operations"], [], ""),
        ([], ["Region", "Operations"], [["Africa", 1]], ""),
    ],
)
def test_a_chart_says_its_kind_and_how_it_runs_or_what_its_values_are(traces, columns, rows, says):
    assert describe_chart({"data": traces, "layout": {}}, columns, rows) == says


def test_of_many_values_the_first_are_said_and_how_many_more_there_are():
    said = describe_chart({"data": BARS, "layout": {}}, ["Place", "Operations"], [[f"P{n}", n] for n in range(9)])
    assert said.endswith("P4 4, P5 5. The table has 3 more.")
