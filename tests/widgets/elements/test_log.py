"""What is said of a view that was shown."""

import json
from dataclasses import replace

import pytest

from analysis.selection.selection import Selection
from analysis.selection.settings import PAGE_SETTINGS
from analysis.view import View
from widgets.elements.log import log_view

AFRICA = View("timeline", Selection(region=("africa",)), settings=PAGE_SETTINGS["timeline"]())


@pytest.mark.parametrize(
    ("view", "says"),
    [
        (AFRICA, {"page": "timeline", "asked": "region=africa", "own_table": False, "seconds": 0.0123}),
        (replace(AFRICA, table="secret.csv"), {"page": "timeline", "asked": "", "own_table": True, "seconds": 0.0123}),
    ],
)
def test_a_view_is_a_line_without_a_text_of_ones_own_table(view, says, monkeypatch, capsys):
    monkeypatch.setenv("OPERATIONS_LOG", "1")
    log_view(view, 0.01234)
    line = json.loads(capsys.readouterr().out)
    assert line.pop("at").endswith("+00:00")
    assert line == says


def test_nothing_is_said_unless_asked_for(monkeypatch, capsys):
    monkeypatch.delenv("OPERATIONS_LOG", raising=False)
    log_view(AFRICA, 1)
    assert capsys.readouterr().out == ""
