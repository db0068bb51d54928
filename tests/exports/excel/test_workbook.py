"""The workbook holds exactly the rows of the view, says what they are, and can run nothing."""

import io
import zipfile
from datetime import date, datetime
from xml.etree import ElementTree

import openpyxl
import pytest

import exports.excel.workbook
from analysis.errors import InputError
from analysis.table.columns import OPERATION_COLUMNS
from analysis.text import in_language
from exports.excel.workbook import operations_xlsx
from exports.handover import Handover
from tests.handovers import handover
from tests.soffice import convert

ROWS = [
    ("Mali", "1996 - 1997", "DDR, CS", "10", "007"),
    ("Kenya", "2004 - on going", "IDPs", "-2.5", "008"),
    ("Ivory Coast", "2001-06-15 - 2003", "CS", "", "x"),
]
DDR = "Disarmament, Demobilization and Reintegration"
TITLES = ["Country or territory", "First year", "Last year", "Years so far", "Activities", "Activities by name"]
HOSTILE = ["=1+1", "http://example.org/", "<r><t>x</t></r>", "a\x00b\x07", "_x0041_", "\uffff", " spaced ", "@SUM(A1)"]
PAGE = "http://127.0.0.1:8501/operations"


def load(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(sheet) -> list[list]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def hostile_view(choose) -> Handover:
    rows = [("Mali", "2001", "=cmd|x, CS", text) for text in HOSTILE]
    return handover(
        choose(rows, further=["=note"]), columns=(*OPERATION_COLUMNS, "=note"), sort="line", address="=link"
    )


def test_operations_are_the_rows_of_the_view(choose):
    selected = choose(ROWS, further=["budget", "id"])
    columns = ("name", "first_year", "last_year", "duration_years", "activities", "budget", "id")
    sheet = load(operations_xlsx(handover(selected, columns=columns, sort="name")))["Operations"]
    assert cells(sheet) == [
        [*TITLES, "budget", "id"],
        ["Côte d'Ivoire", 2001, 2003, pytest.approx(2.5464, abs=1e-4), "CS", "Community Stabilization", None, "x"],
        ["Kenya", 2004, None, 3, "IDPs", "Internally Displaced People", -2.5, "008"],
        ["Mali", 1996, 1997, 2, "DDR, CS", f"{DDR}; Community Stabilization", 10, "007"],
    ]
    assert [sheet.cell(row, 4).number_format for row in (2, 3, 4)] == ["0.0", '0"+"', "0"]


def test_the_sheet_is_ready_to_use_and_to_print(choose_built_in):
    sheet = load(operations_xlsx(handover(choose_built_in())))["Operations"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:N33"
    # One page wide is what a missing width means.
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert 9 <= sheet.column_dimensions["A"].width <= 48


def test_a_workbook_says_its_language_and_reads_from_the_right_in_arabic_alone(choose_built_in):
    view = handover(choose_built_in(region=("Europe",)))
    for code, from_right in (("es", False), ("ar", True)):
        with in_language(code):
            book = load(operations_xlsx(view))
        assert book.properties.language == code
        sheets = book.worksheets
        assert {bool(sheet.sheet_view.rightToLeft) for sheet in sheets} == {from_right}


def test_no_word_of_a_heading_is_broken_however_narrow_its_column(choose_built_in):
    sheet = load(operations_xlsx(handover(choose_built_in(search="nowhere"))))["Operations"]
    for cell in sheet[1]:
        assert sheet.column_dimensions[cell.column_letter].width > max(map(len, cell.value.split())) + 2


def test_the_summary_has_the_numbers_and_three_charts(choose_built_in):
    content = operations_xlsx(handover(choose_built_in()))
    book = load(content)
    rows = cells(book["Summary"])
    assert rows[0][0] == "All 32 operations"
    assert ["Ongoing", 21] in [row[:2] for row in rows]
    assert ["CS · Community Stabilization", 26] in [row[:2] for row in rows]
    assert [2004, 24] in [row[:2] for row in rows]
    assert len(book["Summary"]._charts) == 3
    charts = [name for name in zipfile.ZipFile(io.BytesIO(content)).namelist() if "charts/chart" in name]
    assert len(charts) == 3


def test_about_says_what_the_file_is(choose_built_in):
    view = handover(choose_built_in(activity=("CS",)), address=PAGE, made_at="2026-01-02 10:00", version="1.2")
    told = [tuple(row) for row in cells(load(operations_xlsx(view))["About"])]
    assert ("Selection", "26 of 32 operations: with Community Stabilization") in told
    assert ("Link to this view", f"{PAGE}?activity=CS") in told
    assert ("As-of date", datetime(2006, 12, 31)) in told
    assert any("22001" in str(text) for _label, text in told)


def test_codes_that_occur_are_explained(choose):
    rows = cells(load(operations_xlsx(handover(choose(ROWS, further=["budget", "id"]))))["Codes"])
    assert [row[0] for row in rows] == ["Code", "CS", "IDPs", "DDR", None, "ISO3", "CIV", "KEN", "MLI"]
    assert rows[1][1:3] == ["Community Stabilization", 2]


def test_nothing_can_be_run_or_followed(choose):
    content = operations_xlsx(hostile_view(choose))
    for sheet in load(content):
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
            assert not any(str(cell.value).startswith(("=", "@")) for cell in row)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            text = ElementTree.tostring(ElementTree.fromstring(parts.read(name)), "unicode")
            assert "<f>" not in text and "hyperlink" not in text


def test_every_text_comes_back_as_it_was_but_for_the_mark(choose):
    sheet = load(operations_xlsx(hostile_view(choose)))["Operations"]
    read = [row[-1].value for row in sheet.iter_rows(min_row=2)]
    marked = {"=1+1", "<r><t>x</t></r>", "@SUM(A1)"}
    expected = [f"'{text}" if text in marked else text for text in HOSTILE]
    assert [openpyxl.utils.escape.unescape(text) for text in read] == expected


def test_a_further_column_may_be_called_like_one_of_ours(choose):
    view = handover(choose([("Mali", "2001", "CS", "many")], further=["Years so far"]), columns=("Years so far",))
    assert cells(load(operations_xlsx(view))["Operations"]) == [["Years so far"], ["many"]]


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(choose):
    view = handover(choose([("Mali", "2001", "CS", "a" * 40_000)], further=["note"]), columns=("note",))
    text = load(operations_xlsx(view))["Operations"]["A2"].value
    assert len(text) < 32_767 and text.endswith("(longer than a cell can hold)")


def test_more_rows_than_a_sheet_holds_are_refused(choose, monkeypatch):
    monkeypatch.setattr(exports.excel.workbook, "LAST_ROW", 2)
    with pytest.raises(InputError, match="holds 2 rows and this view has 3"):
        operations_xlsx(handover(choose(ROWS, further=["budget", "id"])))


@pytest.mark.parametrize("fields", [{"search": "nowhere"}, {"territory": ("MLI",)}])
def test_no_row_and_one_row_are_workbooks_too(choose, fields):
    view = handover(choose(ROWS, further=["budget", "id"], **fields))
    assert load(operations_xlsx(view))["Operations"].max_row == 1 + view.selected.count


def test_the_same_view_gives_the_same_bytes(choose_built_in):
    first, second = (operations_xlsx(handover(choose_built_in(), made_at="2026-01-02")) for _again in range(2))
    assert first == second


def test_libreoffice_opens_it_and_reads_the_same(choose, choose_built_in, tmp_path):
    view = handover(choose_built_in(region=("Africa",)), sort="end", descending=True, address=PAGE)
    path = convert(operations_xlsx(view), "xlsx", "ods", tmp_path)
    text = zipfile.ZipFile(path).read("content.xml").decode()
    assert (
        'table:name="Operations"' in text
        and f"{PAGE}?region=africa" in text
        and "13 of 32 operations: in Africa" in text
    )
    again = convert(path.read_bytes(), "ods", "xlsx", tmp_path)
    assert cells(load(again.read_bytes())["Operations"]) == cells(load(operations_xlsx(view))["Operations"])


def test_libreoffice_opens_hostile_cells_as_text(choose, tmp_path):
    path = convert(operations_xlsx(hostile_view(choose)), "xlsx", "ods", tmp_path)
    text = zipfile.ZipFile(path).read("content.xml").decode()
    assert "table:formula" not in text and "text:a " not in text


def test_periods_are_one_row_each_with_days_as_days(choose):
    rows = [("Mali", "1999 - 2001; 2006-05", "CS"), ("Kenya", "1890 - 1895-06-30", "CS"), ("Chad", "2004 - ?", "")]
    sheet = load(operations_xlsx(handover(choose(rows), sort="line")))["Periods"]
    assert cells(sheet) == [
        ["Line", "Operation", "First day", "Last day", "Status", "Years so far", "Start known to", "End known to"],
        [2, "Mali", datetime(1999, 1, 1), datetime(2001, 12, 31), "closed", 3, "the year", "the year"],
        [
            2,
            "Mali",
            datetime(2006, 5, 1),
            datetime(2006, 5, 31),
            "closed",
            pytest.approx(0.084932),
            "the month",
            "the month",
        ],
        [3, "Kenya", "1890-01-01", "1895-06-30", "closed", pytest.approx(5.49589), "the year", "the day"],
        [4, "Chad", datetime(2004, 1, 1), None, "with an unknown end", None, "the year", "unknown"],
    ]


def test_what_is_a_number_a_day_or_a_link_is_one(choose_built_in):
    book = load(operations_xlsx(handover(choose_built_in(as_of=date(2004, 6, 30)), address=PAGE)))
    told = {row[0].value: row[1] for row in book["About"].iter_rows() if row[0].value}
    assert (told["Operations in this file"].value, told["Not yet started"].value) == (30, 2)
    assert told["As-of date"].value == datetime(2004, 6, 30) and told["As-of date"].number_format == "yyyy-mm-dd"
    assert told["Link to this view"].hyperlink.target == f"{PAGE}?as_of=2004-06-30"
    numbers = {row[0].value: row[1].value for row in book["Summary"].iter_rows()}
    assert numbers["Years so far, in all"] == pytest.approx(118.934, abs=0.001)


@pytest.mark.parametrize("address", ["javascript:alert(1)//", "file:///etc/passwd", "page"])
def test_only_an_address_of_the_web_can_be_followed(choose_built_in, address):
    book = load(operations_xlsx(handover(choose_built_in(), address=address)))
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def test_a_row_is_as_high_as_its_longest_text(choose):
    rows = [("Mali", "2001", "CS", "short"), ("Kenya", "2002", "CS", "a long title of a project " * 8)]
    sheet = load(operations_xlsx(handover(choose(rows, further=["title"]), ("name", "title"), sort="line")))[
        "Operations"
    ]
    assert sheet.row_dimensions[2].height is None
    assert sheet.row_dimensions[3].height >= 5 * 15 and sheet["B3"].alignment.wrap_text


def test_rows_of_codes_are_as_high_as_their_definitions_and_columns_as_wide_as_what_is_shown(choose_built_in, choose):
    codes = load(operations_xlsx(handover(choose_built_in())))["Codes"]
    assert codes["A2"].value == "CS" and codes.row_dimensions[2].height > 2.5 * codes.row_dimensions[10].height
    sheet = load(operations_xlsx(handover(choose(ROWS, further=["budget", "id"]), columns=("name", "duration_years"))))
    years = sheet["Operations"]
    assert any(len(str(cell.value)) > 6 for cell in years["B"][1:]) and years.column_dimensions["B"].width < 13
