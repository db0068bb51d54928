"""A page whose counts cannot be had says why, and is there again once they can."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from analysis.counts.ask import forget_answers
from analysis.errors import InputError

DASHBOARD = Path(__file__).parents[3] / "dashboard.py"


def test_where_workers_are_not_reached_a_sentence_says_so(monkeypatch):
    def lost(*_asked):
        raise InputError("Nobody answers.")

    app = AppTest.from_file(str(DASHBOARD), default_timeout=60).run()
    with monkeypatch.context() as patched:
        patched.setattr("analysis.counts.ask._work_out", lost)
        forget_answers()
        app.query_params["region"] = "Oceania"
        app.run()
    assert [error.value for error in app.error] == ["Nobody answers\\."] and not app.exception
    app.run()
    assert not app.error and not app.exception
