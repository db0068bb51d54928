"""The tables behind the charts have one heading for one thing, whichever chart they stand behind."""

import pytest

from analysis.reading.activities import activity_names
from analysis.reading.reference import load_reference, territory_names
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.views.comparison.compare import compare
from widgets.draw.activities import draw_activity_years, draw_groups, draw_matrix
from widgets.draw.comparison import draw_activities_compared
from widgets.draw.map import draw_map
from widgets.draw.overview import draw_activities, draw_where
from widgets.draw.sums import facet_words
from widgets.draw.territory import draw_rank

AFRICA = Selection(region=("Africa",))


def compared():
    parts = (select(load_built_in(), AFRICA), select(load_built_in(), Selection(region=("Asia",))))
    return draw_activities_compared(compare(*parts))


BY_ACTIVITY = {
    "overview": lambda chosen: draw_activities(chosen),
    "by region": lambda chosen: draw_groups(chosen, "region"),
    "by start": lambda chosen: draw_groups(chosen, "start"),
    "matrix": lambda chosen: draw_matrix(chosen, "name"),
    "by year": draw_activity_years,
    "compared": lambda _chosen: compared(),
}
BY_PLACE = {
    "overview": draw_where,
    "map": lambda chosen: draw_map(chosen, "operations", "region", False),
    "rank": lambda chosen: draw_rank(chosen, "SDN"),
}


@pytest.mark.parametrize("chart", BY_ACTIVITY)
def test_a_code_stands_under_code_and_a_name_under_activity_area(chart):
    table = BY_ACTIVITY[chart](select(load_built_in(), AFRICA)).table
    at = list(table).index("Code")
    assert list(table)[at + 1] == "Activity area"
    names = activity_names(table["Code"], load_reference())
    assert len(table) and table["Activity area"].tolist() == [names[code] for code in table["Code"]]


@pytest.mark.parametrize("chart", BY_PLACE)
def test_a_place_has_its_code_under_iso3_and_its_name_under_country_or_territory(chart):
    table = BY_PLACE[chart](select(load_built_in(), AFRICA)).table
    assert list(table)[:2] == ["ISO3", "Country or territory"]
    names = territory_names(load_reference())
    assert len(table) and table["Country or territory"].tolist() == [names[iso3] for iso3 in table["ISO3"]]


def test_what_sums_are_by_is_called_the_same():
    heading, names = facet_words(load_built_in(), "activity", ["CS"])
    assert (heading, names) == ("Activity area", {"CS": "Community Stabilization"})
