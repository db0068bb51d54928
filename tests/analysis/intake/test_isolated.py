"""Cells read in a process of its own are the same, and what goes wrong there is one sentence here."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.isolated import pack_sheet, read_cells_apart, unpack_sheet

CONTENT = b"Title,,\nCountry,,Start\n#country,,#date+start\nKenya,x,2004\nTotal,,1\n"


def test_a_sheet_survives_packing():
    sheet = read_cells(CONTENT)
    again = unpack_sheet(pack_sheet(sheet))
    pd.testing.assert_frame_equal(again.cells, sheet.cells)
    assert again.lines.tolist() == sheet.lines.tolist()
    for part in ("repeated", "tags", "skipped", "notes", "sheet", "sheets"):
        assert getattr(again, part) == getattr(sheet, part)


def test_the_child_reads_the_same_cells():
    pd.testing.assert_frame_equal(read_cells_apart(CONTENT).cells, read_cells(CONTENT).cells)


def test_the_childs_sentence_is_ours():
    with pytest.raises(InputError, match="This is JSON, not a table"):
        read_cells_apart(b'[{"country": "Kenya"}]')


def test_a_child_that_takes_too_long_is_stopped():
    with pytest.raises(InputError, match="took longer than"):
        read_cells_apart(CONTENT, seconds=0.05)


def test_a_child_that_takes_too_much_memory_is_refused():
    with pytest.raises(InputError, match="took more memory than it may"):
        read_cells_apart(CONTENT, memory_bytes=150_000_000)
