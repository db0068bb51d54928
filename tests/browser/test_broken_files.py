"""A broken built-in file is one sentence that names the place, on a server of its own."""

import shutil

import pytest
from playwright.sync_api import expect

from scripts.setup import ROOT
from tests.browser.server import running_server
from tests.browser.steps import expect_no_fault

LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "tests", "bench", "node_modules")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the dashboard and the address it is served at."""
    folder = tmp_path_factory.mktemp("copy") / "dashboard"
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    with running_server(folder=folder) as address:
        yield folder / "data", address


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("aliases.csv", None, None, "data/aliases.csv cannot be opened"),
        ("events.csv", "PAK", "XXX", "data/events.csv, line 6: 'XXX' is not in data/territories.csv."),
        # Reference tables that are whole are kept, so what is wrong beside them comes after what is wrong in them.
        (
            "datapackage.json",
            '"as_of": "2006-12-31"',
            '"as_of": "$soon$"',
            "data/datapackage.json: as_of '$soon$' is not a date",
        ),
        (
            "operations.csv",
            "Croatia,2003 - on going,DDR",
            "Croatia,2003",
            "data/operations.csv, line 10: 2 values where the header has 3",
        ),
        (
            "operations.csv",
            "country,period,area",
            "country,period",
            "data/operations.csv, line 1: the column 'area' is missing.",
        ),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_with_line_and_value(page, copy, file, old, new, says):
    data, address = copy
    whole = (data / file).read_bytes()
    if old is None:
        (data / file).unlink()
    else:
        assert old in whole.decode("utf-8")
        (data / file).write_bytes(whole.decode("utf-8").replace(old, new).encode("utf-8"))
    try:
        page.goto(f"{address}/timeline?region=africa")
        expect(page.get_by_test_id("stAlert")).to_contain_text(says)
        expect(page.get_by_test_id("stAlert")).to_have_count(1)
        expect_no_fault(page)
    finally:
        (data / file).write_bytes(whole)
