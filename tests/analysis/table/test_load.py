"""Files of operations and the reference tables: what is wrong is one sentence that names the place."""

import shutil

import pytest

from analysis.errors import InputError
from analysis.intake.read import read_intake
from analysis.reading.reference import DATA_FOLDER, load_reference, package_as_of
from analysis.table.build import build_table
from analysis.table.load import BUILT_IN_FILE, load_built_in, read_rows


def refusal(content: bytes) -> str:
    """The sentence that refuses a file with this content."""
    with pytest.raises(InputError) as refused:
        read_rows(content, "own.csv")
    return str(refused.value)


def test_rows_are_text_and_know_their_line():
    content = b"\xef\xbb\xbfArea,Country,PERIOD,Donor\r\nCS,Namibia,2000,NA\r\n\r\n,,,\r\n'007,NA,2001,\r\n"
    rows = read_rows(content, "own.csv")
    assert rows.columns.tolist() == ["line", "area", "country", "period", "Donor"]
    assert rows.values.tolist() == [[2, "CS", "Namibia", "2000", "NA"], [5, "'007", "NA", "2001", ""]]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "own.csv is empty."),
        (b"\n \n,,\n", "own.csv is empty."),
        (b"country,area\nKenya,CS\n", "own.csv, line 1: the column 'period' is missing."),
        (b"country;period;area\nKenya;2000;CS\n", "own.csv, line 1: the column 'country' is missing."),
        (b"country,period,area,Country\n", "own.csv, line 1: the column 'country' stands there twice."),
        (b"country,period,area,x,x\n", "own.csv, line 1: the column 'x' stands there twice."),
        (
            b"country,period,area\nKenya,2000,CS,DDR\n",
            "own.csv, line 2: 4 values where the header has 3: 'Kenya, 2000, CS, DDR'.",
        ),
        (
            b"country,period,area\nKenya,2000,CS\nMali,2000\n",
            "own.csv, line 3: 2 values where the header has 3: 'Mali, 2000'.",
        ),
        (b"country,period,area\nC\xf4te,2000,CS\n", "own.csv, line 2: this is not UTF-8 text."),
        ("country,period,area\n".encode("utf-16"), "own.csv, line 1: this is not UTF-8 text."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(content, sentence):
    assert refusal(content) == sentence


def test_an_open_quote_is_refused_with_its_line():
    assert refusal(b'country,period,area\n"Kenya,2000,CS\n').startswith("own.csv, line 2: ")


def test_a_missing_file_and_a_folder_are_refused(tmp_path, monkeypatch):
    def read_instead(path):
        monkeypatch.setattr("analysis.table.load.BUILT_IN_FILE", path)
        load_built_in.__wrapped__()

    with pytest.raises(InputError, match=r"^none\.csv cannot be opened: No such file or directory\.$"):
        read_instead(tmp_path / "none.csv")
    with pytest.raises(InputError, match=r"cannot be opened: Is a directory\.$"):
        read_instead(tmp_path)


def test_further_columns_stay_as_they_came():
    rows = read_rows(b"country,period,area,status,line,Budget\nKenya,2000,CS,paused,7,010\n", "own.csv")
    operations = build_table(rows, load_reference()).operations
    assert operations[["line", "country", "period", "area", "Budget"]].values.tolist() == [
        [2, "Kenya", "2000", "CS", "010"]
    ]
    assert operations[["status (printed)", "line (printed)"]].values.tolist() == [["paused", "7"]]


@pytest.mark.parametrize(
    ("periods", "as_of"),
    [
        (["2000 - 2001", "1999 - ongoing"], "2001-12-31"),
        (["2000 - 2001", "2004-06 - ongoing"], "2004-06-30"),
        (["2006-03", "2006 - ongoing"], "2006-12-31"),
        (["2006-01-01 - ongoing", "2006 - ongoing"], "2006-12-31"),
        (["2006 - ongoing", "2006-01-01 - ongoing"], "2006-12-31"),
        (["2004-02 - unknown"], "2004-02-29"),
    ],
)
def test_a_table_without_a_date_speaks_up_to_the_last_day_its_periods_name(make_table, periods, as_of):
    table = make_table([("Kenya", period, "CS") for period in periods], as_of=None)
    assert table.as_of.isoformat() == as_of


def test_a_table_that_names_no_day_speaks_up_to_none(make_table):
    for rows in ([], [("Kenya", "TBC", "CS")]):
        with pytest.raises(InputError, match="No row has a period that can be read"):
            make_table(rows, as_of=None)


def test_a_row_that_cannot_be_read_whole_is_still_there(make_table):
    table = make_table([("Utopia", "TBC", ""), ("Kenya", "2000", "CS")])
    assert table.operations["line"].tolist() == [2, 3]
    assert table.problems[["line", "column", "value"]].values.tolist() == [
        [2, "country", "Utopia"],
        [2, "period", "TBC"],
        [2, "area", ""],
    ]


@pytest.fixture
def folder(tmp_path):
    """A copy of data/ to break."""
    return shutil.copytree(DATA_FOLDER, tmp_path / "data")


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("aliases.csv", "printed,", "print,", "data/aliases.csv, line 1: the column 'printed' is missing."),
        ("aliases.csv", "Vietnam,VNM,", "Vietnam,", "data/aliases.csv, line 8: 2 values where"),
        ("aliases.csv", "VNM,", "VNN,", "data/aliases.csv, line 8: 'VNN' is not in data/territories.csv."),
        ("notes.csv", "COD,,", "CDO,,", "data/notes.csv, line 7: 'CDO' is not in data/territories.csv."),
        ("activities.csv", "\nDDR,", "\nIDPs,", "data/activities.csv, line 3: 'IDPs' stands there twice."),
        ("territories.csv", "\nAFG,", "\nABW,", "data/territories.csv, line 3: 'ABW' stands there twice."),
        ("datapackage.json", "{", "[", "data/datapackage.json, line 2: it is not JSON."),
    ],
)  # fmt: skip
def test_a_broken_reference_file_is_refused_with_its_line(folder, file, old, new, sentence):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_reference(folder)
    assert str(refused.value).startswith(sentence)


def test_a_missing_or_foreign_reference_file_is_refused(folder):
    (folder / "notes.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match=r"^data/notes\.csv is not a UTF-8 CSV file"):
        load_reference(folder)
    (folder / "notes.csv").unlink()
    with pytest.raises(InputError, match=r"^data/notes\.csv cannot be opened: No such file or directory\.$"):
        load_reference(folder)


@pytest.mark.parametrize("package", [{}, {"as_of": "soon"}, {"as_of": 2006}])
def test_a_package_without_an_as_of_date_is_refused(package):
    with pytest.raises(InputError, match=r"as_of .* is not a date such as 2006-12-31"):
        package_as_of(package)


def test_the_built_in_table_knows_its_title_file_and_hash():
    table = load_built_in()
    assert table.file == "data/operations.csv"
    assert "Emergency and Post Crisis Division" in table.title
    assert len(table.content_hash) == 16


def test_the_built_in_rows_read_as_a_table_of_ones_own_give_the_same(built_in):
    own = build_table(read_rows(BUILT_IN_FILE.read_bytes(), "own.csv"), built_in.reference)
    assert own.as_of == built_in.as_of
    assert own.spells.equals(built_in.spells)
    assert own.operations.equals(built_in.operations)


def test_another_content_gives_another_hash():
    contents = [f"country,period,area\nKenya,{year},CS\n".encode() for year in (2000, 2001)]
    hashes = [read_intake(content).table.content_hash for content in contents]
    assert hashes[0] != hashes[1]


def test_build_table_keeps_the_as_of_date_it_is_given(built_in):
    rows = built_in.operations[["line", "country", "period", "area"]]
    assert build_table(rows, built_in.reference, built_in.as_of).as_of == built_in.as_of
