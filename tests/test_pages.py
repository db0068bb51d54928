"""Every page runs with all kinds of selections."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from widgets.frame.navigation import PAGE_TITLES

SELECTIONS = [
    {},
    {"region": ["africa", "asia"]},
    {"region": "europe", "activity": "ND"},
    {"territory": "XKX"},
    {"activity": ["CS", "IDPs"], "match": "exactly"},
    {"activity": ["DDR"], "match": "none", "status": "closed"},
    {"years": "1982-1982"},
    {"years": "1996-1999", "when": "ended"},
    {"search": "ivory"},
    {"as_of": "1981-01-01"},
    {"as_of": "1999-06-30", "region": "asia"},
    {"status": "unknown"},
    {"subregion": "southern-europe", "row": "21", "sort": "odd"},
]


@pytest.mark.parametrize("page", PAGE_TITLES)
@pytest.mark.parametrize("query", SELECTIONS, ids=str)
def test_a_page_runs(page, query):
    app = AppTest.from_file(str(Path(__file__).parent.parent / "dashboard.py"), default_timeout=60)
    app.session_state["go_to"] = page
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert app.session_state["view"].page == page
    assert not app.exception
    assert [button.label for button in app.sidebar.button] == ["Clear all filters"]
