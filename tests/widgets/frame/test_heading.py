"""What heads every page: its name, the selection in words, and the title of the browser's tab."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.selection.select import select
from analysis.selection.selection import Selection
from tests.app_texts import heading
from widgets.frame.heading import tab_title
from widgets.frame.navigation import PAGE_TITLES

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(("page", "title"), PAGE_TITLES.items())
def test_each_page_is_headed_by_its_name(page, title):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.session_state["go_to"] = page
    app.run()
    assert (heading(app)["title"], heading(app)["sentence"]) == (title, "All 32 operations")
    assert not app.title


def test_conditions_stand_under_the_sentence(open_link):
    head = heading(open_link("overview", region="africa", activity="CS"))
    assert [text for text, _label in head["chips"]] == ["Africa", "Community Stabilization"]
    assert head["chips"][0][1] == "Africa: remove this condition"


def test_the_tab_says_the_page_and_what_it_speaks_of(built_in):
    chosen = select(built_in, Selection(region=("Africa",), activity=("CS",)))
    assert tab_title("timeline", chosen) == "Timeline: 12 operations in Africa, with Community Stabilization"
    assert tab_title("overview", select(built_in, Selection())) == "Overview: 32 operations"


@pytest.fixture
def open_link():
    """A function from a page and its parameters to the page."""

    def open_link(page: str, **query: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        app.session_state["go_to"] = page
        app.run()
        for name, value in query.items():
            app.query_params[name] = value
        return app.run()

    return open_link
