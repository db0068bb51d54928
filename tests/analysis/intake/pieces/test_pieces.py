"""A table in pieces is read as if it were one file, however it is cut."""

import json

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.__main__ import main
from analysis.errors import InputError
from analysis.intake.pieces.find import find_pieces, is_in_pieces, short_name
from analysis.intake.read import load_intake
from tests.pieces import PERIODS, PLACES, write_pieces

ROWS = st.lists(
    st.tuples(
        st.sampled_from(PLACES), st.sampled_from(PERIODS), st.sampled_from(["CS", "IDPs, DDR", "CS; OCV", "wash", ""])
    ),
    min_size=1,
    max_size=14,
)
NO_WAIT = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def same_tables(pieces, whole) -> None:
    """Fail where two tables differ in anything but their names."""
    for part in ("operations", "spells", "place_territories", "set_activities", "readings", "problems"):
        pd.testing.assert_frame_equal(getattr(pieces, part), getattr(whole, part))
    assert (pieces.places.tolist(), pieces.as_of) == (whole.places.tolist(), whole.as_of)


@NO_WAIT
@given(rows=ROWS, cuts=st.lists(st.integers(1, 13), max_size=4), kind=st.sampled_from(["csv", "parquet"]))
def test_any_cut_into_pieces_gives_the_table_of_the_whole_file(tmp_path_factory, rows, cuts, kind):
    folder = tmp_path_factory.mktemp("pieces")
    whole = write_pieces(folder / "whole", rows, [], kind)
    pieces = write_pieces(folder / "pieces", rows, cuts, kind)
    try:
        expected = load_intake(next(whole.iterdir())).table
    except InputError as error:
        with pytest.raises(InputError, match=str(error).partition(": ")[2][:30]):
            load_intake(pieces)
        return
    same_tables(load_intake(pieces).table, expected)


def test_what_one_piece_leaves_open_another_one_settles(tmp_path):
    tmp_path.joinpath("a.csv").write_text("country,start,end\nMali,05/06/2001,06/07/2002\nChad,05/06/2001,06/07/2002\n")
    tmp_path.joinpath("b.csv").write_text("country,start,end\nTogo,25/06/2001,06/07/2003\n")
    spells = load_intake(tmp_path).table.spells
    assert spells["start"].dt.strftime("%m-%d").tolist() == ["06-05", "06-05", "06-25"]


def test_the_summary_of_a_folder_is_that_of_the_whole_file(tmp_path, capsys):
    rows = [(place, period, "CS") for place in PLACES for period in PERIODS]
    whole, pieces = write_pieces(tmp_path / "w", rows, [], "csv"), write_pieces(tmp_path / "p", rows, [3, 9], "csv")
    said = []
    for table in (next(whole.iterdir()), pieces, pieces / "*.csv"):
        assert main(["summary", str(table), "--region", "Africa"]) == 0
        said.append(json.loads(capsys.readouterr().out))
    assert said[0] == said[1] == said[2]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (b"PAR1 half", "part-1.csv: This Parquet file is damaged"),
        (b"", "part-1.csv: The file is empty"),
        (b"country,when\nMali,2001\n", "part-1.csv: the column 'period' is not in all pieces"),
    ],
)
def test_a_piece_that_is_broken_is_named(tmp_path, broken, says):
    folder = write_pieces(tmp_path / "p", [("Mali", "2001", "CS")] * 4, [2], "csv")
    folder.joinpath("part-1.csv").write_bytes(broken)
    with pytest.raises(InputError, match=says):
        load_intake(folder)


def test_columns_may_stand_in_another_order(tmp_path):
    tmp_path.joinpath("a.csv").write_text("country,period,area\nMali,2001,CS\n")
    tmp_path.joinpath("b.csv").write_text("period,area,country\n2002,DDR,Chad\n")
    assert load_intake(tmp_path).table.operations["country"].tolist() == ["Mali", "Chad"]


def test_leftovers_and_other_files_are_no_pieces(tmp_path):
    for name in ("b.csv", "a.parquet", "_SUCCESS", "_old.csv", ".hidden.csv", "notes.md"):
        tmp_path.joinpath(name).write_bytes(b"x")
    assert [piece.name for piece in find_pieces(tmp_path)] == ["a.parquet", "b.csv"]
    assert [piece.name for piece in find_pieces(tmp_path / "[b]*")] == ["b.csv"]


def test_a_folder_without_pieces_says_so(tmp_path):
    with pytest.raises(InputError, match="no file in it whose name ends in"):
        load_intake(tmp_path)


def test_an_address_is_opened_by_fsspec(tmp_path):
    pytest.importorskip("fsspec")
    rows = [("Mali", "2001", "CS"), ("Chad", "2002 - 2004", "DDR"), ("Togo", "2003", "CS")]
    folder = write_pieces(tmp_path / "p", rows, [1], "parquet")
    assert is_in_pieces(f"file://{folder}") and short_name("s3://shelf/projects/*.parquet") == "projects"
    same_tables(load_intake(f"file://{folder}").table, load_intake(folder).table)


def test_an_address_that_nothing_opens_is_refused_in_a_sentence():
    pytest.importorskip("fsspec")
    with pytest.raises(InputError, match=r"^ops: It cannot be opened: "):
        load_intake("nowhere://ops")
