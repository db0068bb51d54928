"""Input that cannot be used is refused in one sentence that says what it is."""

import io
import zipfile

import pytest

from analysis.__main__ import main
from analysis.errors import InputError
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.read import read_intake
from tests.hostile import LARGE, REFUSED, REFUSED_WORKBOOKS, made


def refusal(content: bytes) -> str:
    """The sentence with which some bytes are refused."""
    with pytest.raises(InputError) as refused:
        read_intake(content)
    sentence = str(refused.value)
    assert "\n" not in sentence and sentence.endswith(".") and len(sentence) < 250
    return sentence


@pytest.mark.parametrize(("content", "says"), REFUSED + REFUSED_WORKBOOKS)
def test_what_is_no_table_is_refused_in_one_sentence(content, says):
    assert says in refusal(made(content))


@pytest.mark.parametrize(("content", "says"), LARGE + REFUSED_WORKBOOKS)
def test_what_is_too_large_to_upload_is_refused_at_the_shell_too(write, capsys, content, says):
    assert main(["check", str(write(made(content)))]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.count("\n") == 1
    assert printed.err.startswith("table: ") and says in printed.err


def test_a_part_of_a_workbook_that_does_not_unpack_is_refused():
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "spreadsheetml.sheet.main " * 50)
    content = bytearray(sink.getvalue())
    begin = content.index(b".xml") + 4
    content[begin : begin + 12] = b"\xff" * 12
    assert "damaged ZIP or Excel file" in refusal(bytes(content))


def test_a_sheet_that_is_not_there_is_refused(make_workbook, sheet_data):
    content = make_workbook({"Data": sheet_data([["Country"], ["Kenya"]])})
    with pytest.raises(InputError, match="no sheet 'Other'"):
        read_cells(content, "Other")


def test_strange_values_are_kept_and_listed():
    text = (
        "country,start,end,note\nNA,2004,2005,\nNone,2004,2005,inf\nKenya,0,2005,1e999\n"
        "Mali,2004,99999,99999999999999999999\nChad,2004,2003,\u200bzero\u200f\n"
        "Co\u0302te d'Ivoire,2004,2005,![x](http://example.org)\n<b>x</b>,2004,2005,$x$ %{y}\n"
    )
    table = read_intake(text.encode()).table
    assert len(table.operations) == 7
    assert table.operations["note"].tolist()[1:4] == ["inf", "1e999", "99999999999999999999"]
    assert table.problems[["line", "column", "value", "problem"]].values.tolist() == [
        [3, "country", "None", "is not a country or territory that is known"],
        [4, "start", "0", "is not a date that can be read"],
        [5, "end", "99999", "is not a date that can be read"],
        [6, "end", "2004 - 2003", "ends before it starts"],
        [8, "country", "<b>x</b>", "is not a country or territory that is known"],
    ]
    placed = table.operations["place"].map(table.place_territories.set_index("place")["iso3"])
    assert placed.tolist()[0] == "NAM" and placed.tolist()[5] == "CIV"


def test_very_many_countries_that_are_none_stay_quick():
    rows = "".join(f"Land {number},2004\n" for number in range(100_000))
    table = read_intake(f"country,period\n{rows}".encode()).table
    assert len(table.problems) == 100_000
