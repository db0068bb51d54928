"""The files of the page Data quality: every problem, and every row as printed and as read, safe to open."""

import csv
import io

import pytest

from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.views.table_changes.changes import compare_tables
from exports.tables.quality import as_read_csv, problems_csv
from exports.tables.table_changes import changes_csv

ROWS = [
    ("Ivory Coast", "2001 -", "ddr", "=1+1"),
    ("=cmd", "@SUM(A1)", "CS", ""),
    ("Mali", "2008 - 2009", "CS", "later"),
]


@pytest.fixture(scope="module")
def table(make_table):
    return make_table(ROWS, further=["note"])


def read(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV by their titles."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_problems_by_line_column_and_value_with_what_to_do(table):
    assert read(problems_csv(table)) == [
        {
            "Line": "3",
            "Column": "country",
            "Value": "'=cmd",
            "What is wrong": "is not a country or territory that is known",
            "What to do": "Write the country's name or its ISO 3166 code.",
        },
        {
            "Line": "3",
            "Column": "period",
            "Value": "'@SUM(A1)",
            "What is wrong": "is not a period that can be read",
            "What to do": "Write the period as 2004 - 2006 or 2004 - ongoing.",
        },
    ]


def test_every_row_as_printed_and_as_read_with_the_reasons(table):
    first, second, third = read(as_read_csv(select(table, Selection())))
    titles = ["Printed name", "Country or territory", "Printed period", "Period as read", "Status", "note"]
    assert [first[title] for title in titles] == [
        "Ivory Coast", "Côte d'Ivoire", "2001 -", "2001 - ongoing", "ongoing", "'=1+1",
    ]  # fmt: skip
    assert (first["Activities as printed"], first["Activities"], first["Problems"]) == ("ddr", "DDR", "")
    assert first["Read otherwise than printed"] == (
        "country: “Ivory Coast” is read as “Côte d'Ivoire” (English translation of Côte d'Ivoire)."
        " period: “2001 -” is read as “2001 - ongoing” (a dash with nothing after it is ongoing)."
        " activity area: “ddr” is read as “DDR” (name or spelling of a known activity)."
    )
    assert second["Problems"].startswith("country: “=cmd” is not a country")
    # What begins after the as-of date is a row of the table too.
    assert (third["Line"], third["Period as read"]) == ("4", "2008 - 2009")


def test_every_pair_of_two_tables_is_in_the_file_and_safe(table, make_table):
    rows = read(changes_csv(compare_tables(make_table(ROWS[1:], further=["note"]), table)))
    assert [(row["Country or territory"], row["Change"], row["Line before"]) for row in rows] == [
        ("Côte d'Ivoire", "new", ""),
        ("'=cmd", "unchanged", "2"),
        ("Mali", "unchanged", "3"),
    ]
    assert rows[0]["Period after"] == "2001 - ongoing"
