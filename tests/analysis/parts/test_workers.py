"""The same answers from workers of this machine, whatever becomes of one of them."""

import json
import os
import random
import signal
import sys

import pytest

from analysis.__main__ import main
from analysis.counts.ask import ask, forget_answers
from analysis.counts.key_numbers import find_key_numbers
from analysis.counts.summary import summarise
from analysis.errors import InputError
from analysis.findings import find_standouts
from analysis.intake.read import load_intake
from analysis.parts import workers
from analysis.parts.connect import connect
from analysis.parts.workers import on_workers
from analysis.selection.select import select
from analysis.selection.selection import Selection, canonical
from analysis.views.map.points import count_points
from tests.pieces import PERIODS, PLACES, same_answers, write_pieces
from tests.tables import make_table

pytest.importorskip("distributed")
ROWS = [(place, period, area) for place in PLACES for period in PERIODS for area in ("CS", "IDPs, DDR", "wash", "")]
TABLE = make_table(ROWS)


def random_selections(count: int) -> list[Selection]:
    """So many selections of the made-up table, the same each time."""
    some = random.Random(2006)

    def pick(*options):
        return some.choice(options)

    made = [
        Selection(
            region=pick((), ("Africa",), ("Asia", "Europe")),
            activity=pick((), ("CS",), ("DDR", "wash")),
            match=pick("any", "all", "none", "exactly"),
            years=pick(None, (2000, 2003), (2005, 2005)),
            when=pick("active", "started", "ended"),
            status=pick((), (), ("closed",)),
            search=pick("", "", "ko"),
        )
        for _turn in range(count)
    ]
    return [canonical(selection, TABLE) for selection in made]


@pytest.fixture(scope="module", params=[1, 2, 4])
def client(request):
    """A client of so many workers on this machine."""
    client = connect(request.param)
    yield client
    client.close()
    client.cluster.close()


def answers(table, selection: Selection) -> tuple:
    """What is said of a selection, worked out anew."""
    forget_answers()
    selected = select(table, selection)
    return ask(selected, summarise), ask(selected, find_standouts)


def test_numbers_are_the_same_from_workers_and_bring_no_row_here(client):
    parted = on_workers(TABLE, lambda: client)
    for selection in random_selections(6):
        found, expected = answers(parted, selection), answers(TABLE, selection)
        assert json.dumps(found[0]) == json.dumps(expected[0]) and found == expected
    assert "whole" not in vars(parted) and parted.parts.head.operations.empty
    same_answers(parted.operations, TABLE.operations, "operations")


def test_what_was_asked_together_before_goes_out_in_one_message(client, monkeypatch):
    parted, sent, submit = on_workers(TABLE, lambda: client), [], client.submit
    monkeypatch.setattr(client, "submit", lambda *asked, **how: sent.append(asked) or submit(*asked, **how))
    messages = []
    for region in ("Africa", "Asia", "Europe"):
        sent.clear()
        forget_answers()
        selected = select(parted, Selection(region=(region,)))
        ask(selected, summarise)
        assert (selected.count, selected.total) == (select(TABLE, selected.selection).count, len(ROWS) - 28)
        messages.append(len(sent) / len(parted.parts._parts))
    # What a summary asks is found out from a table without rows, but for what it asks of rows that it finds.
    assert messages[0] <= 2 and messages[1:] == [1, 1]


def test_what_workers_fold_is_counted_here_without_a_message(client, monkeypatch):
    monkeypatch.setattr(workers, "FOLDED_FROM", 1)
    table = make_table(ROWS[:40] * 10)
    parted = on_workers(table, lambda: client)
    assert len(parted.parts.folded.operations) <= 40 and parted.parts.folded.row_count == 400
    monkeypatch.setattr(parted.parts, "_ask", None)
    for selection in random_selections(3):
        forget_answers()
        found = ask(select(parted, selection), find_key_numbers), ask(select(parted, selection), count_points)
        forget_answers()
        expected = ask(select(table, selection), find_key_numbers), ask(select(table, selection), count_points)
        same_answers(found, expected, "folded")


def test_what_is_too_long_to_bring_is_folded_where_it_lies(client, monkeypatch):
    monkeypatch.setattr(workers, "FOLDED_FROM", 1)
    monkeypatch.setattr(workers, "MOST_FOLDED", 1)
    table = make_table(ROWS[:40] * 10)
    parted = on_workers(table, lambda: client)
    folded = client.gather(parted.parts._folded_parts)
    assert parted.parts.folded is None and all(0 < len(part.table.operations) <= 40 for part in folded)
    for selection in random_selections(3):
        assert answers(parted, selection) == answers(table, selection)


def kill_one(client) -> None:
    """Kill a worker the hard way."""
    os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)


def test_a_worker_that_is_killed_changes_no_number(client):
    parted = on_workers(TABLE, lambda: client, lambda: TABLE)
    for selection in random_selections(2):
        client.wait_for_workers(1)
        kill_one(client)
        assert answers(parted, selection) == answers(TABLE, selection)


def test_without_workers_a_sentence_says_so_and_kept_answers_stay():
    client = connect(1)
    parted = on_workers(TABLE, lambda: client)
    forget_answers()
    kept = ask(select(parted, Selection()), find_key_numbers)
    client.cluster.close()
    with pytest.raises(InputError, match="The workers that hold the table cannot be reached"):
        ask(select(parted, Selection(region=("Asia",))), summarise)
    assert ask(select(parted, Selection()), find_key_numbers) is kept
    client.close()


def test_workers_of_another_version_are_refused(monkeypatch):
    client = connect(1)
    monkeypatch.setattr(client, "run", lambda _asked: {"tcp://there:1": "another"})
    with pytest.raises(InputError, match="tcp://there:1 has another version of the dashboard"):
        on_workers(TABLE, lambda: client)
    monkeypatch.setattr(client, "run", lambda _asked: exec("import no_dashboard_there"))
    with pytest.raises(InputError, match="A worker has no dashboard"):
        on_workers(TABLE, lambda: client)
    client.close()
    client.cluster.close()


def test_what_is_not_installed_is_said_in_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"pip install -r requirements-distributed\.txt"):
        connect(1)


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr("analysis.parts.connect.CONNECT_SECONDS", 1)
    with pytest.raises(InputError, match=r"The scheduler tcp://127\.0\.0\.1:9 does not answer"):
        connect("tcp://127.0.0.1:9")


def test_the_command_says_the_same_from_pieces_and_workers(tmp_path, capsys):
    folder = write_pieces(tmp_path / "p", ROWS, [100, 200], "parquet")
    assert load_intake(folder).table.row_count == len(ROWS)
    said = []
    for scheduler in ("0", "2"):
        assert main(["summary", str(folder), "--region", "Africa", "--scheduler", scheduler]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]


@pytest.mark.parametrize("scheduler", ["many", "-1", "65", "http://here:1", "tcp://here"])
def test_what_is_no_scheduler_is_refused(scheduler, capsys):
    assert main(["summary", "--scheduler", scheduler]) == 2
    assert "scheduler must be an address such as tcp://10.0.0.1:8786" in capsys.readouterr().err
