"""Columns of the user's that are called as ours are."""

import io
import json
import zipfile

import pandas as pd
import pytest

from analysis.intake.read import read_intake
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.columns import OPERATION_COLUMNS, further_columns
from exports.handover import Handover
from exports.package.package import operations_zip
from exports.tables.json_file import operations_json
from exports.tables.parquet_file import operations_parquet
from tests.handovers import handover

OURS = [code for code in OPERATION_COLUMNS if code not in ("country", "period")]
TITLES = ",".join(["Country", "Start", "End", *OURS])
VALUES = ",".join(["Kenya", "2004", "2005", *(f"my {code}" for code in OURS)])


@pytest.fixture(scope="module")
def view() -> Handover:
    """A row whose columns have the names of ours."""
    table = read_intake(f"{TITLES}\n{VALUES}\n".encode(), "mine.csv", status=None, activity=(), title=None).table
    return handover(select(table, Selection()), (*OPERATION_COLUMNS, *further_columns(table)))


def test_each_column_of_a_file_has_a_name_of_its_own_and_none_is_lost(view):
    row = view.rows.iloc[0]
    assert view.rows.columns.is_unique
    assert row["name"] == "Kenya"
    assert [row[f"{code} (printed)"] for code in OURS] == [f"my {code}" for code in OURS]


def test_every_kind_of_file_holds_them(view):
    (operation,) = json.loads(operations_json(view))["operations"]
    assert (operation["region"], operation["region (printed)"]) == (["Africa"], "my region")
    rows = pd.read_parquet(io.BytesIO(operations_parquet(view)))
    assert rows["name (printed)"].tolist() == ["my name"]
    with zipfile.ZipFile(io.BytesIO(operations_zip(view))) as package:
        assert any(b"my territories" in package.read(name) for name in package.namelist())
