"""The table that a setting names stays whole and on show, whatever happens to its file."""

import os
import sys
import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from analysis.counts.ask import ask
from analysis.counts.key_numbers import find_key_numbers
from analysis.errors import InputError
from analysis.intake.isolated import run_apart
from analysis.intake.limits import SHARED_BYTES
from analysis.parts import connect
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.shared import file as shared_file
from analysis.shared import table as shared
from analysis.shared.file import SharedFile, Trouble
from analysis.shared.table import shared_progress, shared_table, shared_trouble
from analysis.table.load import load_built_in
from tests.hostile import LARGE, REFUSED, REFUSED_WORKBOOKS, made
from tests.pieces import write_pieces

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)
HEADINGS = "country,period,area\n"
ONE = HEADINGS + "Kenya,2004,CS\n"
TWO = ONE + "Mali,2005 - 2006,CS\n"


def at(minutes: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def start_anew(monkeypatch) -> None:
    """Forget every table, and wait for a newer one as long as it takes."""
    monkeypatch.setattr(shared, "_file", SharedFile())
    monkeypatch.setattr(shared, "_PATIENCE_SECONDS", 20)


@pytest.fixture
def put(tmp_path, monkeypatch):
    """A function that replaces the file of the setting, left alone since a number of minutes after noon."""
    path = tmp_path / "operations.csv"
    monkeypatch.setenv("OPERATIONS_TABLE", str(path))
    start_anew(monkeypatch)

    def put(content: str | bytes | None, minutes: float = 0):
        if content is None:
            path.unlink()
            return path
        other = tmp_path / "other"
        other.write_bytes(content.encode() if isinstance(content, str) else content)
        seconds = at(minutes).timestamp()
        os.utime(other, (seconds, seconds))
        os.replace(other, path)
        return path

    return put


def countries(minutes: float) -> list[str]:
    """The countries of the table that everyone sees at that time."""
    return shared_table(at(minutes)).operations["country"].tolist()


def test_without_a_setting_everyone_sees_the_built_in_table(monkeypatch):
    monkeypatch.delenv("OPERATIONS_TABLE", raising=False)
    assert shared_table() is load_built_in()
    assert shared_trouble() is None


def test_a_file_is_read_once_and_again_when_it_changes(put):
    put(ONE)
    first = shared_table(at(1))
    assert shared_table(at(2)) is first
    put(TWO, minutes=3)
    assert countries(4) == ["Kenya", "Mali"]
    assert shared_trouble() is None


def test_a_replacement_of_the_same_size_and_time_is_noticed(put):
    put(ONE)
    assert countries(1) == ["Kenya"]
    put(ONE.replace("Kenya", "Ghana"))
    assert countries(2) == ["Ghana"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "operations.csv: It cannot be opened: No such file or directory."),
        ("", "operations.csv: The file is empty: there is no table in it."),
        (TWO[:-2], "its last line has no end, as it had before, so it seems cut off."),
        (TWO[:-4], "operations.csv: Line 3: 2 values where the headings are 3"),
        (HEADINGS, "operations.csv: There are headings, but no row of a table below them."),
        (b"PK\x03\x04 half a workbook", "operations.csv: This is a damaged ZIP or Excel file."),
        (b"PAR1 half a table", "operations.csv: This Parquet file is damaged"),
    ],
)
def test_the_last_good_table_stays_until_there_is_a_better_one(put, content, why):
    put(ONE)
    good = shared_table(at(1))
    put(content, minutes=2)
    assert shared_table(at(3)) is good
    assert shared_trouble().since == at(3) and why in shared_trouble().why
    assert shared_table(at(9)) is good
    assert shared_trouble().since == at(3)
    put(TWO, minutes=10)
    assert countries(11) == ["Kenya", "Mali"]
    assert shared_trouble() is None


def test_whatever_is_put_in_its_place_the_last_good_table_stays(put):
    put(ONE)
    good = shared_table(at(1))
    cases = [getattr(case, "values", case) for case in REFUSED + REFUSED_WORKBOOKS + LARGE]
    for minute, (content, says) in enumerate(cases, start=2):
        put(made(content), minutes=minute)
        assert shared_table(at(minute + 1)) is good, says
        assert says in shared_trouble().why and "\n" not in shared_trouble().why


def test_a_file_that_is_being_written_is_left_until_it_is_finished(put):
    put(ONE)
    good = shared_table(at(1))
    put(TWO, minutes=5)
    assert shared_table(at(5)) is good
    assert shared_trouble() == Trouble(at(5), "operations.csv is being rewritten.")
    assert countries(6) == ["Kenya", "Mali"]


def test_a_disk_whose_clock_is_ahead_is_waited_for_no_longer(put):
    put(ONE)
    shared_table(at(1))
    put(TWO, minutes=600)
    assert countries(2) == ["Kenya"]
    assert countries(3) == ["Kenya", "Mali"]


def test_a_file_that_changes_while_it_is_read_is_read_again(put, monkeypatch):
    put(ONE)
    good = shared_table(at(1))
    put(TWO, minutes=2)

    def replace_meanwhile(*order, **limits):
        found = run_apart(*order, **limits)
        monkeypatch.setattr("analysis.shared.read.run_apart", run_apart)
        put(HEADINGS + "Chad,2004,CS\n", minutes=2)
        return found

    monkeypatch.setattr("analysis.shared.read.run_apart", replace_meanwhile)
    assert shared_table(at(3)) is good
    assert shared_trouble() == Trouble(at(3), "operations.csv is being rewritten.")
    assert countries(4) == ["Chad"]


def test_a_fault_of_a_parser_ends_no_reading_for_good(put, monkeypatch):
    put(ONE)
    good = shared_table(at(1))

    def panic(*_read, **_options):
        raise BaseException("a parser panicked")

    put(TWO, minutes=2)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("analysis.shared.read.run_apart", panic)
        assert shared_table(at(3)) is good
        assert "nobody foresaw" in shared_trouble().why
    put(TWO, minutes=4)
    assert countries(5) == ["Kenya", "Mali"]


def test_who_does_not_know_the_time_sees_what_is_there_already(put):
    put(ONE)
    good = shared_table()
    put(TWO, minutes=1)
    assert shared_table() is good and shared_trouble() is None
    assert countries(2) == ["Kenya", "Mali"]


def test_a_first_table_that_cannot_be_read_is_one_sentence(put):
    put(ONE)
    put(None)
    with pytest.raises(InputError, match=r"^operations\.csv: It cannot be opened: No such file or directory\.$"):
        shared_table(at(1))
    put(ONE)
    assert countries(2) == ["Kenya"]


def test_one_reads_while_others_keep_what_they_have(put, monkeypatch):
    put(ONE)
    good = shared_table(at(1))
    put(TWO, minutes=2)
    reading, finish, reads = threading.Event(), threading.Event(), []
    read_whole = shared_file.read_whole

    def slowly(*given, **options):
        reads.append(given)
        reading.set()
        finish.wait(20)
        return read_whole(*given, **options)

    monkeypatch.setattr(shared_file, "read_whole", slowly)
    monkeypatch.setattr(shared, "_PATIENCE_SECONDS", 0.01)
    assert shared_table(at(3)) is good
    assert reading.wait(20)
    assert [shared_table(at(4)), shared_table(at(4))] == [good, good]
    finish.set()
    monkeypatch.setattr(shared, "_PATIENCE_SECONDS", 20)
    assert countries(5) == ["Kenya", "Mali"]
    assert len(reads) == 1


def test_the_rows_of_a_first_table_are_told_while_they_are_read(put, monkeypatch):
    put(TWO)
    finish = threading.Event()
    read_whole = shared_file.read_whole

    def slowly(*given, **options):
        found = read_whole(*given, **options)
        finish.wait(20)
        return found

    monkeypatch.setattr(shared_file, "read_whole", slowly)
    told = shared_progress(at(1), 0.01)
    while told == 0:
        told = shared_progress(at(1), 0.01)
    assert told == 2
    finish.set()
    assert shared_progress(at(1), 20) is None
    assert countries(1) == ["Kenya", "Mali"]


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """A function that writes `.streamlit/operations.toml`, in a folder that is the one in use."""
    monkeypatch.delenv("OPERATIONS_TABLE", raising=False)
    start_anew(monkeypatch)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / "own.csv").write_text("A,B,C,Where\nx,2004,2005,Kenya\n")
    os.utime(tmp_path / "own.csv", (0, 0))
    return (tmp_path / ".streamlit" / "operations.toml").write_text


def test_a_file_of_settings_names_the_table_its_date_and_its_columns(settings):
    settings('table = "own.csv"\nas_of = 2004-06-30\n[columns]\ncountry = "Where"\nstart = "B"\nend = "C"\n')
    table = shared_table(at(1))
    assert table.as_of == date(2004, 6, 30)
    assert table.operations["country"].tolist() == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("table = ", "it is not TOML"),
        ("tables = 'x'", "'tables' means nothing; allowed: table, sheet, as_of, country, period, columns, statuses,"),
        ("table = 3", "table must be the path of a file or of a folder."),
        ("table = 'x'\nas_of = 2006", "as_of must be a date such as 2006-12-31."),
        ("table = 'x'\n[columns]\nland = 'y'", "'land' means nothing; allowed: country,"),
        ("table = 'x'\n[columns]\ncountry = 3", "columns: country has a value that means nothing."),
        ("table = 'x'\ncolumns = 3", "3 means nothing; allowed: country,"),
    ],
)
def test_a_setting_that_means_nothing_is_named(settings, text, says):
    settings(text)
    with pytest.raises(InputError) as refused:
        shared_table(at(1))
    assert str(refused.value).startswith(".streamlit/operations.toml: ") and says in str(refused.value)


def test_a_broken_setting_leaves_the_last_good_table(settings):
    settings("table = 'own.csv'\n[columns]\nstart = 'B'")
    good = shared_table(at(1))
    settings("table = ")
    assert shared_table(at(2)) is good
    assert shared_trouble().since == at(2)
    settings("table = 'own.csv'\n[columns]\nstart = 'B'")
    assert shared_table(at(3)) is good and shared_trouble() is None


def test_a_table_that_became_shorter_takes_the_place_only_after_a_second_look(put):
    put(TWO)
    good = shared_table(at(1))
    put(ONE, minutes=2)
    soon = at(2) + timedelta(seconds=3)
    assert shared_table(soon) is good
    assert shared_trouble() == Trouble(soon, "operations.csv is being rewritten.")
    assert shared_table(soon + timedelta(seconds=5)) is good
    assert countries(3) == ["Kenya"]
    assert shared_trouble() is None


def test_what_is_no_ordinary_file_is_refused_without_waiting_for_it(put):
    path = put(ONE)
    assert countries(1) == ["Kenya"]
    path.unlink()
    os.mkfifo(path)
    assert countries(2) == countries(3) == ["Kenya"]
    assert shared_trouble().why == "operations.csv: It is no ordinary file."


def test_a_file_that_is_larger_than_is_read_is_refused_before_it_is_read(put):
    path = put(ONE)
    assert countries(1) == ["Kenya"]
    os.truncate(path, SHARED_BYTES + 1)
    assert countries(2) == countries(3) == ["Kenya"]
    assert shared_trouble().why == "operations.csv: It has 501 MB, and at most 500 MB are read."


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who has a file open")
def test_a_file_that_somebody_has_open_to_write_is_being_written(put):
    path = put(ONE)
    assert countries(1) == ["Kenya"]
    with path.open("a") as file:
        file.write("Mali,2005 - 2006,CS\n")
        file.flush()
        assert countries(2) == countries(3) == ["Kenya"]
        assert shared_trouble().why == "operations.csv is being rewritten."
    assert countries(4) == ["Kenya", "Mali"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who has a file open")
def test_a_file_that_stays_open_is_not_looked_into_at_each_look(put, monkeypatch):
    path, looks = put(ONE), []
    assert countries(1) == ["Kenya"]
    monkeypatch.setattr("analysis.shared.read.run_apart", lambda *order, **limits: looks.append(order))
    os.utime(path, (at(2).timestamp(), at(2).timestamp()))
    for seconds in (10, 11, 11.5, 13):
        shared_table(at(2) + timedelta(seconds=seconds))
    assert len(looks) == 2


def test_a_folder_of_pieces_is_a_table_and_is_read_again_when_one_changes(tmp_path, monkeypatch):
    folder = write_pieces(tmp_path / "pieces", [("Kenya", "2004", "CS"), ("Mali", "2005", "CS")], [1], "csv")
    monkeypatch.setenv("OPERATIONS_TABLE", str(folder))
    start_anew(monkeypatch)

    def put(content: str, minutes: float) -> None:
        other = tmp_path / "other"
        other.write_text(content)
        os.utime(other, (at(minutes).timestamp(), at(minutes).timestamp()))
        os.replace(other, folder / "part-1.csv")

    put(HEADINGS + "Mali,2005,CS\n", 0)
    os.utime(folder / "part-0.csv", (at(0).timestamp(), at(0).timestamp()))
    good = shared_table(at(1))
    assert good.operations["country"].tolist() == ["Kenya", "Mali"] and good.file == "pieces"
    put("PAR1 half", 2)
    assert shared_table(at(3)) is good
    assert "pieces: part-1.csv: This Parquet file is damaged" in shared_trouble().why
    put(HEADINGS + "Chad,2005,CS\nTogo,2006,CS\n", 4)
    assert countries(5) == ["Kenya", "Chad", "Togo"]
    assert shared_trouble() is None


def test_a_scheduler_in_the_setting_has_the_rows_on_its_workers(settings, tmp_path):
    pytest.importorskip("distributed")
    folder = write_pieces(tmp_path / "pieces", [("Kenya", "2004", "CS"), ("Mali", "2005", "CS")], [1], "csv")
    settings(f"table = {str(folder)!r}\nscheduler = 1")
    table = shared_table()
    try:
        assert ask(select(table, Selection(territory=("MLI",))), find_key_numbers).operations == 1
        assert table.row_count == 2 and "whole" not in vars(table)
        assert countries(1) == ["Kenya", "Mali"]
    finally:
        client = connect.the_client(1)
        client.close()
        client.cluster.close()
