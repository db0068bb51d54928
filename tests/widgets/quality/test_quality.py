"""Readings switched off by the link hold on every page; two tables are compared where both are there."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.intake.read import read_intake
from tests.app_texts import texts

OTHER = """Country,Start,End,Activity
Afghanistan,1992,,"IDPs; DDR; OCV; CS"
Angola,1994,2005,"IDPs; DDR; CS"
Atlantis,1999,2000,CS
"""


@pytest.fixture
def open_page():
    """A function that opens a page by its link's parameters, with further session values."""

    def open_page(page: str, state=None, **query) -> AppTest:
        app = AppTest.from_file(str(Path(__file__).parents[3] / "dashboard.py"), default_timeout=60)
        app.session_state["go_to"] = page
        for name, value in (state or {}).items():
            app.session_state[name] = value
        app.run()
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return open_page


def test_a_reading_switched_off_by_the_link_changes_every_page_and_stays_in_the_link(open_page):
    app = open_page("overview", off=["11.period", "32.country"])
    assert "Switched off: line 11, period: “1999 - 22001” read as “1999 - 2001”" in texts(app)
    assert "<div class='value'>32</div><div class='note'></div>" in texts(app)
    assert app.query_params["off"] == ["11.period", "32.country"]
    app.session_state["go_to"] = "quality"
    app.run()
    assert app.query_params["off"] == ["11.period", "32.country"]
    assert "<th scope='row'>Territories</th><td>33</td><td>→ 32</td>" in texts(app)
    app.button(key="all-on").click().run()
    assert "off" not in app.query_params
    assert "Switched off:" not in texts(app)
    assert "<th scope='row'>Territories</th><td>33</td></tr>" in texts(app)


def test_a_code_that_means_nothing_is_said(open_page):
    app = open_page("quality", off=["11.area"])
    assert "11\\.area means nothing here" in app.warning[0].value
    assert "off" not in app.query_params


def test_the_tables_of_the_page_hold_what_is_wrong_and_what_is_left_out(open_page):
    app = open_page("quality", off="32.country")
    kinds, problems, left_out = (table.value for table in app.dataframe)
    assert kinds["Rows"].tolist() == [1]
    assert problems[["Line", "Column", "Value"]].to_numpy().tolist() == [[32, "country", "Vietnam"]]
    assert left_out.set_index("Count")["Rows"]["the map, countries and regions"] == 1


def test_two_tables_are_compared_and_pairs_can_be_chosen(open_page):
    intake = read_intake(OTHER.encode(), "last.csv", as_of=date(2006, 12, 31))
    app = open_page("changes", {"other-table": intake})
    assert "2 operations are in both tables, 1 of them changed; 30 new, 1 gone." in texts(app)
    app = open_page("changes", {"other-table": intake}, this="earlier", rows="all", key="country")
    assert "2 operations are in both tables, 1 of them changed; 1 new, 30 gone." in texts(app)
    rows = app.dataframe[0].value.set_index("Country or territory")
    assert rows.loc["Angola", ["Change", "Period before", "Period after"]].tolist() == [
        "closed: no longer ongoing", "1994 - ongoing", "1994 - 2005",
    ]  # fmt: skip
    assert rows.loc["Afghanistan", "Change"] == "unchanged"


def test_a_table_of_ones_own_is_checked_and_compared_with_the_built_in_one(open_page):
    own = {"own-table": read_intake(OTHER.encode(), "last.csv", as_of=date(2006, 12, 31))}
    app = open_page("quality", own)
    assert app.dataframe[0].value["What is wrong"].tolist() == ["is not a country or territory that is known"]
    app = open_page("changes", own, other="built-in")
    assert "2 operations are in both tables, 1 of them changed; 1 new, 30 gone." in texts(app)
    app.session_state["view"] = replace(app.session_state["view"], off=("2.End",))
    app.run()
    assert "2 operations are in both tables, 2 of them changed; 1 new, 30 gone." in texts(app)


def test_a_filter_on_a_printed_name_follows_its_reading_when_that_is_switched_on_again(open_page):
    rows = "Country,Start,End,Activity\nMali,2000,2001,wash\nMali,2000,2001,WASH\nChad,2000,2001,WASH\n"
    own = {"own-table": read_intake(rows.encode(), "mine.csv", as_of=date(2006, 12, 31))}
    app = open_page("quality", own, activity="wash", off="2.area")
    assert "1 of 3 operations: with wash" in texts(app)
    app.button(key="all-on").click().run()
    assert "3 of 3 operations: with WASH" in texts(app)


def test_without_a_second_table_the_page_asks_for_one(open_page):
    app = open_page("changes")
    assert not app.dataframe
    said = [caption.value.split(" and ")[0] for caption in app.main.caption]
    assert "It is kept for this session only" in said
