"""The table of operations: its settings, its rows, and the copy of them."""

import pandas as pd
import streamlit as st

from analysis.counts.ask import ask
from analysis.selection.select import Selected
from analysis.selection.settings import OperationsSettings, read_columns
from analysis.table.columns import OPERATION_COLUMNS, OPERATION_SORTS, further_columns, shown_first
from analysis.text import _
from analysis.views.listed_rows import list_rows
from analysis.views.rows import show_status
from analysis.wording import show_years
from exports.tables.csv_file import plain_rows, rows_tsv
from exports.tables.titles import column_title, titled_rows
from widgets.elements.changes import sent
from widgets.elements.component import component
from widgets.elements.copy import show_copy_button
from widgets.elements.paging import choose_part
from widgets.elements.settings import show_settings
from widgets.frame.session import set_widget, widget_value
from widgets.frame.view import change_settings, current_settings

PAGE_ROWS = 1000
# The sort that the heading of a column asks for.
_SORTED_BY = {
    "name": "name",
    "region": "region",
    "first_year": "start",
    "last_year": "end",
    "status": "status",
    "duration_years": "duration",
    "line": "line",
}


def show_row_settings(selected: Selected) -> tuple[list[str], str, bool]:
    """Show the choices of the table: columns, sort and order; the columns, the sort and whether it descends."""
    show_settings(
        [
            ("sort", _("Sort by"), {code: _(title) for code, title in OPERATION_SORTS.items()}),
            ("order", _("Order"), {"ascending": _("ascending"), "descending": _("descending")}),
        ]
    )
    columns = show_column_choice(selected)
    settings = current_settings(OperationsSettings)
    return columns, settings.sort, settings.descending


def show_column_choice(selected: Selected) -> list[str]:
    """Show which columns there are; those chosen, in the order chosen."""
    table = selected.snapshot.table
    chosen = read_columns(current_settings(OperationsSettings).columns, table)
    # Written before the widget is drawn: its options are translated, and it sends back what it shows.
    set_widget("columns", chosen)
    st.multiselect(
        _("Columns"),
        [*OPERATION_COLUMNS, *further_columns(table)],
        format_func=column_title,
        key="columns",
        on_change=lambda: _choose_columns(widget_value("columns"), shown_first(table)),
    )
    return chosen


def _choose_columns(chosen: list[str], first: list[str]) -> None:
    change_settings(columns="" if chosen == first else ",".join(chosen))


def choose_rows(selected: Selected, sort: str, descending: bool) -> pd.DataFrame:
    """The rows in order, as `list_rows` has them; of a long table those of a part that is chosen here."""
    return ask(selected, list_rows, sort, descending, choose_part("part", selected.count, PAGE_ROWS), PAGE_ROWS)


def show_rows(rows: pd.DataFrame, columns: list[str], sort: str, descending: bool) -> None:
    """Show these rows as a table: a heading sorts it and a row opens its operation, both noted in the link."""
    lines = rows["line"].astype(str).tolist()

    def take_row() -> None:
        line = sent("rows").get("row")
        if isinstance(line, str) and line in lines:
            change_settings(row=line)

    def take_sort() -> None:
        asked = sent("rows").get("sort")
        if isinstance(asked, str) and asked in OPERATION_SORTS:
            change_settings(sort=asked, order="descending" if asked == sort and not descending else "ascending")

    data = {
        "columns": [_heading(column, sort, descending) for column in columns],
        "rows": plain_rows(_worded(rows)[columns])[1],
        "lines": lines,
        "chosen": current_settings(OperationsSettings).row,
    }
    show = component("rows", "<div class='rows'></div>")
    show(data=data, key="rows", on_row_change=take_row, on_sort_change=take_sort)


def show_copy(rows: pd.DataFrame) -> None:
    """Offer the rows of the table for the clipboard."""
    show_copy_button("rows", rows_tsv(titled_rows(rows)), _("Copy rows"), _("Copied"))


def _heading(column: str, sort: str, descending: bool) -> dict[str, str]:
    """The title of a column, the sort that it asks for, and how it is sorted now."""
    asks = _SORTED_BY.get(column, "")
    order = "descending" if descending else "ascending"
    return {"title": column_title(column), "code": asks, "value": order if asks == sort else ""}


def _worded(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        duration_years=[show_years(y, s) for y, s in zip(rows["duration_years"], rows["status"], strict=True)],
        status=rows["status"].map({status: show_status(status) for status in rows["status"].unique()}),
    )
