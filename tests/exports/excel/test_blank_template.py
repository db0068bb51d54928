"""The template offers what it should, and what is filled in comes back as the same operations."""

import io
from datetime import date

import openpyxl
import pytest

from analysis.errors import InputError
from analysis.intake.read import read_intake
from analysis.table.load import load_built_in
from analysis.text import in_language
from exports.excel.blank_template import template_xlsx

AS_OF = date(2006, 12, 31)


@pytest.fixture(scope="module")
def content() -> bytes:
    return template_xlsx(load_built_in())


def fill(content: bytes, rows: list[list], headings: list[str] | None = None) -> bytes:
    """The template with these rows below its headings, or below others."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    sheet = workbook["Operations"]
    if headings:
        sheet.delete_cols(1, sheet.max_column)
        rows = [headings, *rows]
    for number, row in enumerate(rows, start=1 if headings else 2):
        for place, value in enumerate(row, start=1):
            sheet.cell(number, place, value)
    sink = io.BytesIO()
    workbook.save(sink)
    return sink.getvalue()


def operations(table) -> list[tuple]:
    """Territories, spells and activities of each operation."""
    territories = table.place_territories.groupby("place")["iso3"].agg(sorted).to_dict()
    activities = table.set_activities.groupby("activity_set")["activity"].agg(sorted).to_dict()
    texts = table.spells.astype(str).fillna("NaT")
    spells = {number: part.iloc[:, 1:].to_numpy().tolist() for number, part in texts.groupby(table.spells["operation"])}
    rows = table.operations[["place", "activity_set"]].itertuples(index=False)
    return [
        (territories.get(row.place), spells.get(number), activities.get(row.activity_set))
        for number, row in enumerate(rows)
    ]


def test_the_sheets_and_their_lists(content):
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    assert [(sheet.title, sheet.sheet_state) for sheet in workbook] == [
        ("Operations", "visible"), ("How to fill it in", "visible"), ("Lists", "hidden"),
    ]  # fmt: skip
    sheet = workbook["Operations"]
    headings = [cell.value for cell in sheet[1]]
    assert headings == [
        "Country", "Start", "End", "Status", "Activity 1", "Activity 2", "Activity 3", "Activity 4", "Title",
    ]  # fmt: skip
    lists = workbook["Lists"]
    offered = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            column = rule.formula1[len("Lists!$")]
            offered[str(rule.sqref)] = [cell.value for cell in lists[column] if cell.value is not None]
    assert offered["D2:D2001"] == ["ongoing", "closed", "planned"]
    assert offered["E2:E2001"] == offered["H2:H2001"] == ["IDPs", "DDR", "OCV", "CS", "ND"]
    countries = offered["A2:A2001"]
    assert {"Timor-Leste", "Côte d'Ivoire", "Kosovo*", "Viet Nam"} < set(countries)
    assert len(countries) == len(load_built_in().reference.territories)


def test_the_operations_of_the_leaflet_come_back_as_they_were(content):
    table = load_built_in()
    names = table.reference.territories["name_en"]
    rows, expected = [], []
    for codes, spells, activities in operations(table):
        # The one with two spells is what the column Period is for, below.
        if len(spells) > 1:
            continue
        (start, end, _start_precision, end_precision) = spells[0]
        open_end = end_precision == "ongoing"
        status = "ongoing" if open_end else "closed"
        ends = None if open_end else end[:4]
        rows.append(["; ".join(names[code] for code in codes), start[:4], ends, status, *activities])
        expected.append((codes, spells, activities))
    table = read_intake(fill(content, rows), "filled.xlsx", as_of=AS_OF).table
    assert operations(table) == expected
    assert table.problems.empty and len(rows) == 31


@pytest.mark.parametrize(
    ("cells", "territories", "spell"),
    [
        (["Kosovo*", "2004-05", "2004-05-31"], ["XKX"], ["2004-05-01", "2004-05-31", "month", "day"]),
        (["Kenya; Uganda", date(2004, 5, 31), None], ["KEN", "UGA"], ["2004-05-31", "NaT", "day", "ongoing"]),
        (["MLI", 2004, None, "closed"], ["MLI"], ["2004-01-01", "NaT", "year", "unknown"]),
    ],
)
def test_a_single_row_is_read_rather_than_the_sheet_that_explains(content, cells, territories, spell):
    intake = read_intake(fill(content, [cells]), "filled.xlsx", as_of=AS_OF)
    assert intake.sheet.sheet == "Operations"
    assert operations(intake.table) == [(territories, [spell], None)]


def test_a_column_called_period_takes_an_operation_that_paused(content):
    filled = fill(content, [["Timor-Leste", "1999 - 2001; 2006", "CS"]], ["Country", "Period", "Activity 1"])
    assert [spell[:2] for spell in operations(read_intake(filled, as_of=AS_OF).table)[0][1]] == [
        ["1999-01-01", "2001-12-31"], ["2006-01-01", "2006-12-31"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "rows"),
    [
        ("fr", ["Côte d'Ivoire;2004;2005;terminée;Catastrophes naturelles", "Soudan;mai 2004;;en cours;CS"]),
        ("es", ["Costa de Marfil;2004;2005;cerrada;Desastres naturales", "Sudán;mayo 2004;;en curso;CS"]),
        ("ar", ["كوت ديفوار;٢٠٠٤;2005;منتهية;الكوارث الطبيعية", "السودان;أيار/مايو 2004;;جارية;CS"]),
    ],
)
def test_a_template_filled_in_in_its_own_language_is_read(code, rows):
    with in_language(code):
        workbook = openpyxl.load_workbook(io.BytesIO(template_xlsx(load_built_in())))
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row.split(";"), start=1):
            workbook.active.cell(number, column, value or None)
    filled = io.BytesIO()
    workbook.save(filled)
    table = read_intake(filled.getvalue(), "filled.xlsx", as_of=AS_OF).table
    assert operations(table) == [
        (["CIV"], [["2004-01-01", "2005-12-31", "year", "year"]], ["ND"]),
        (["SDN"], [["2004-05-01", "NaT", "month", "ongoing"]], ["CS"]),
    ]
    assert table.problems.empty


def test_an_empty_template_says_that_it_has_no_rows(content):
    with pytest.raises(InputError, match="no row of a table below"):
        read_intake(content, "template.xlsx")


def test_the_same_table_gives_the_same_bytes_in_any_language(content):
    assert template_xlsx(load_built_in()) == content
    with in_language("zz"):
        headings = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(template_xlsx(load_built_in()))).active[1]]
    assert headings[:3] == ["Country", "Start", "End"]
