"""What a click on a chart makes of the selection in force."""

import pytest

from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.view import default_view
from widgets.frame import session, view
from widgets.frame.link import Link


@pytest.fixture(autouse=True)
def held(monkeypatch):
    """A session without a browser, and the leaflet's table in use."""
    state = {"view": default_view("overview"), "link": Link({})}
    monkeypatch.setattr(session.st, "session_state", state)
    monkeypatch.setattr(view, "current_table", load_built_in)
    return state


def test_a_choice_is_taken_and_let_go():
    view.toggle_choice("region", "Asia")
    view.toggle_choice("region", "Africa")
    assert view.current_selection() == Selection(region=("Africa", "Asia"))
    view.toggle_choice("region", "Asia")
    assert view.current_selection() == Selection(region=("Africa",))


def test_a_region_drops_the_territories_outside_it(held):
    view.toggle_choice("territory", "AFG")
    view.toggle_choice("region", "Africa")
    assert view.current_selection() == Selection(region=("Africa",))
    assert held["dropped"] == ["Afghanistan"]


@pytest.mark.parametrize("match", ["all", "exactly"])
def test_activities_together_are_asked_for_and_let_go(match):
    view.toggle_activities('["DDR", "CS"]', match)
    assert view.current_selection() == Selection(activity=("DDR", "CS"), match=match)
    view.toggle_activities('["DDR", "CS"]', match)
    assert view.current_selection() == Selection()


def test_one_activity_alone_is_any():
    view.toggle_activities('["CS"]', "exactly")
    view.toggle_choice("activity", "CS")
    assert view.current_selection() == Selection()


def test_a_year_is_asked_for_and_let_go():
    view.toggle_year("2004")
    assert view.current_selection().years == (2004, 2004)
    view.toggle_year("2004")
    assert view.current_selection().years is None


@pytest.mark.parametrize(
    ("drawn", "years"),
    [([1999, 2003], (1999, 2003)), ([2003, 1999], (1999, 2003)), ([1900, 1990], (1982, 1990)), ([1982, 2006], None)],
)
def test_years_drawn_over_are_those_of_the_table(drawn, years):
    view.choose_years(drawn)
    assert view.current_selection().years == years


@pytest.mark.parametrize("odd", [None, "1999", [1999], [1999, "2003"], [1999.5, 2003.5], {"first": 1999}, [None, None]])
def test_what_no_chart_can_send_changes_nothing(odd):
    view.toggle_year("2004")
    view.choose_years(odd)
    assert view.current_selection().years == (2004, 2004)


def test_no_years_drawn_over_let_them_go():
    view.toggle_year("2004")
    view.choose_years([])
    assert view.current_selection() == Selection()


def test_an_operation_is_shown_beside(held):
    view.open_operation("11")
    assert held["details"] == ("operation", "11")
