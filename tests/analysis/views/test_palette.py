"""One colour for each activity, wherever it is drawn."""

from itertools import combinations, product

import pytest

from analysis.views.palette import (
    ACTIVITY_COLOURS,
    MORE_COLOURS,
    OTHER_COLOUR,
    REGION_COLOURS,
    activity_colours,
    colour_codes,
)
from tests.colour_distance import SIGHTS, distance, lab

PALETTES = {"regions": {*REGION_COLOURS.values()}, "activities": {*ACTIVITY_COLOURS.values(), *MORE_COLOURS}}


def test_activities_of_the_leaflet_keep_their_colours():
    assert colour_codes(["CS", "ND"]) == {"CS": "#999933", "ND": "#1A85FF"}


def test_further_activities_get_free_colours_and_then_grey():
    codes = ["CS", *(f"new {number}" for number in range(5))]
    shades = colour_codes(codes)
    assert shades["new 4"] == OTHER_COLOUR
    assert len({shades[code] for code in codes[:-1]}) == 5


def test_the_most_common_activities_of_a_table_come_first(make_table):
    table = make_table([("Kenya", "2004", "Wells"), ("Mali", "2004", "Roads; Wells"), ("Chad", "2005", "Wells")])
    assert activity_colours(table) == {"Wells": "#CC79A7", "Roads": "#117733"}


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("palette", PALETTES)
def test_any_two_of_a_palette_are_told_apart_by_every_sight(palette, sight):
    colours = {colour: lab(colour, sight) for colour in PALETTES[palette]}
    too_near = {pair for pair in combinations(colours, 2) if distance(*(colours[colour] for colour in pair)) < 14}
    assert too_near == set()


@pytest.mark.parametrize(("sight", "least"), [("normal", 12), ("protanope", 6), ("deuteranope", 6), ("tritanope", 6)])
def test_no_region_has_the_colour_of_an_activity(sight, least):
    pairs = product(*([lab(colour, sight) for colour in colours] for colours in PALETTES.values()))
    assert min(distance(*pair) for pair in pairs) >= least


def test_each_region_and_each_activity_has_a_colour_of_its_own():
    assert len(PALETTES["regions"]) == len(REGION_COLOURS)
    assert len(PALETTES["activities"]) == len(ACTIVITY_COLOURS)
