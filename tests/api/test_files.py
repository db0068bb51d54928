"""A file of the running server holds exactly the rows of the view, and its link opens that view."""

import csv
import io
import json
import re
import zipfile
from html import unescape
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from pptx import Presentation

from analysis.selection.select import select
from analysis.selection.selection import from_query
from analysis.selection.sentence import selection_sentence
from analysis.selection.settings import read_settings
from analysis.table.load import load_built_in
from analysis.views.rows import order_operations

VIEWS = [
    "",
    "region=africa&activity=IDPs&activity=CS&match=all&years=1999-2006&sort=duration&order=descending",
    "territory=XKX&as_of=2003-06-30&colour=status",
    "search=nowhere&columns=line,name",
    "region=asia&sort=name&columns=name,line,activities",
]


def selected_by(query: str):
    """The operations that a page shows for a link's query, and its settings of rows."""
    given = parse_qs(query, keep_blank_values=True)
    selection, ignored = from_query(given, load_built_in())
    assert ignored == []
    return select(load_built_in(), selection), read_settings("operations", given)[0]


def lines_of(query: str) -> list[int]:
    """The lines of the rows that the page of operations shows for a link's query, in their order."""
    selected, settings = selected_by(query)
    order = order_operations(selected, settings.sort, settings.descending)
    return selected.snapshot.operations["line"].iloc[order].tolist()


def read_csv(body: bytes) -> tuple[list[int], str]:
    """The lines of the rows of a CSV, which has no link."""
    rows = csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""))
    return [int(row["Line"]) for row in rows], ""


def read_json(body: bytes) -> tuple[list[int], str]:
    """The lines of the rows of a JSON file, and its link."""
    found = json.loads(body)
    return [row["line"] for row in found["operations"]], found["about"]["link"]


def read_xlsx(body: bytes) -> tuple[list[int], str]:
    """The lines of the rows of a workbook, and the link on its sheet About."""
    book = openpyxl.load_workbook(io.BytesIO(body))
    titles, *rows = book["Operations"].values
    about = {label: text for label, text, *_rest in book["About"].values}
    return [row[titles.index("Line")] for row in rows], about["Link to this view"]


def read_parquet(body: bytes) -> tuple[list[int], str]:
    """The lines of the rows of a Parquet file, and the link in its metadata."""
    table = pyarrow.parquet.read_table(io.BytesIO(body))
    return table["line"].to_pylist(), json.loads(table.schema.metadata[b"about"])["link"]


def read_zip(body: bytes) -> tuple[list[int], str]:
    """The lines of the rows of a data package, and its link."""
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        rows = pd.read_csv(io.BytesIO(parts.read("operations.csv")))
        return rows["source_line"].tolist(), json.loads(parts.read("datapackage.json"))["homepage"]


READERS = {"csv": read_csv, "json": read_json, "xlsx": read_xlsx, "parquet": read_parquet, "zip": read_zip}


@pytest.mark.parametrize("query", VIEWS)
@pytest.mark.parametrize("suffix", READERS)
def test_a_file_holds_the_rows_of_the_view_and_its_link_opens_it(ask, server_url, suffix, query):
    lines, link = READERS[suffix](ask(f"/api/operations.{suffix}?{query}").body)
    assert lines == lines_of(query)
    if link:
        assert link.startswith(f"{server_url}/operations")
        assert lines_of(urlsplit(link).query) == lines


def html_words(body: bytes) -> str:
    """The text of an HTML brief."""
    return unescape(re.sub("<[^>]+>", " ", body.decode()))


def pptx_words(body: bytes) -> str:
    """The text of a brief as a slide."""
    shapes = Presentation(io.BytesIO(body)).slides[0].shapes
    return "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


@pytest.mark.parametrize(("path", "words"), [("brief.html", html_words), ("brief.pptx", pptx_words)])
def test_a_brief_says_the_view_and_its_link_opens_it(ask, server_url, path, words):
    query = "region=africa&years=1999-2006&sort=name"
    text = words(ask(f"/api/{path}?{query}").body)
    assert selection_sentence(selected_by(query)[0]) in text
    link = re.search(rf"{server_url}/operations\?\S+", text)[0]
    assert lines_of(urlsplit(link).query) == lines_of(query)


def test_columns_are_those_of_the_link_and_else_all(ask):
    first = ask("/api/operations.csv?columns=line,name").body.decode("utf-8-sig").splitlines()[0]
    assert first == "Line,Country or territory"
    assert list(ask("/api/operations.json?columns=name,line").json["operations"][0]) == ["name", "line"]
    assert len(ask("/api/operations.json").json["operations"][0]) == 14


def test_the_link_is_of_the_host_that_was_asked(ask):
    link = ask("/api/operations.json?region=africa", host="localhost:8501").json["about"]["link"]
    assert link == "http://localhost:8501/operations?region=africa"


def test_a_territory_s_page_becomes_its_operations(ask):
    answer = ask("/api/brief.html?iso3=TLS&region=africa")
    assert "Timor-Leste" in answer.body.decode()
    assert answer.headers["x-ignored-parameters"] == "region"
    assert answer.headers["content-disposition"] == 'attachment; filename="brief_tls.html"'
