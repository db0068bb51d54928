"""What the charts of the first screen say and show."""

import pytest

from widgets.draw.overview import draw_active, draw_activities, draw_regions, draw_when, draw_where

TIED = [("Kenya", "2000 - 2001", "CS"), ("Nepal", "2001", "DDR"), ("Chad", "2005", "DDR"), ("Laos", "2005", "CS")]


def test_those_that_share_the_first_place_are_all_named(choose):
    selected = choose(TIED)
    assert draw_activities(selected).says.endswith("are in 2 of 4 operations each.")
    assert "Community Stabilization" in draw_activities(selected).says
    assert draw_regions(selected).says == "Africa and Asia have 2 of 4 operations each."
    assert draw_active(selected).says == "Most operations ran in 2001 and 2005: 2 operations."


def test_what_all_have_is_said_of_what_is_shown_alone(choose):
    selected = choose(TIED[:1])
    assert draw_regions(selected).says == "The 1 operation shown here is in Africa."
    assert draw_regions(choose([TIED[0], TIED[2]])).says == "All 2 operations shown here are in Africa."


@pytest.mark.parametrize(
    ("match", "says", "bars"),
    [
        ("any", "Operations with each activity, as if it alone were chosen.", {"CS": 2, "DDR": 2}),
        ("none", "Operations left when an activity is added to those chosen.", {"CS": 2}),
    ],
)
def test_bars_of_a_facet_that_is_filtered_are_what_the_filters_count(choose, match, says, bars):
    chart = draw_activities(choose(TIED, activity=("CS",), match=match))
    assert chart.says == says
    drawn = chart.figure["data"][0]
    assert dict(zip(drawn["customdata"], drawn["x"], strict=True)) == bars


def test_bars_beside_the_chosen_ones_are_pale_with_an_edge(choose):
    marker = draw_regions(choose(TIED, region=("Africa",))).figure["data"][0]["marker"]
    (africa, asia), (_edge, asian_edge) = marker["color"], marker["line"]["color"]
    assert len(africa) == 7 and asia == f"{asian_edge}38" and marker["line"]["width"] > 0
    assert draw_regions(choose(TIED)).figure["data"][0]["marker"]["line"]["width"] == 0


def test_the_map_tells_where_something_still_runs_and_dots_what_is_too_small(choose):
    rows = [("Sudan", "1999 - on going", "CS"), ("East Timor", "2000", "CS"), ("Kosovo", "2001 - on going", "CS")]
    chart = draw_where(choose(rows))
    fills, hatching, dots = chart.figure["data"]
    assert chart.says == "Operations in 3 countries and territories, ongoing in 2."
    assert dict(zip(fills["locations"], fills["z"], strict=True)) == {"SDN": 1, "TLS": 0, "XKX": 1}
    assert dots["customdata"] == ["XKX", "TLS"] and hatching["name"].startswith("South Sudan")
    assert len(draw_where(choose(rows[1:])).figure["data"]) == 2


def test_many_operations_are_bars_by_year_in_place_of_lines(choose):
    rows = [("Kenya", "2000 - 2001", "CS")] * 41
    assert draw_when(choose(rows[:40])).says.startswith("None of the 40 operations shown here is")
    assert draw_when(choose(rows)).says == "Most operations ran in 2000 and 2001: 41 operations."


def test_a_table_without_a_place_has_an_empty_map(choose):
    chart = draw_where(choose([("Atlantis", "2001", "CS")]))
    assert chart.table.empty
