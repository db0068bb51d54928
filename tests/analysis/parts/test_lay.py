"""Workers read pieces themselves, and the process that shows the table never has its rows."""

import os
import signal
import time
from contextvars import copy_context
from functools import partial

import pytest

from analysis.errors import InputError
from analysis.intake.progress import telling
from analysis.intake.read import load_intake, load_up_to
from analysis.parts.connect import connect
from analysis.parts.together import set_check
from analysis.parts.workers import read_by_workers
from analysis.selection.selection import Selection
from analysis.shared import read
from analysis.shared.read import read_file, read_whole, table_state
from analysis.shared.setting import Setting
from tests.analysis.parts.test_workers import ROWS, answers
from tests.pieces import write_pieces

pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def client():
    """A client of two workers on this machine."""
    client = connect(2)
    yield client
    client.close()
    client.cluster.close()


def test_what_workers_read_counts_as_the_whole_though_all_are_killed(tmp_path, client):
    folder, told = write_pieces(tmp_path / "p", ROWS, [100, 200], "parquet"), []
    with telling(told.append):
        parted = read_by_workers(lambda: client, partial(load_up_to, str(folder)), 60)
    whole = load_intake(folder).table
    assert parted.parts.head.operations.empty and parted.row_count == len(ROWS) == told[-1]
    assert len(parted.parts._parts) == 2
    for kill in (False, True):
        if kill:
            for number in client.run(os.getpid).values():
                os.kill(number, signal.SIGKILL)
        for selection in (Selection(), Selection(region=("Africa",), years=(2000, 2003))):
            assert answers(parted, selection) == answers(whole, selection)
    assert "whole" not in vars(parted)


def test_what_nobody_waits_for_any_more_is_let_go(tmp_path, client):
    class LeftError(BaseException):
        """Raised where a view was left."""

    def leave() -> None:
        looked.append(len(client.futures))
        if len(looked) > 1:
            raise LeftError

    folder = write_pieces(tmp_path / "p", ROWS, [], "csv")
    parted, looked = read_by_workers(lambda: client, partial(load_up_to, str(folder)), 60), []
    answers(parted, Selection())
    busy = [client.submit(time.sleep, 3, pure=False) for _worker in range(2)]
    context = copy_context()
    context.run(set_check, leave)
    with pytest.raises(LeftError):
        context.run(answers, parted, Selection(region=("Africa",)))
    deadline = time.monotonic() + 20
    while (left := [key for key in client.futures if key.startswith("_answer-")]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not left and len(busy) == 2
    assert answers(parted, Selection()) == answers(load_intake(folder).table, Selection())


def test_a_piece_that_is_broken_or_changes_while_it_is_read_is_named(tmp_path, client, monkeypatch):
    def read_slowly(setting: Setting):
        with (folder / "part-1.csv").open("a") as file:
            file.write("Mali,2004,CS\n")
        return read_file(setting)

    folder = write_pieces(tmp_path / "p", ROWS, [100], "csv")
    monkeypatch.setattr("analysis.shared.read.the_client", lambda _scheduler: client)
    setting = Setting(folder, scheduler=2)
    before = table_state(setting)
    with monkeypatch.context() as patched, pytest.raises(InputError, match=r"^part-1.csv is being rewritten\.$"):
        patched.setattr(read, "read_file", read_slowly)
        read._read_unchanged(setting, before)
    with pytest.raises(InputError, match=r"^p: p is being rewritten\.$"):
        read_whole(setting, before, False)
    (folder / "part-1.csv").write_bytes(b"PAR1 half")
    with pytest.raises(InputError, match=r"^p: part-1.csv: This Parquet file is damaged"):
        read_whole(setting, table_state(setting), False)
