"""The page of operations and what stands at its foot."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app_texts import component_data
from widgets.operations import rows

NOTE = "Kosovo*: this designation is without prejudice"


def open_page(page: str) -> AppTest:
    app = AppTest.from_file(str(Path(rows.__file__).parents[2] / "dashboard.py"), default_timeout=60)
    app.session_state["go_to"] = page
    return app.run()


def test_the_rows_to_copy_are_those_of_the_part_that_is_shown(monkeypatch):
    monkeypatch.setattr(rows, "PAGE_ROWS", 10)
    app = open_page("operations")
    app.number_input(key="part").set_value(4).run()
    shown = [row[0] for row in component_data(app, "rows")["rows"]]
    copied = component_data(app, "copy", key="copy-rows")["text"].splitlines()
    assert len(shown) == 2
    assert [line.split("\t")[0] for line in copied[1:]] == shown


@pytest.mark.parametrize(("page", "times"), [("overview", 1), ("operations", 1), ("durations", 1), ("about", 0)])
def test_the_note_on_kosovo_stands_once_at_the_foot_of_a_page_that_names_it(page, times):
    app = open_page(page)
    assert [caption.value.replace("\\", "").startswith(NOTE) for caption in app.caption].count(True) == times
    assert NOTE not in " ".join(caption.value.replace("\\", "") for caption in app.caption[:-1])
