"""What is in each file is exactly the view's rows, and the link in it opens the view again."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from pandas.testing import assert_frame_equal
from pptx import Presentation
from pypdf import PdfReader

from analysis.intake.read import read_intake
from analysis.selection.select import select
from analysis.selection.selection import Selection, from_query
from analysis.selection.settings import OperationsSettings, read_settings
from analysis.table.columns import OPERATION_COLUMNS, further_columns
from analysis.table.load import load_built_in
from analysis.text import in_language, languages
from analysis.view import View
from exports.excel.workbook import named_rows
from exports.formats import FORMATS
from exports.handover import Handover
from exports.tables.titles import titled_rows
from tests.handovers import handover

SHOWN = ("name", "period", "status", "duration_years", "territories")
SELECTIONS = [
    Selection(region=("Asia",), activity=("IDPs", "CS"), match="all"),
    Selection(search="Côte d'", as_of=date(2004, 12, 31)),
    Selection(search="nowhere & +%"),
]
WITH_LINK = [kind for kind in FORMATS if kind.suffix != "csv"]


def make_view(selection: Selection, columns: tuple[str, ...] = SHOWN) -> Handover:
    """The view of a link of the operations page."""
    settings = OperationsSettings("name", "descending", ",".join(columns))
    view = View("operations", selection, settings=settings)
    return Handover(select(load_built_in(), selection), view, columns, "http://127.0.0.1:8501/operations")


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def texts(rows: pd.DataFrame) -> list[list[str]]:
    """The rows under their titles, each value as text."""
    return [list(rows), *rows.astype(object).astype(str).where(rows.notna(), "").to_numpy().tolist()]


def read_xlsx(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def read_slide(content: bytes) -> str:
    slide = Presentation(io.BytesIO(content)).slides[0]
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def read_part(content: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


# For each format how to find the link in it.
LINKS = {
    "xlsx": lambda content: "\n".join(str(row[1].value) for row in read_xlsx(content)["About"].iter_rows()),
    "zip": lambda content: read_part(content, "README.txt").decode(),
    "json": lambda content: json.loads(content)["about"]["link"],
    "parquet": lambda content: json.loads(pyarrow.parquet.read_schema(io.BytesIO(content)).metadata[b"about"])["link"],
    "pptx": read_slide,
    "pdf": lambda content: PdfReader(io.BytesIO(content)).pages[0].annotations[0].get_object()["/A"]["/URI"],
    "html": lambda content: unescape(re.sub("<[^>]+>", " ", content.decode())),
}


@pytest.mark.parametrize("kind", WITH_LINK, ids=lambda kind: kind.suffix)
@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_the_link_in_a_file_opens_the_view(kind, selection):
    view = make_view(selection)
    (link,) = re.findall(r"http://127\.0\.0\.1:8501/operations\?\S+", LINKS[kind.suffix](kind.write(view)))
    query = parse_qs(urlsplit(link).query)
    assert from_query(query, load_built_in()) == (selection, [])
    assert read_settings("operations", query) == (
        OperationsSettings(sort="name", order="descending", columns=",".join(SHOWN)),
        [],
    )


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_rows_are_exactly_those_of_the_view(selection):
    view = make_view(selection)
    files = {kind.suffix: kind.write(view) for kind in FORMATS if kind.what == "operations"}
    assert read_csv(files["csv"]) == texts(titled_rows(view.rows))
    listed = view.rows.assign(territories=view.rows["territories"].str.split(", ")).to_dict("records")
    assert json.loads(files["json"])["operations"] == listed
    assert_frame_equal(pd.read_parquet(io.BytesIO(files["parquet"])), view.rows.reset_index(drop=True))
    sheet = [[cell.value for cell in row] for row in read_xlsx(files["xlsx"])["Operations"].iter_rows()]
    assert sheet == [list(named_rows(view)), *named_rows(view).to_numpy().tolist()]
    packed = list(csv.DictReader(io.StringIO(read_part(files["zip"], "operations.csv").decode("utf-8-sig"))))
    assert [[row[column] for column in SHOWN] for row in packed] == texts(view.rows)[1:]


@pytest.mark.parametrize("selection", [SELECTIONS[1], Selection(region=("Americas",), status=("ongoing",))], ids=str)
def test_briefs_have_the_rows_of_the_view_in_its_order(selection):
    view = make_view(selection)
    files = {kind.suffix: kind.write(view) for kind in FORMATS if kind.what == "brief"}
    names = view.rows["name"].tolist()
    assert re.findall('<td class="name">(.*?)</td>', files["html"].decode()) == [
        name.replace("'", "&#x27;") for name in names
    ]
    slide = Presentation(io.BytesIO(files["pptx"])).slides[0]
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert [row.cells[0].text for row in table.rows][1:] == names


def test_the_csv_read_by_our_own_reader_gives_the_same_operations():
    view = make_view(Selection(region=("Asia",)), tuple(OPERATION_COLUMNS))
    content = next(kind for kind in FORMATS if kind.suffix == "csv").write(view)
    intake = read_intake(
        content, "operations.csv", as_of=date(2006, 12, 31), country="Printed name", period="Printed period"
    )
    again = handover(select(intake.table, Selection()), sort="name", descending=True)
    assert intake.table.problems.empty
    ours = [column for column in OPERATION_COLUMNS if column != "line"]
    assert_frame_equal(
        again.rows[ours].reset_index(drop=True), view.rows[ours].reset_index(drop=True), check_dtype=False
    )


SAME = ["name", "period_read", "status", "duration_years", "activities", "territories"]
OWN_TABLE = """Country;Start;End;Status;Sector;Budget
Kenya;2004-01-05;2005-02-06;Closed;Water, Sanitation and Hygiene|Health;1,5
Mali;2004;;Closed;Health;2,5
Chad;May 2005;;Ongoing;Food;
Kenya, Uganda;38000;2006-12-31;Ongoing;Health|Food;
Niger;soon;;;Food;
Togo;2003;2002;Closed;Food;
Peru;2005;?;;;
World;2005;2005;closed;Peace;
"""


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet"])
@pytest.mark.parametrize(
    "selection", [Selection(), SELECTIONS[0], Selection(as_of=date(2004, 12, 31))], ids=["all", "some", "earlier"]
)
def test_our_own_files_are_read_back_with_no_word_from_anyone(suffix, selection):
    view = handover(select(load_built_in(), selection), tuple(OPERATION_COLUMNS))
    # Only an earlier date than the rows themselves speak of has to be said.
    intake = read_intake(next(kind for kind in FORMATS if kind.suffix == suffix).write(view), as_of=selection.as_of)
    again = handover(select(intake.table, Selection()), tuple(OPERATION_COLUMNS))
    assert intake.table.problems.empty
    assert intake.table.as_of == view.selected.snapshot.as_of
    by_line = view.rows.sort_values("name")[SAME].reset_index(drop=True)
    assert_frame_equal(again.rows.sort_values("name")[SAME].reset_index(drop=True), by_line, check_dtype=False)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
@pytest.mark.parametrize("code", languages())
def test_a_file_in_any_language_is_read_back_whoever_reads_it(code, suffix):
    earlier = select(load_built_in(), Selection(as_of=date(2004, 12, 31)))
    with in_language(code):
        content = next(kind for kind in FORMATS if kind.suffix == suffix).write(handover(earlier))
    # A CSV states no day but in its name.
    intake = read_intake(content, as_of=date(2004, 12, 31) if suffix == "csv" else None)
    again = handover(select(intake.table, Selection()))
    assert intake.table.problems.empty and intake.table.as_of == date(2004, 12, 31)
    codes = ["status", "duration_years", "activities", "territories"]
    assert_frame_equal(
        again.rows.sort_values("territories")[codes].reset_index(drop=True),
        handover(earlier).rows.sort_values("territories")[codes].reset_index(drop=True),
        check_dtype=False,
    )


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_file_of_somebodys_own_table_is_read_back_as_that_table(suffix):
    own = select(read_intake(OWN_TABLE.encode()).table, Selection())
    view = handover(own, (*OPERATION_COLUMNS, *further_columns(own.snapshot.table)))
    intake = read_intake(next(kind for kind in FORMATS if kind.suffix == suffix).write(view))
    again = handover(select(intake.table, Selection()), tuple(OPERATION_COLUMNS))
    assert intake.table.as_of == own.snapshot.as_of
    both = [rows.sort_values("name")[SAME].reset_index(drop=True) for rows in (again.rows, view.rows)]
    assert_frame_equal(*both, check_dtype=False)


SHORT = [
    Selection(territory=("TLS",)),
    Selection(region=("Americas",)),
    Selection(region=("Africa",), activity=("CS",)),
    Selection(status=("closed",)),
    Selection(as_of=date(2004, 6, 30)),
]


@pytest.mark.parametrize("suffix", ["xlsx", "parquet"])
@pytest.mark.parametrize("selection", SHORT, ids=str)
def test_a_file_of_few_rows_comes_home_with_its_own_as_of_date(suffix, selection):
    view = handover(select(load_built_in(), selection), tuple(OPERATION_COLUMNS))
    intake = read_intake(next(kind for kind in FORMATS if kind.suffix == suffix).write(view))
    again = handover(select(intake.table, Selection()), tuple(OPERATION_COLUMNS))
    assert intake.table.problems.empty
    assert intake.table.as_of == view.selected.snapshot.as_of
    both = [rows.sort_values("name")[SAME].reset_index(drop=True) for rows in (again.rows, view.rows)]
    assert_frame_equal(*both, check_dtype=False)
