"""Input that is no table of operations, each with what the sentence that refuses it must say."""

import gzip
import io
import zipfile

import pytest

from tests.workbooks import make_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(**files: bytes) -> bytes:
    """A ZIP of files by name, a dot for each double underscore."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return sink.getvalue()


def far_cell(place: str) -> bytes:
    """A workbook with a cell at A1 and another far away."""
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    return make_workbook({"Data": f'<sheetData>{first}<row r="{row}"><c r="{place}"><v>1</v></c></row></sheetData>'})


def unpacking_to(size: int) -> bytes:
    """A small workbook with a part that unpacks to a size."""
    return make_workbook({"Data": "<sheetData/>"}, extra={"xl/media/big.bin": b"\0" * size})


# At most 20 MB each, so that any of them can be uploaded.
_REFUSED = [
    (b"", "empty"),
    (b"\xef\xbb\xbf", "empty"),
    (b"\n \n\r\n", "empty"),
    (b",,\n,,\n", "blank lines"),
    (b"country,period,area\n", "no row"),
    (b"country,period\nKenya\x00,2004\n", "Line 2 holds a zero byte"),
    ("country,period\nKenya,2004\nCôt".encode() + "é".encode()[:1], "Line 3: the file is cut off"),
    ("country,period\nCôte,2004\n".encode() + b"\x81\x8d,2005\n", "Line 3: this is not UTF-8 text"),
    (b"country,Country,period\nKenya,Mali,2004\n", "'country' stands there more than once"),
    (b"country,period\nKenya,2004,x\nMali,2005\n", "Line 2: 3 values where the headings are 2"),
    (b"country,period\nKenya,2004\nMali,2005,x\n", "Line 3: 3 values where the headings are 2"),
    (b"country,period,area\nKenya,2004,CS\nMali,2005\nChad,2005,CS\n", "Line 3: 2 values where the headings are 3"),
    (b'country,period\nKenya,2004\n"Mali,2005\n', "Line 3: a quotation mark that opens there is never closed"),
    (b'country,period\nKenya,"2004"x\n', "Line 2: the quotation marks"),
    (b"country,period\nKenya," + b"x" * 200_000 + b"\n", "more than 100,000 characters"),
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
    (b"country,start,end\nKenya,inf,1e999\n", "No row has a period that can be read"),
    (b"country,start,end\nKenya,0,99999\n", "No column was recognised"),
]
# What takes a while to make is made when it is asked for.
_REFUSED_WORKBOOKS = [
    (lambda: far_cell("XFD1048576"), "reaches to column"),
    (lambda: far_cell("ZZ1048576"), "reaches to column"),
    (lambda: unpacking_to(400_000_000), "unpacks to 400 MB"),
    (lambda: make_workbook({"Data": "<sheetData/>"}), "is empty"),
]
# Larger than an upload may be.
_LARGE = [(lambda: b"country,period\nKenya," + b"x" * 50_000_000 + b"\n", "more than 100,000 characters")]


def named(cases: list[tuple]) -> list:
    """The cases for `parametrize`, each named by what is said: a ZIP holds the time, so it makes no name that lasts."""
    return [pytest.param(content, says, id=says) for content, says in cases]


REFUSED, REFUSED_WORKBOOKS, LARGE = named(_REFUSED), named(_REFUSED_WORKBOOKS), named(_LARGE)


def made(content) -> bytes:
    """The bytes of an entry."""
    return content if isinstance(content, bytes) else content()
