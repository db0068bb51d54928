"""Work done in a process of its own gives the same, and what goes wrong there is one sentence here."""

import os
import signal
import sys
import time
from threading import BoundedSemaphore

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.intake import isolated
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.isolated import run_apart
from analysis.intake.packing import pack, unpack
from analysis.intake.progress import tell_rows, telling
from analysis.intake.read import read_intake
from analysis.reading.reference import load_reference, reference_elsewhere
from analysis.selection.select import select
from analysis.selection.selection import Selection

CONTENT = b"Title,,\nCountry,,Start\n#country,,#date+start\nKenya,x,2004\nTotal,,1\n"


def test_what_a_child_reads_is_what_is_read_here():
    there, here = run_apart(read_intake, CONTENT, "some.csv"), read_intake(CONTENT, "some.csv")
    pd.testing.assert_frame_equal(there.sheet.cells, here.sheet.cells)
    pd.testing.assert_frame_equal(there.table.operations, here.table.operations)
    pd.testing.assert_frame_equal(there.table.spells, here.table.spells)
    for part in ("repeated", "tags", "skipped", "notes", "sheet", "sheets"):
        assert getattr(there.sheet, part) == getattr(here.sheet, part)
    assert (there.columns, there.as_of, there.table.content_hash) == (here.columns, here.as_of, here.table.content_hash)


def test_what_both_sides_have_does_not_travel():
    reference = load_reference()
    assert unpack(pack(reference)) is reference
    assert read_intake(CONTENT).table.reference is reference_elsewhere(reference)
    assert run_apart(read_intake, CONTENT).table.reference is reference_elsewhere(reference)


def test_what_was_kept_on_a_value_stays_where_it_is():
    table = read_intake(CONTENT).table
    assert select(table, Selection(region=("Africa",))).count == 1
    again = unpack(pack(table))
    assert set(vars(again)) < set(vars(table))
    assert select(again, Selection(region=("Africa",))).count == 1


def test_the_childs_sentence_is_ours():
    with pytest.raises(InputError, match=r"^This is JSON, not a table"):
        run_apart(read_cells, b'[{"country": "Kenya"}]')


def test_a_child_that_takes_too_long_is_stopped():
    with pytest.raises(InputError, match="took longer than 1 seconds"):
        run_apart(time.sleep, 60, seconds=1)


def test_a_child_that_takes_too_much_memory_is_refused():
    with pytest.raises(InputError, match=r"took more memory than it may \(600 MB\)"):
        run_apart(bytearray, 10**9, memory_bytes=600_000_000)


@pytest.mark.parametrize("work", [(os.abort,), (signal.raise_signal, 9), (os._exit, 1), (int, "x")], ids=str)
def test_a_child_that_ends_in_another_way_is_one_sentence(work):
    with pytest.raises(InputError, match=r"^(The table could not be read|Reading the table took more memory)"):
        run_apart(*work)


def test_what_the_child_prints_is_no_part_of_the_answer():
    assert run_apart(print, "printed") is None
    assert run_apart(sys.getsizeof, b"") == sys.getsizeof(b"")


def test_the_child_tells_how_far_it_is():
    told: list[int] = []
    with telling(told.append):
        run_apart(tell_rows, 12)
    assert told == [12]


def test_who_finds_all_readers_at_work_is_told_so(monkeypatch):
    readers = BoundedSemaphore(1)
    readers.acquire()
    monkeypatch.setattr(isolated, "_readers", readers)
    monkeypatch.setattr(isolated, "READER_WAIT_SECONDS", 0.01)
    with pytest.raises(InputError, match="Many tables are being read at this moment"):
        run_apart(read_cells, CONTENT)


def test_a_reader_that_ended_meanwhile_is_replaced():
    run_apart(tell_rows, 1)
    waiting = isolated._spare._next
    waiting._process.kill()
    waiting._process.wait()
    assert run_apart(max, 1, 2) == 2
