"""Input that cannot be used is refused in one sentence that says what it is."""

import gzip
import io
import zipfile

import pytest

from analysis.errors import InputError
from analysis.intake.cells import read_cells
from analysis.intake.read import read_intake

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(content: bytes) -> str:
    """The sentence with which some bytes are refused."""
    with pytest.raises(InputError) as refused:
        read_intake(content)
    sentence = str(refused.value)
    assert "\n" not in sentence and sentence.endswith(".") and len(sentence) < 250
    return sentence


def packed(**files: bytes) -> bytes:
    """A ZIP of files by name, a dot for each double underscore."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return sink.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\n \n\r\n", "empty"),
        (b",,\n,,\n", "blank lines"),
        (b"country,period,area\n", "no row"),
        (b"country,period\nKenya\x00,2004\n", "Line 2 holds a zero byte"),
        ("country,period\nKenya,2004\nCôt".encode() + "é".encode()[:1], "Line 3: the file is cut off"),
        ("country,period\nCôte,2004\n".encode() + b"\xff\xfe,2005\n", "Line 3: this is not UTF-8 text"),
        (b"country,Country,period\nKenya,Mali,2004\n", "'country' stands there more than once"),
        (b"country,period\nKenya,2004,x\nMali,2005\n", "Line 2: 3 values where the headings are 2"),
        (b"country,period\nKenya,2004\nMali,2005,x\n", "Line 3: 3 values where the headings are 2"),
        (b"country,period,area\nKenya,2004,CS\nMali,2005\nChad,2005,CS\n", "Line 3: 2 values where the headings are 3"),
        (b'country,period\nKenya,2004\n"Mali,2005\n', "Line 3: a quotation mark that opens there is never closed"),
        (b'country,period\nKenya,"2004"x\n', "Line 2: the quotation marks"),
        (b"country,period\nKenya," + b"x" * 50_000_000 + b"\n", "more than 100,000 characters"),
        (b"a," * 1_000_000 + b"\n", "1,000,001 columns"),
        (b"<!DOCTYPE html><html><table><tr><td>Kenya</td></tr></table></html>", "HTML"),
        (b"<html><body>Kenya</body></html>", "HTML"),
        (b'<?xml version="1.0"?><rows/>', "XML"),
        (b'[{"country": "Kenya"}]', "JSON"),
        (b'{"country": "Kenya"}', "JSON"),
        (packed(table__csv=b"country,period\n"), "ZIP"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), ".ods"),
        (packed(**{"xl/workbook.bin": b""}), ".xlsb"),
        (packed(**{"xl/workbook.xml": b"", "xl/vbaProject.bin": b""}), ".xlsm"),
        (packed(**{"word/document.xml": b""}), "document"),
        (packed(**{"xl/workbook.xml": b"<nonsense"}), "workbook cannot be read"),
        (packed(table__csv=b"x" * 100)[:60], "damaged"),
        (gzip.compress(b"country,period\n", mtime=0), "gzip"),
        (OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + b"\0" * 500 + "Workbook".encode("utf-16-le"), ".xls"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PAR1 and no more", "Parquet"),
        (b"name,colour\nx,blue\ny,red\n", "No column was recognised"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(content, says):
    assert says in refusal(content)


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_opened(make_workbook):
    content = make_workbook({"Data": "<sheetData/>"}, extra={"xl/media/big.bin": b"\0" * 400_000_000})
    assert len(content) < 1_000_000
    assert "unpacks to 400 MB" in refusal(content)


def test_a_part_of_a_workbook_that_does_not_unpack_is_refused():
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "spreadsheetml.sheet.main " * 50)
    content = bytearray(sink.getvalue())
    begin = content.index(b".xml") + 4
    content[begin : begin + 12] = b"\xff" * 12
    assert "damaged ZIP or Excel file" in refusal(bytes(content))


@pytest.mark.parametrize("place", ["XFD1048576", "ZZ1048576"])
def test_a_single_cell_far_away_is_refused(make_workbook, place):
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    content = make_workbook(
        {
            "Data": '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
            f'<row r="{row}"><c r="{place}"><v>1</v></c></row></sheetData>'
        }
    )
    assert "reaches to column" in refusal(content)


def test_an_empty_workbook_is_refused(make_workbook):
    assert "is empty" in refusal(make_workbook({"Data": "<sheetData/>"}))


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
