"""The charts of durations say what their count tables hold."""

from datetime import date

import plotly.graph_objects as go
import pytest

from analysis.counts.ask import ask
from analysis.counts.durations.operations import count_operation_durations, count_whole_years
from analysis.intake.read import read_intake
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from charts.durations.dots import duration_bars
from charts.durations.operation_dots import counted_chart
from widgets.draw.durations import draw_curve, draw_durations, draw_group_curves

MAKERS = [
    (draw_curve,),
    (draw_group_curves, "activity"),
    (draw_group_curves, "region"),
    (draw_group_curves, "start"),
    (draw_durations, "name"),
]


def chart_of(maker: tuple, **fields):
    """The chart of the leaflet's operations that a selection leaves."""
    draw, *settings = maker
    return draw(select(load_built_in(), Selection(**fields)), *settings)


@pytest.mark.parametrize(
    ("maker", "fields", "says"),
    [
        (
            MAKERS[0],
            {},
            "Of 33 periods 12 have ended: about a quarter within 2 years, four in ten within 5. 21 still run.",
        ),
        (
            MAKERS[0],
            {"region": ("Africa",)},
            "Of 13 periods 6 have ended: about a third within 2 years, about half within 5. 7 still run.",
        ),
        (
            MAKERS[0],
            {"region": ("Europe",)},
            "3 periods are too few to say how long periods last; 5 are needed.",
        ),
        (
            MAKERS[1],
            {},
            "Ended within 5 years: Internally Displaced People 32%, “Disarmament, Demobilization and Reintegration” 40%"
            " and Community Stabilization 42%. Too few to say (under 5 periods): Natural Disasters.",
        ),
        (
            MAKERS[4],
            {},
            "The longest closed operation lasted 5 years. The longest ongoing one has lasted 25 years so far.",
        ),
    ],
)
def test_titles_state_what_the_leaflet_shows(maker, fields, says):
    assert chart_of(maker, **fields).says == says


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("search", ["", "Lebanon", "Timor"])
def test_every_chart_can_be_drawn_of_any_selection(maker, search):
    chart = chart_of(maker, search=search)
    go.Figure(chart.figure)
    assert chart.says


def test_every_operation_is_a_dot_that_opens_it():
    closed, ongoing = go.Figure(chart_of(MAKERS[4]).figure).data
    assert (len(closed.x), len(ongoing.x)) == (11, 21)
    assert closed.marker.symbol != ongoing.marker.symbol and closed.marker.color != ongoing.marker.color
    assert len({*closed.customdata, *ongoing.customdata}) == 32


def test_the_table_of_start_periods_holds_every_figure():
    table = chart_of(MAKERS[3]).table
    assert table["Group"].tolist() == ["1980–1984", "1990–1994", "1995–1999", "2000–2004", "2005–2006"]
    assert table["Periods"].sum() == 33
    assert table["Ended by year 10, %"].isna().tolist() == [True, True, False, True, True]


def test_many_operations_are_counted_by_whole_years():
    durations = ask(select(load_built_in(), Selection()), count_operation_durations)
    counts = count_whole_years(durations)
    assert (counts["closed"].sum(), counts["ongoing"].sum(), counts["years"].max()) == (11, 21, 25)
    assert [bars.y[4] for bars in go.Figure(duration_bars(counts)).data] == [counts["closed"][4], -counts["ongoing"][4]]
    assert counted_chart(durations, 40).says == (
        "The longest closed operation lasted 5 years. The longest ongoing one has lasted 25 years so far."
        " 8 operations whose end or period is not known are not drawn."
        " More than 100 are counted by whole years: closed above, ongoing below."
    )


def test_groups_with_the_same_share_are_not_told_apart():
    rows = [f"Mali,{start},{start},{activity}" for start in range(2000, 2005) for activity in ("Water", "Health")]
    table = read_intake("\n".join(["Country,Start,End,Activity", *rows]).encode(), "mine.csv").table
    says = draw_group_curves(select(table, Selection()), "activity").says
    assert says == "No two groups have enough periods to compare."


def test_years_that_few_have_reached_are_pale_and_unspoken():
    chart = chart_of(MAKERS[0], region=("Americas", "Europe"))
    assert chart.says == "Of 6 periods 1 has ended: none within 2 years. 5 still run."
    firm, pale = (trace for trace in chart.figure["data"] if trace.get("line", {}).get("width") == 2.5)
    assert (firm["x"][-1], pale["x"][0]) == (3.0, 3.0)
    assert pale["opacity"] < 1


def test_the_number_still_observed_stands_under_each_year():
    axis = chart_of(MAKERS[0]).figure["layout"]["xaxis"]
    assert axis["ticktext"][:3] == ["0<br>33", "5<br>13", "10<br>5"]


def test_periods_can_be_parted_by_a_column_of_ones_own_and_the_title_stays_short():
    donors = [f"Donor with a long name number {number}" for number in range(9)]
    rows = [f"Kenya,2001,{2002 + year},{donor}" for donor in donors for year in range(8)]
    content = "\n".join(["Country,Start,End,Donor", *rows]).encode()
    selected = select(read_intake(content, "a.csv", facets=("Donor",), as_of=date(2010, 12, 31)).table, Selection())
    chart = draw_group_curves(selected, ".Donor")
    assert chart.table["Group"].tolist() == donors
    assert chart.says.startswith("Ended within 5 years: Donor with a long name number 0 50%, ")
    # What trails off ends a sentence by itself.
    assert ", …" in chart.says and "…." not in chart.says and len(chart.says) < 250
