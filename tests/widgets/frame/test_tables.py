"""Which table the pages speak of, and what the header says of it."""

import os
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.shared import table as shared
from analysis.shared.file import SharedFile
from tests.app_texts import texts
from widgets.frame import header, tables

TWO = "country,period,area\nKenya,2004,CS\nMali,2005,CS\n"
DASHBOARD = Path(__file__).parents[3] / "dashboard.py"


@pytest.fixture
def put(tmp_path, monkeypatch):
    """A function that writes the file that the setting names, as if long ago."""
    path = tmp_path / "shared.csv"
    monkeypatch.setenv("OPERATIONS_TABLE", str(path))
    monkeypatch.setattr(shared, "_file", SharedFile())
    monkeypatch.setattr(shared, "_PATIENCE_SECONDS", 20)

    def put(content: str) -> None:
        path.write_text(content)
        os.utime(path, (0, 0))

    return put


def test_the_last_good_table_stays_with_a_notice_and_recovers(put):
    put(TWO)
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    assert "Table: shared.csv" in texts(app) and "All 2 operations" in texts(app) and not app.warning
    put("<html>")
    app.run()
    said = app.warning[0].value.replace("\\", "")
    assert "UTC a newer table cannot be shown; this is the last good one. shared.csv: This is a web page" in said
    assert "All 2 operations" in texts(app)
    put(TWO + "Chad,2006,CS\n")
    app.run()
    assert "All 3 operations" in texts(app) and not app.warning


def test_an_open_page_asks_now_and_then_and_renews_itself_with_its_view_kept(put, monkeypatch):
    put(TWO)
    asked = []
    fragment = header.st.fragment
    monkeypatch.setattr(header.st, "fragment", lambda *given, **every: asked.append(every) or fragment(*given, **every))
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    app.query_params["activity"] = "CS"
    app.run()
    assert asked == [{"run_every": 10}] and not app.caption
    put(TWO + "Chad,2006,CS\nTogo,2006,DDR\n")
    app.run()
    assert app.caption[0].value.startswith("The table was renewed at ") and "3 of 4 operations" in texts(app)
    # Whoever goes elsewhere has seen it.
    app.query_params["activity"] = "DDR"
    assert not app.run().caption


def test_a_page_looks_at_the_file_whatever_its_run_holds(put):
    put(TWO)
    seen = tables.newest_shared()
    put(TWO + "Chad,2006,CS\n")
    assert tables.newest_shared() not in (seen, "")
    put("nothing\n")
    shared._file.forget()
    assert tables.newest_shared() == ""


def test_the_built_in_table_is_not_asked_for_again(monkeypatch):
    monkeypatch.delenv("OPERATIONS_TABLE", raising=False)
    monkeypatch.setattr(header, "_look_again", lambda *_: pytest.fail("asked"))
    assert not AppTest.from_file(str(DASHBOARD), default_timeout=60).run().exception


def test_a_table_that_never_was_good_is_one_sentence(put):
    put("nothing\n")
    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    assert len(app.error) == 1 and "shared.csv: There are headings" in app.error[0].value.replace("\\", "")
    put(TWO)
    assert "All 2 operations" in texts(app.run())


def test_the_rows_of_a_table_that_takes_its_time_are_told(monkeypatch):
    told = []

    class Place:
        """Notes what is shown and taken away."""

        def info(self, text: str) -> None:
            told.append(text)

        def empty(self) -> None:
            told.append("")

    progress = iter([0, 20_000, 1_000_000, None])
    monkeypatch.setattr(tables, "shared_progress", lambda *_asked: next(progress))
    monkeypatch.setattr(tables, "sleep", lambda _seconds: None)
    monkeypatch.setattr(tables.st, "empty", Place)
    tables.await_table()
    assert told == ["Reading the table: 20,000 rows so far.", "Reading the table: 1,000,000 rows so far.", ""]
