"""What charts say is true for what is shown, and is not what the filter alone makes true, whatever is chosen."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.counts.ask import ask
from analysis.findings.headline import say_headline
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.selection.settings import TimelineSettings
from analysis.table.load import load_built_in
from analysis.views.comparison.compare import compare
from analysis.views.comparison.names import part_names
from exports.brief.brief import brief_tiles
from widgets.draw.activities import draw_activity_years, draw_combinations, draw_groups, draw_matrix, draw_pairs
from widgets.draw.comparison import draw_activities_compared, draw_durations_compared, draw_years_compared
from widgets.draw.durations import draw_durations
from widgets.draw.overview import draw_active, draw_activities, draw_regions, draw_when, draw_where
from widgets.draw.timeline import draw_flow, draw_timeline

CODES = ["IDPs", "DDR", "OCV", "CS", "ND"]
NAMES = {"IDPs": "Internally Displaced People", "CS": "Community Stabilization", "ND": "Natural Disasters"}
SELECTIONS = st.builds(
    Selection,
    region=st.lists(st.sampled_from(["Africa", "Americas", "Asia", "Europe"]), max_size=2, unique=True).map(tuple),
    activity=st.lists(st.sampled_from(CODES), max_size=3, unique=True).map(tuple),
    match=st.sampled_from(["any", "all", "none", "exactly"]),
    status=st.sampled_from([(), (), ("ongoing",), ("closed",)]),
    years=st.sampled_from([None, None, (2003, 2003), (1996, 1999), (2001, 2006)]),
    when=st.sampled_from(["active", "started", "ended"]),
)


def sentences(selection: Selection) -> list[str]:
    """What the charts of all pages and the headline say of a selection of the leaflet."""
    selected = select(load_built_in(), selection)
    overview = [draw(selected) for draw in (draw_where, draw_when, draw_active, draw_activities, draw_regions)]
    activities = [draw(selected) for draw in (draw_pairs, draw_combinations, draw_activity_years)]
    groups = [draw_groups(selected, by) for by in ("region", "subregion", "start")]
    timeline = [draw_timeline(selected, TimelineSettings()), draw_flow(selected)]
    others = [draw_matrix(selected, "count"), draw_durations(selected, "name")]
    charts = [*overview, *activities, *groups, *timeline, *others]
    return [ask(selected, say_headline), *(chart.says for chart in charts)]


@settings(max_examples=80, deadline=None)
@given(SELECTIONS)
def test_nothing_is_said_to_be_all_of_all(selection):
    for says in sentences(selection):
        assert not re.search(r"\b(\d+) of \1\b", says), says


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(list(NAMES)), st.sampled_from(["any", "all"]), SELECTIONS)
def test_a_chosen_activity_is_never_the_one_that_most_have(code, match, other):
    chosen = Selection(region=other.region, status=other.status, activity=(code,), match=match)
    # Together with another activity it may be named: how often they meet is news.
    told = [says for says in sentences(chosen) if " together " not in says and "combination" not in says]
    assert not [says for says in told if re.search(rf"{NAMES[code]} (is|are|in)\b", says) and "only" not in says]


@settings(max_examples=40, deadline=None)
@given(SELECTIONS, SELECTIONS, st.booleans())
def test_two_selections_are_told_apart_by_names_and_never_by_what_parts_them(first, second, left_out):
    comparison = compare(*(select(load_built_in(), selection) for selection in (first, second)), left_out)
    charts = [draw(comparison) for draw in (draw_activities_compared, draw_years_compared, draw_durations_compared)]
    for chart in charts:
        assert not re.search(r"\b(\d+) of \1\b|\bA and B\b|^A[ :]|Kaplan|not reached", chart.says), chart.says
    one, other = part_names(comparison)
    assert one and other and one != other
    for code in {*first.activity, *second.activity} & set(NAMES):
        assert not re.search(rf"differ most.* in [^:]*{NAMES[code]}", charts[0].says), charts[0].says


@settings(max_examples=40, deadline=None)
@given(SELECTIONS)
def test_a_brief_says_no_statistic_and_nothing_of_all_of_all(selection):
    for value, label in brief_tiles(select(load_built_in(), selection)):
        assert not re.search(r"\b(\d+) of \1\b|Kaplan|not reached|average|median", f"{value} {label}")


@settings(max_examples=40, deadline=None)
@given(SELECTIONS)
def test_activities_do_not_begin_and_nothing_is_every_one(selection):
    for says in sentences(selection):
        assert "begin" not in says and "every one" not in says


@settings(max_examples=40, deadline=None)
@given(SELECTIONS, st.sampled_from([("ongoing",), ("closed",)]))
def test_what_still_runs_is_not_told_where_it_was_asked_for(selection, status):
    selected = select(load_built_in(), Selection(region=selection.region, activity=selection.activity, status=status))
    told = [draw(selected).says for draw in (draw_where, draw_when)] + [ask(selected, say_headline)]
    assert not [says for says in told if re.search(r"ongoing|still run|runs no more", says)]


def draw_by_region(selected):
    return draw_groups(selected, "region")


def draw_places(selected):
    return draw_matrix(selected, "count")


@pytest.mark.parametrize(
    ("fields", "draw", "says"),
    [
        ({"activity": ("CS",)}, draw_by_region, "Most common: Internally Displaced People in Africa, 9 operations."),
        ({"activity": ("CS", "DDR"), "match": "all"}, draw_places, "None has all 5 activities shown here."),
        (
            {"activity": ("CS", "IDPs"), "match": "exactly"},
            draw_combinations,
            "Operations with exactly the activities that are chosen.",
        ),
        ({"territory": ("LBN",)}, draw_regions, "Operations by region."),
        ({"years": (2003, 2003)}, draw_active, "Operations that ran in each year."),
        ({"years": (2003, 2003), "when": "started"}, draw_flow, "Operations that ran, started and ended in each year."),
        ({"status": ("closed",)}, draw_when, "The periods of 11 operations."),
        ({"region": ("Americas",)}, draw_active, "Most operations ran in 2004, 2005 and 2006: 2 operations."),
        ({"region": ("Americas",)}, draw_flow, "Never more than one operation started in a year."),
        ({"activity": ("OCV",)}, draw_flow, "The most starts in a year: 2, in 1999."),
        ({"region": ("Europe",)}, draw_when, "All 3 operations shown here are ongoing as of 2006-12-31."),
    ],
)
def test_titles_under_filters(choose_built_in, fields, draw, says):
    assert draw(choose_built_in(**fields)).says == says
