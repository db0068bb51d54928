"""No file in another language has an English word of ours, whatever its kind."""

import csv
import html
import io
import json
import re
import zipfile

import openpyxl
import pypdf
import pytest

from analysis.text import in_language
from exports.formats import FORMATS
from tests.english import english_in
from tests.handovers import handover

# Words of the machine in JSON, which are the same in every language.
CODES = {
    "query",
    "columns",
    "column",
    "sort",
    "switched_off",
    "status",
    "link",
    "name",
    "primaryKey",
    "constraints",
    "foreignKeys",
}


def plain(value: object) -> list[str]:
    """The texts of a JSON value, but for what are codes."""
    if isinstance(value, dict):
        return [text for name, part in value.items() if name not in CODES for text in plain(part)]
    if isinstance(value, list):
        return [text for part in value for text in plain(part)]
    return [value] if isinstance(value, str) else []


def office(content: bytes) -> list[str]:
    """The texts of the drawings, slides and charts in an Office file, and what is read out in their place."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        shown = [
            parts.read(name).decode() for name in parts.namelist() if re.search("slides/|charts?/|drawings/", name)
        ]
    return [html.unescape(text) for part in shown for text in re.findall(r'(?:<[ac]:[tv]>|descr=")([^<"]+)', part)]


def marked(page: str) -> list[str]:
    """The texts of HTML, and what is read out in the place of its drawings."""
    return [html.unescape(text) for text in re.findall(r'(?:>|aria-label=")([^<>"]+)', page)]


def xlsx(content: bytes) -> list[str]:
    """The texts of a workbook: names of sheets, cells and charts."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    return [*book.sheetnames, *filter(lambda cell: isinstance(cell, str), cells), *office(content)]


def packed(content: bytes) -> list[str]:
    """The texts of a data package: its README, and what its description says of each column."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return [*parts.read("README.txt").decode().splitlines(), *plain(json.loads(parts.read("datapackage.json")))]


READ = {
    "csv": lambda content: [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row],
    "html": lambda content: marked(content.decode().split("</style>")[1]),
    "json": lambda content: plain(json.loads(content)["about"]),
    "parquet": lambda content: [],
    "pdf": lambda content: pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text().splitlines(),
    "pptx": office,
    "xlsx": xlsx,
    "zip": packed,
}  # fmt: skip


@pytest.mark.parametrize("code", ["fr", "es", "ar"])
@pytest.mark.parametrize("fields", [{"territory": ("TLS", "XKX")}, {"search": "nowhere"}], ids=["two", "none"])
def test_no_file_in_another_language_has_an_english_message(choose_built_in, code, fields):
    with in_language(code):
        view = handover(choose_built_in(**fields), address="http://127.0.0.1:8501/operations")
        files = {kind.suffix: READ[kind.suffix](kind.write(view)) for kind in FORMATS}
    assert {suffix: found for suffix, texts in files.items() if (found := english_in(texts, code))} == {}
    assert sum(map(len, files.values())) > 100
