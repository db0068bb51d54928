"""What people bring is kept within limits, and counted until it is let go."""

import gc
from types import SimpleNamespace

import pytest

from analysis.errors import InputError
from analysis.intake import budget
from analysis.intake.draft import choose_column, read_draft, understand

TABLE = b"country,start,end,other\nKenya,2004,2005,2006\nMali,2001,2003,2004\n"


@pytest.fixture
def session(monkeypatch):
    """Who brings, which can be changed; nothing is kept of what other tests brought."""
    gc.collect()
    one = SimpleNamespace(name="first")
    monkeypatch.setattr(budget, "_kept", {})
    monkeypatch.setattr(budget, "_session", lambda: one.name)
    return one


def test_a_table_counts_for_its_session_until_nobody_has_it(session):
    draft = read_draft(TABLE, "a.csv")
    read = budget.kept_bytes("first")
    assert read > len(TABLE) and budget.kept_bytes("second") == 0
    session.name = "second"
    chosen = choose_column(draft, "end", "other")
    intake = understand(chosen)
    assert budget.kept_bytes("second") > 0 and budget.kept_bytes("first") == read
    session_left = budget.kept_bytes("second")
    # The table in use is one of the draft's parts, so the whole draft still counts.
    in_use = draft.first.table
    del draft, chosen, intake
    gc.collect()
    assert (budget.kept_bytes("first"), budget.kept_bytes("second")) == (read, 0) and session_left and in_use
    del in_use
    gc.collect()
    assert budget.kept_bytes() == 0


@pytest.mark.parametrize(
    ("limit", "says", "other_may"),
    [("SESSION_TABLES_BYTES", "Open a new page", True), ("ALL_TABLES_BYTES", "Try again in two minutes", False)],
)
def test_a_table_for_which_there_is_no_room_is_refused_and_counts_for_nothing(
    session, monkeypatch, limit, says, other_may
):
    first = read_draft(TABLE, "a.csv")
    monkeypatch.setattr(budget, limit, int(1.5 * budget.kept_bytes()))
    kept = budget.kept_bytes()
    with pytest.raises(InputError, match=rf"^b\.csv: .*{says}"):
        read_draft(TABLE, "b.csv")
    assert budget.kept_bytes() == kept
    session.name = "second"
    if other_may:
        assert read_draft(TABLE, "b.csv").file == "b.csv"
    del first
    gc.collect()
    assert read_draft(TABLE, "b.csv").file == "b.csv"


def test_a_table_that_cannot_be_read_counts_for_nothing(session):
    with pytest.raises(InputError):
        read_draft(b"", "empty.csv")
    assert budget.kept_bytes() == 0
