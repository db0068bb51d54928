"""The table of operations: its settings, its rows, and the copy of them."""

import pandas as pd
import streamlit as st

from analysis.counts.ask import ask
from analysis.selection.select import Selected
from analysis.selection.settings import OperationsSettings, read_columns
from analysis.table.columns import OPERATION_COLUMNS, OPERATION_SORTS, further_columns, shown_first
from analysis.text import _
from analysis.trust.notes import marked_notes
from analysis.views.listed_rows import list_rows
from analysis.views.rows import show_status
from analysis.wording import show_years
from exports.tables.csv_file import rows_tsv
from exports.tables.titles import column_title, titled_rows
from widgets.elements.copy import show_copy_button
from widgets.elements.escape import escape_markdown
from widgets.elements.paging import choose_part
from widgets.elements.settings import show_settings
from widgets.frame.session import set_widget, widget_value
from widgets.frame.view import change_settings, current_settings

PAGE_ROWS = 1000


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


def show_rows(selected: Selected, columns: list[str], sort: str, descending: bool) -> None:
    """Show the table; choosing a row notes its line in the link."""
    first = choose_part("part", selected.count, PAGE_ROWS)
    rows = ask(selected, list_rows, sort, descending, first, PAGE_ROWS)
    lines = rows["line"].astype(str).tolist()
    chosen = current_settings(OperationsSettings).row

    def take_row() -> None:
        picked = widget_value(key)["selection"]["rows"]
        change_settings(row=lines[picked[0]] if picked else "")

    # A table remembers chosen rows by place, so a table in another order is another one.
    key = f"rows-{hash((tuple(lines), chosen))}"
    st.dataframe(
        _shown(rows, columns),
        hide_index=True,
        placeholder="–",
        key=key,
        on_select=take_row,
        selection_mode="single-row",
        selection_default={"selection": {"rows": [lines.index(chosen)] if chosen in lines else []}},
        height=min(38 + 35 * max(len(rows), 1), 560),
    )
    for note in marked_notes(selected):
        st.caption(escape_markdown(note))


def show_copy(selected: Selected, columns: list[str], sort: str, descending: bool) -> None:
    """Offer the rows of the table for the clipboard."""
    rows = titled_rows(ask(selected, list_rows, sort, descending, 0, PAGE_ROWS)[columns])
    show_copy_button("rows", rows_tsv(rows), _("Copy rows"), _("Copied"))


def _shown(rows: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    worded = rows.assign(
        duration_years=[show_years(y, s) for y, s in zip(rows["duration_years"], rows["status"], strict=True)],
        first_year=rows["first_year"].astype("str").replace("<NA>", ""),
        last_year=rows["last_year"].astype("str").replace("<NA>", ""),
        status=rows["status"].map({status: show_status(status) for status in rows["status"].unique()}),
    )
    return worded[columns].rename(columns=column_title)
