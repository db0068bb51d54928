"""The CSV holds exactly the rows of the selection, in their order, as Excel opens them rightly."""

import csv
import io

import pandas as pd

from analysis.table.columns import OPERATION_COLUMNS, SHOWN_FIRST
from analysis.views.row_parts import cut_rows
from exports.tables.csv_file import csv_parts, operations_csv, rows_tsv, table_csv
from exports.tables.titles import titled_rows
from tests.handovers import handover

ROWS = [
    ("Mali", "1996 - 1997", "DDR, CS"),
    ("Kenya", "2004 - 2005", "IDPs"),
    ("Ivory Coast", "2004 - on going", "=cmd, CS"),
]


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_starts_with_the_mark_that_excel_knows_utf8_by(choose):
    content = operations_csv(choose(ROWS), ["name"])
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Côte d'Ivoire".encode() in content


def test_it_has_the_columns_asked_for_under_their_titles(choose):
    assert read(operations_csv(choose(ROWS), ["line", "name", "first_year", "last_year"])) == [
        ["Line", "Country or territory", "First year", "Last year"],
        ["2", "Mali", "1996", "1997"],
        ["4", "Côte d'Ivoire", "2004", ""],
        ["3", "Kenya", "2004", "2005"],
    ]


def test_it_has_exactly_the_rows_of_the_selection(choose):
    content = operations_csv(choose(ROWS, activity=("CS",)), ["country"])
    assert read(content) == [["Printed name"], ["Mali"], ["Ivory Coast"]]


def test_rows_stand_in_the_order_of_the_sort(choose):
    chosen = choose(ROWS)
    assert [row[0] for row in read(operations_csv(chosen, ["line"], "line", descending=True))[1:]] == [
        "4",
        "3",
        "2",
    ]
    assert [row[0] for row in read(operations_csv(chosen, ["name"], "name"))[1:]] == [
        "Côte d'Ivoire",
        "Kenya",
        "Mali",
    ]


def test_no_cell_can_be_run(choose):
    rows = [("=HYPERLINK(1)", "2001", "CS", "@x")]
    content = operations_csv(choose(rows, further=["=title"]), [*OPERATION_COLUMNS, "=title"], "line")
    header, row = read(content)
    assert header[-1] == "'=title" and row[-1] == "'@x"
    assert row[header.index("Country or territory")] == "'=HYPERLINK(1)"


def test_an_empty_selection_is_the_titles_alone(choose):
    assert read(operations_csv(choose(ROWS, search="nowhere"), ["name"])) == [["Country or territory"]]


def test_a_further_column_with_one_of_our_titles_is_told_apart(choose):
    rows = [("Mali", "2001", "CS", "West")]
    assert read(operations_csv(choose(rows, further=["Region"]), ["region", "Region"])) == [
        ["Region", "Region (as given)"],
        ["Africa", "West"],
    ]


def test_the_whole_leaflet_comes_with_its_numbers(choose_built_in):
    rows = pd.read_csv(io.BytesIO(operations_csv(choose_built_in(), list(OPERATION_COLUMNS))), keep_default_na=False)
    assert len(rows) == 32
    assert rows["Years so far"].sum() == 176
    assert (rows["Status"] == "ongoing").sum() == 21


def test_a_status_is_written_as_a_reader_reads_it(choose):
    assert read(operations_csv(choose([("Mali", "2001 - ?", "CS")]), ["status"])) == [
        ["Status"],
        ["with an unknown end"],
    ]


def test_copied_rows_have_tabs_and_one_line_each():
    rows = pd.DataFrame({"a": ["one\ttwo", "=three\nfour"], "b": [1, 2]})
    assert rows_tsv(rows) == "a\tb\none two\t1\n'=three four\t2\n"


def test_two_columns_of_one_name_are_both_made_safe():
    rows = pd.DataFrame([["=1", "=2"]], columns=["=a", "=a"])
    assert read(table_csv(rows)) == [["'=a", "'=a"], ["'=1", "'=2"]]


def test_cells_come_back_as_they_were_whatever_is_in_them():
    texts = ["", " ", "a,b", 'say "so"', "one\ntwo", "one\r\ntwo", "\u2028", "\u00a0", "'", '""']
    rows = pd.DataFrame({"text": texts, "number": range(len(texts))})
    assert read(table_csv(rows))[1:] == [[text, str(place)] for place, text in enumerate(texts)]


def test_a_row_of_one_empty_cell_is_a_row():
    assert read(table_csv(pd.DataFrame({"text": ["a", "", "b"]}))) == [["text"], ["a"], [""], ["b"]]


def test_any_table_becomes_csv():
    counts = pd.DataFrame({"activity": ["CS"], "operations": [3]})
    assert read(table_csv(counts)) == [["activity", "operations"], ["CS", "3"]]


def test_the_first_columns_shown_are_columns():
    assert set(SHOWN_FIRST) <= set(OPERATION_COLUMNS)


def test_its_parts_are_the_whole(choose):
    rows = titled_rows(handover(choose([*ROWS, ("Chad", "1", "CS"), ("-", "", "=a, CS")])).rows)
    for each in (1, 2, 100):
        assert b"".join(csv_parts(cut_rows(rows, each))) == table_csv(rows)
    assert len(list(csv_parts(cut_rows(rows, 2)))) == 3
    assert b"".join(csv_parts(cut_rows(rows.head(0), 2))) == table_csv(rows.head(0))
