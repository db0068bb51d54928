"""JSON and Parquet hold the rows of the view with its facts beside them."""

import io
import json

import pandas as pd
import pyarrow.parquet
import pytest
from pandas.testing import assert_frame_equal

from exports.handover import Handover
from exports.tables.json_file import json_parts, operations_json
from exports.tables.parquet_file import operations_parquet
from tests.handovers import handover

PAGE = "http://127.0.0.1:8501/operations"
ROWS = [("Mali", "1996 - 1997", "DDR, CS", "=1"), ("Kenya", "2004 - on going", "CS", 'é"\u2028')]


def make_view(choose, **fields) -> Handover:
    selected = choose(ROWS, further=["note"], **fields)
    columns = ("name", "first_year", "last_year", "status", "duration_years", "note")
    return handover(selected, columns, sort="start", descending=True, address=PAGE, made_at="2026-01-02")


def test_json_has_the_rows_in_the_order_of_the_view(choose):
    assert json.loads(operations_json(make_view(choose)))["operations"] == [
        {
            "name": "Kenya",
            "first_year": 2004,
            "last_year": None,
            "status": "ongoing",
            "duration_years": 3.0,
            "note": 'é"\u2028',
        },
        {
            "name": "Mali",
            "first_year": 1996,
            "last_year": 1997,
            "status": "closed",
            "duration_years": 2.0,
            "note": "=1",
        },
    ]


def test_json_has_lists_as_lists_and_the_current_name_beside_the_printed_one(choose):
    rows = [
        ("Ivory Coast", "1996", "Health; Water, Sanitation and Hygiene"),
        ("Kosovo (FYROM) & Macedonia", "1999", ""),
        ("Atlantis", "1997", "CS"),
    ]
    columns = ("country", "region", "subregion", "activities", "territories")
    ivory, atlantis, kosovo = json.loads(operations_json(handover(choose(rows), columns)))["operations"]
    assert ivory == {
        "country": "Côte d'Ivoire",
        "country_printed": "Ivory Coast",
        "region": ["Africa"],
        "subregion": ["Sub-Saharan Africa"],
        "activities": ["Health", "Sanitation and Hygiene", "Water"],
        "territories": ["CIV"],
    }
    assert (atlantis["country"], atlantis["region"], atlantis["activities"]) == ("Atlantis", [], ["CS"])
    assert (kosovo["territories"], kosovo["activities"]) == (["XKX", "MKD"], [])


def test_json_says_what_it_is(choose):
    about = json.loads(operations_json(make_view(choose, activity=("DDR",))))["about"]
    assert about["selection"] == "1 of 2 operations: with Disarmament, Demobilization and Reintegration"
    assert about["link"] == f"{PAGE}?activity=DDR&order=descending"
    assert about["query"] == {"activity": ["DDR"]}
    assert about["as_of"] == "2006-12-31"


def test_json_of_nothing_is_json(choose):
    assert json.loads(operations_json(make_view(choose, search="nowhere")))["operations"] == []


def test_the_parts_of_json_are_the_whole(choose):
    view = handover(choose([("Mali", "1996 - 1997", "CS"), ("Kenya", "2004", "DDR"), ("Chad", "", "")]))
    for each in (1, 2, 100):
        assert b"".join(json_parts(view, each)) == operations_json(view)


def test_parquet_has_the_rows_and_their_types(choose):
    view = make_view(choose)
    read = pd.read_parquet(io.BytesIO(operations_parquet(view)))
    assert_frame_equal(read, view.rows.reset_index(drop=True))


@pytest.mark.parametrize("fields", [{"search": "nowhere"}, {"region": ("Asia",)}, {"activity": ("DDR",)}], ids=str)
def test_parquet_has_the_same_types_whatever_rows_there_are(choose, fields):
    full, other = (io.BytesIO(operations_parquet(make_view(choose, **chosen))) for chosen in ({}, fields))
    both = [pyarrow.parquet.read_table(file) for file in (full, other)]
    assert both[0].schema.equals(both[1].schema)
    assert [str(kind) for kind in both[1].schema.types] == ["string", "int64", "int64", "string", "double", "string"]
    assert pyarrow.concat_tables(both).num_rows == both[0].num_rows + both[1].num_rows
    frames = [pd.read_parquet(file) for file in (full, other)]
    assert frames[0].dtypes.tolist() == frames[1].dtypes.tolist()
    assert pd.concat(frames).dtypes.tolist() == frames[0].dtypes.tolist()


def test_parquet_says_what_it_is(choose):
    metadata = pyarrow.parquet.read_schema(io.BytesIO(operations_parquet(make_view(choose)))).metadata
    assert json.loads(metadata[b"about"])["link"] == f"{PAGE}?order=descending"


def test_the_same_view_gives_the_same_bytes(choose):
    for write in (operations_json, operations_parquet):
        assert write(make_view(choose)) == write(make_view(choose))
