"""Bytes to cells: every encoding, separator and layout gives the same table."""

import io

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.intake.cells import text_file
from analysis.intake.cells.read_cells import read_cells

PLAIN = "Country,Start\nCôte d'Ivoire,2004\nKenya,2005\n"
ROWS = [["Côte d'Ivoire", "2004"], ["Kenya", "2005"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_gives_the_same_cells(encoding):
    sheet = read_cells(PLAIN.encode(encoding))
    assert sheet.cells.values.tolist() == ROWS
    assert list(sheet.cells) == ["Country", "Start"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_separator_and_line_end_gives_the_same_cells(separator, line_end):
    sheet = read_cells(PLAIN.replace(",", separator).replace("\n", line_end).encode())
    assert sheet.cells.values.tolist() == ROWS
    assert sheet.lines.tolist() == [2, 3]


def test_a_line_that_names_the_separator_is_taken_at_its_word():
    sheet = read_cells(b"sep=;\nCountry;Amount\nKenya;1,5\nMali;2,5\n")
    assert sheet.cells["Amount"].tolist() == ["1,5", "2,5"]
    assert sheet.lines.tolist() == [3, 4]


def test_titles_tags_totals_and_remarks_are_passed_over_and_listed():
    text = (
        "Operations of 2020,,\n,,\nCountry,Start,Sector\n#country,#date+start,#sector\n"
        "Kenya,2004,Health\n,,\nMali,2005,Health\nTotal,2,\nSource: a made-up table,,\n"
    )
    sheet = read_cells(text.encode())
    assert sheet.cells["Country"].tolist() == ["Kenya", "Mali"]
    assert [(skipped.line, skipped.what) for skipped in sheet.skipped] == [
        (1, "a line above the headings"),
        (4, "a row of HXL tags"),
        (8, "a row of totals"),
        (9, "a remark below the table"),
    ]
    assert dict(sheet.tags)["Start"] == "#date+start"


def test_a_quoted_line_end_keeps_the_lines_of_the_rows():
    sheet = read_cells(b'Country,Note\nKenya,"two\nlines"\nMali,one\n')
    assert sheet.cells["Note"].tolist() == ["two\nlines", "one"]
    assert sheet.lines.tolist() == [2, 4]


def test_nothing_is_taken_for_missing():
    sheet = read_cells(b"Country,Start\nNA,2004\nNone,2005\nnull,1e999\n")
    assert sheet.cells.values.tolist() == [["NA", "2004"], ["None", "2005"], ["null", "1e999"]]


def test_headings_without_a_name_or_twice_get_one_and_it_is_said():
    sheet = read_cells(b"Country,,Note,note\nKenya,1,a,b\n")
    assert list(sheet.cells) == ["Country", "column 2", "Note", "note (2)"]
    assert sheet.repeated == {"Note", "note (2)"}
    assert [note.say() for note in sheet.notes] == [
        "Column 2 has no heading; it is called 'column 2'.",
        "The heading 'note' stands there more than once.",
    ]


def test_the_fast_way_and_the_strict_way_agree(monkeypatch):
    content = b"Country,Start,Note\n" + b"Kenya,2004,\nMali,2005,x\n,,\n" * 50
    strict = read_cells(content)
    monkeypatch.setattr(text_file, "_LARGE_BYTES", 0)
    fast = read_cells(content)
    pd.testing.assert_frame_equal(fast.cells, strict.cells)
    assert fast.lines.tolist() == strict.lines.tolist()


def test_a_workbook_gives_text_as_it_would_be_typed(make_workbook, sheet_data):
    rows = [["Country", "Start", "Share"], ["Kenya", 2004, 0.5], ["Mali", "2005", None]]
    sheet = read_cells(make_workbook({"Data": sheet_data(rows)}))
    assert sheet.cells.values.tolist() == [["Kenya", "2004", "0.5"], ["Mali", "2005", ""]]


def test_the_fullest_sheet_is_read_unless_one_is_chosen(make_workbook, sheet_data):
    content = make_workbook(
        {
            "Notes": sheet_data([["Country"], ["Chad"]]),
            "Data": sheet_data([["Country", "Start"], ["Kenya", 2004], ["Mali", 2005]]),
        }
    )
    assert read_cells(content).sheet == "Data"
    assert read_cells(content).sheets == ("Notes", "Data")
    assert read_cells(content, "Notes").cells["Country"].tolist() == ["Chad"]


def test_the_sheet_whose_headings_name_a_place_and_a_time_is_read_however_short_it_is(make_workbook, sheet_data):
    notes = sheet_data([["Note", "By", "On"], *[["word", "word", "word"]] * 20])
    table = sheet_data([["Pays", "Date de début"], ["Mali", "2004"]])
    workbook = make_workbook({"Notes": notes, "Projets": table})
    assert read_cells(workbook).sheet == "Projets"


def test_merged_cells_give_each_row_their_value(make_workbook, sheet_data):
    rows = [["Country", "Start"], ["Kenya", 2004], [None, 2005], ["Mali", 2006]]
    sheet = read_cells(make_workbook({"Data": sheet_data(rows, merged="A2:A3")}))
    assert sheet.cells["Country"].tolist() == ["Kenya", "Kenya", "Mali"]
    assert [note.say() for note in sheet.notes] == ["Merged cells A2:A3: each row has the value that they show."]


def test_cells_merged_across_and_down_give_each_row_their_value(make_workbook, sheet_data):
    rows = [["Country", "Where", "Start"], ["Kenya", None, 2004], [None, None, 2005], ["Mali", "Gao", 2006]]
    sheet = read_cells(make_workbook({"Data": sheet_data(rows, merged="A2:B3")}))
    assert sheet.cells.values.tolist() == [["Kenya", "", "2004"], ["Kenya", "", "2005"], ["Mali", "Gao", "2006"]]


def test_a_formula_gives_the_value_it_last_had(make_workbook):
    cell = '<c r="B2"><f>2000+4</f><v>2004</v></c>'
    text = '<c r="{0}" t="inlineStr"><is><t>{1}</t></is></c>'
    rows = (
        f'<row r="1">{text.format("A1", "Country")}{text.format("B1", "Start")}</row>'
        f'<row r="2">{text.format("A2", "Kenya")}{cell}</row>'
    )
    sheet = read_cells(make_workbook({"Data": f"<sheetData>{rows}</sheetData>"}))
    assert sheet.cells.values.tolist() == [["Kenya", "2004"]]


def test_parquet_columns_are_text():
    table = pa.table(
        {
            "Country": pa.array(["Kenya", None]).dictionary_encode(),
            "Start": pa.array(pd.to_datetime(["2004-05-01", "2005-06-02"])),
            "Sectors": [["Health", "Shelter"], []],
            "People": [1.0, None],
        }
    )
    sink = io.BytesIO()
    pq.write_table(table, sink)
    sheet = read_cells(sink.getvalue())
    assert sheet.cells.values.tolist() == [
        ["Kenya", "2004-05-01", "Health; Shelter", "1"],
        ["", "2005-06-02", "", ""],
    ]
    assert sheet.lines.tolist() == [1, 2]
