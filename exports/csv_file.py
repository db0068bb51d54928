"""The selected operations as CSV."""

import csv
import io

import pandas as pd

from analysis.rows import COLUMNS, operation_rows, order_operations
from analysis.select import Selected
from analysis.text import _
from exports.cells import safe_cell, safe_rows


def operations_csv(selected: Selected, columns: list[str], sort: str = "start", descending: bool = False) -> bytes:
    """The chosen operations in this order with these columns: UTF-8 with a mark that Excel knows it by."""
    numbers = order_operations(selected, sort, descending)
    return table_csv(operation_rows(selected.snapshot, numbers)[columns].rename(columns=column_title))


def table_csv(rows: pd.DataFrame) -> bytes:
    """Any table as CSV with cells that no spreadsheet runs."""
    return safe_rows(rows).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def plain_rows(table: pd.DataFrame) -> tuple[list[str], list[list]]:
    """A small table as its column titles and its rows of plain values; missing ones are empty texts."""
    rows = [["" if pd.isna(value) else value for value in row] for row in table.itertuples(index=False, name=None)]
    return [str(name) for name in table], rows


def rows_csv(columns: list[str], rows: list[list]) -> str:
    """Plain rows as CSV text with cells that no spreadsheet runs, for small tables; `table_csv` is for large ones."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in [columns, *rows]:
        writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return f"\ufeff{text.getvalue()}"


def rows_tsv(rows: pd.DataFrame) -> str:
    """The rows with tabs between cells, as a spreadsheet takes them from the clipboard."""
    flat = safe_rows(rows).replace(r"[\t\r\n]+", " ", regex=True)
    return flat.to_csv(index=False, sep="\t", lineterminator="\n")


def column_title(column: str) -> str:
    """What a column is called for a reader; a further column keeps its own name."""
    return _(COLUMNS[column]) if column in COLUMNS else column
