"""The selected operations as CSV."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator

import numpy as np
import pandas as pd

from analysis.selection.select import Selected
from analysis.views.row_parts import cut_rows, list_row_parts
from exports.tables.safe_cells import cell_texts, safe_cell
from exports.tables.titles import titled_rows

_NEEDS_QUOTES = re.compile('[",\r\n]')
_BREAKS = re.compile("[\t\r\n]+")


def operations_csv(selected: Selected, columns: list[str], sort: str = "start", descending: bool = False) -> bytes:
    """The chosen operations in this order with these columns: UTF-8 with a mark that Excel knows it by."""
    return b"".join(csv_parts(titled_rows(rows[columns]) for rows in list_row_parts(selected, sort, descending)))


def table_csv(rows: pd.DataFrame) -> bytes:
    """Any table as CSV with cells that no spreadsheet runs."""
    return b"".join(csv_parts(cut_rows(rows)))


def csv_parts(parts: Iterable[pd.DataFrame]) -> Iterator[bytes]:
    """The CSV of a table that comes some rows at a time, so that it can be sent while it is written."""
    for number, rows in enumerate(parts):
        text = _lines(rows, ",", "\r\n", _quote_csv)
        titles = "" if number else _line(rows.columns, ",", "\r\n", _quote_csv)
        yield f"{titles}{text}".encode("utf-8" if number else "utf-8-sig")


def plain_rows(table: pd.DataFrame) -> tuple[list[str], list[list]]:
    """A small table as its column titles and its rows of plain values; missing ones are empty texts."""
    values = table.to_numpy(object)
    values = np.where(pd.isna(values), "", values)
    # What stands in a column of mixed values may still be numpy's own, which JSON does not know.
    rows = [[value.item() if isinstance(value, np.generic) else value for value in row] for row in values.tolist()]
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
    return _line(rows.columns, "\t", "\n", _quote_tsv) + _lines(rows, "\t", "\n", _quote_tsv)


def _line(titles: Iterable[str], between: str, end: str, write: Callable[[str], str]) -> str:
    return between.join(write(safe_cell(str(title))) for title in titles) + end


def _lines(rows: pd.DataFrame, between: str, end: str, write: Callable[[str], str]) -> str:
    columns = [cell_texts(rows.iloc[:, position], write) for position in range(rows.shape[1])]
    if len(columns) == 1:
        # A line with nothing on it would be no row.
        columns = [[text or '""' for text in columns[0]]]
    # Joining whole columns is several times as fast as a writer that is handed cell by cell.
    return "".join(f"{between.join(cells)}{end}" for cells in zip(*columns, strict=True))


def _quote_csv(text: str) -> str:
    return _quote(text) if _NEEDS_QUOTES.search(text) else text


def _quote_tsv(text: str) -> str:
    flat = _BREAKS.sub(" ", text)
    return _quote(flat) if '"' in flat else flat


def _quote(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))
