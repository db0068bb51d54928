"""One colour for each activity, wherever it is drawn."""

from analysis.views.palette import OTHER_COLOUR, activity_colours, colour_codes


def test_activities_of_the_leaflet_keep_their_colours():
    assert colour_codes(["CS", "ND"]) == {"CS": "#999933", "ND": "#1A85FF"}


def test_further_activities_get_free_colours_and_then_grey():
    codes = ["CS", *(f"new {number}" for number in range(8))]
    shades = colour_codes(codes)
    assert shades["new 7"] == OTHER_COLOUR
    assert len({shades[code] for code in codes[:-1]}) == 8


def test_the_most_common_activities_of_a_table_come_first(make_table):
    table = make_table([("Kenya", "2004", "Wells"), ("Mali", "2004", "Roads; Wells"), ("Chad", "2005", "Wells")])
    assert activity_colours(table) == {"Wells": "#CC79A7", "Roads": "#117733"}
