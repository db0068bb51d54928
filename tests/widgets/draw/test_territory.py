"""Where a territory stands, in a sentence and as bars."""

import re

import plotly.graph_objects as go
import pytest

from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.views.territory.rank import region_of
from widgets.draw.territory import draw_own_timeline, draw_rank


@pytest.mark.parametrize(
    ("iso3", "says"),
    [
        (
            "TLS",
            "Timor-Leste in Asia: 4 years active (place 6 of 13, shared with Indonesia and Sri Lanka),"
            " 4 activities (place 1 of 13, shared with Afghanistan and Indonesia).",
        ),
        (
            "SDN",
            "Sudan in Africa: 25 years active (place 1 of 13), 2 activities (place 4 of 13, shared with 8 others).",
        ),
        (
            "LBN",
            "Lebanon in Asia: 1 year active (last of 13), 1 activity (place 10 of 13, shared with Armenia, Azerbaijan"
            " and Georgia).",
        ),
        ("SSD", "South Sudan has no operation; Africa has operations in these."),
    ],
)
def test_the_title_gives_rank_and_value(iso3, says):
    chart = draw_rank(region_of(select(load_built_in(), Selection()), iso3), iso3)
    assert chart.says == says
    assert len(chart.table) == 13
    go.Figure(chart.figure)


def test_dated_facts_stand_in_words_beside_the_bars_that_they_explain(choose_built_in):
    chart = draw_own_timeline(choose_built_in(territory=("TLS",)))
    go.Figure(chart.figure)
    (told,) = chart.figure["layout"]["annotations"]
    assert told["text"].replace("<br>", " ") == (
        "2006-06: Violence breaks out again in East Timor (Timor-Leste): IOM responds"
    )
    assert 2006 < told["x"] < 2007 and told["xanchor"] == "right"
    assert not draw_own_timeline(choose_built_in(territory=("AGO",))).figure["layout"]["annotations"]


def test_no_territory_is_said_to_be_all_of_all(choose_built_in):
    table = load_built_in()
    for iso3 in table.reference.territories.index:
        own = choose_built_in(territory=(iso3,))
        if own.count:
            says = [draw_own_timeline(own).says, draw_rank(region_of(own, iso3), iso3).says]
            assert not re.search(r"\b(\d+) of \1\b", " ".join(says)), says
