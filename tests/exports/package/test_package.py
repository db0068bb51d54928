"""The ZIP is a valid Data Package of exactly the view, and our own loader reads it back."""

import csv
import io
import json
import zipfile

import frictionless
import pytest
from pandas.testing import assert_frame_equal

from analysis.reading.reference import load_reference
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.build import build_table
from analysis.table.columns import OPERATION_COLUMNS
from analysis.table.load import read_rows
from exports.handover import Handover
from exports.package.package import operations_zip
from tests.handovers import handover

PAGE = "http://127.0.0.1:8501/operations"


@pytest.fixture
def view(choose_built_in) -> Handover:
    """The operations in Asia, the latest first."""
    selected = choose_built_in(region=("Asia",))
    return handover(selected, sort="start", descending=True, address=PAGE, made_at="2026-01-02 10:00")


def unpack(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def validate(content: bytes, folder) -> list:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        packed.extractall(folder)
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [*report.errors, *(error.message for task in report.tasks for error in task.errors)]


def test_the_parts_of_the_package(view):
    names = ["operations.csv", "spells.csv", "readings.csv", "datapackage.json", "README.txt"]
    assert list(unpack(operations_zip(view))) == names


def test_it_is_valid(view, tmp_path):
    assert validate(operations_zip(view), tmp_path) == []


def test_it_is_valid_with_cells_that_could_run_and_with_gaps(choose, tmp_path):
    rows = [("=cmd", "once", "CS, @x", "=1"), ("Mali", "2001 - ?", "", "2"), ("Chad", "2001", "CS", "")]
    selected = choose(rows, further=["=note"])
    content = operations_zip(handover(selected, columns=(*OPERATION_COLUMNS, "=note")))
    assert validate(content, tmp_path) == []


def test_an_empty_view_is_valid(choose, tmp_path):
    content = operations_zip(handover(choose([("Mali", "2001", "CS")], search="nowhere")))
    assert validate(content, tmp_path) == []


def test_operations_are_the_rows_of_the_view_in_its_order(view):
    rows = read(unpack(operations_zip(view))["operations.csv"])
    assert [row["name"] for row in rows] == view.rows["name"].tolist()
    assert list(rows[0])[:4] == ["country", "period", "area", "source_line"]
    assert rows[-1]["country"] == "Afghanistan" and rows[-1]["area"] == "IDPs, DDR, OCV, CS"


def test_spells_and_readings_are_those_of_the_rows(view):
    parts = unpack(operations_zip(view))
    timor = [row for row in read(parts["spells.csv"]) if row["source_line"] == "11"]
    assert [(row["start"], row["end"], row["status"]) for row in timor] == [
        ("1999-01-01", "2001-12-31", "closed"),
        ("2006-01-01", "2006-12-31", "closed"),
    ]
    ongoing = next(row for row in read(parts["spells.csv"]) if row["source_line"] == "2")
    assert (ongoing["end"], ongoing["end_precision"], ongoing["duration_years"]) == ("", "ongoing", "15.0")
    assert {row["printed"] for row in read(parts["readings.csv"])} == {"East Timor", "1999 - 22001", "Vietnam"}


def test_it_says_what_it_is(view):
    parts = unpack(operations_zip(view))
    readme = parts["README.txt"].decode("utf-8-sig")
    assert "Selection: 13 of 32 operations: in Asia" in readme
    assert f"Link to this view: {PAGE}?region=asia&order=descending" in readme
    package = json.loads(parts["datapackage.json"])
    assert package["about"]["query"] == {"region": ["asia"]}
    assert package["as_of"] == "2006-12-31" and package["homepage"] == f"{PAGE}?region=asia&order=descending"


def test_our_own_loader_reads_the_same_operations_back(view):
    rows = read_rows(unpack(operations_zip(view))["operations.csv"], "operations.csv")
    again = handover(select(build_table(rows, load_reference()), Selection()), sort="start", descending=True)
    assert_frame_equal(
        again.rows.drop(columns="line").reset_index(drop=True), view.rows.drop(columns="line").reset_index(drop=True)
    )


def test_the_whole_leaflet_read_back_is_the_leaflet(choose_built_in):
    view = handover(choose_built_in(), sort="line")
    rows = read_rows(unpack(operations_zip(view))["operations.csv"], "operations.csv")
    again = build_table(rows, load_reference())
    assert_frame_equal(again.spells, view.selected.snapshot.table.spells)
    assert_frame_equal(again.readings, view.selected.snapshot.table.readings)


def test_the_same_view_gives_the_same_bytes(view):
    again = handover(view.selected, sort="start", descending=True, address=PAGE, made_at="2026-01-02 10:00")
    assert operations_zip(again) == operations_zip(view)
