"""A second table to set beside the one in use: brought for this session, or the built-in one."""

import streamlit as st

from analysis.errors import InputError
from analysis.intake.cells.sheet import Sheet
from analysis.intake.draft import Draft, read_draft, understand
from analysis.intake.limits import UPLOAD_BYTES
from analysis.intake.read import Intake
from analysis.intake.report.check import check_table
from analysis.intake.report.text_report import role_name
from analysis.table.load import load_built_in
from analysis.table.table import Table
from analysis.text import _, ngettext
from analysis.writing import say_date
from widgets.elements.escape import escape_markdown
from widgets.elements.uploads import take_upload
from widgets.frame.session import held, hold, set_widget, take_held, widget_value


def choose_other_table(built_in: bool) -> Table | None:
    """The built-in table, or the one that this session brings here; None while there is none."""
    if built_in:
        return load_built_in()
    brought = st.file_uploader(
        _("The other table: CSV, TSV, Excel (.xlsx) or Parquet"), key="bring-other", max_upload_size=UPLOAD_BYTES >> 20
    )
    if brought is not None and held("other-table-file") != brought.file_id:
        hold("other-table-file", brought.file_id)
        _take(take_upload(brought), brought.name)
    if book := held("other-table-book"):
        _choose_sheet(*book)
    if error := held("other-table-error"):
        st.error(escape_markdown(error))
    intake = held("other-table")
    if intake is None:
        st.caption(_("It is kept for this session only and stored nowhere. Its columns are recognised by themselves."))
        return None
    st.caption(escape_markdown(_say_taken(intake)))
    return intake.table


def _take(content: bytes, file: str, sheet: str | None = None) -> None:
    """Keep the table of an upload; where it cannot be read, say why and keep the one before it."""
    take_held("other-table-error")
    try:
        with st.spinner(_("Reading {file} …").format(file=escape_markdown(file))):
            draft = read_draft(content, file, sheet)
            # What another sheet is read from; a table of its own needs no keeping.
            hold("other-table-book", (content, file, draft.sheet) if len(draft.sheet.sheets) > 1 else None)
            hold("other-table", _understand(draft))
    except InputError as error:
        hold("other-table-error", str(error))


def _understand(draft: Draft) -> Intake:
    try:
        return understand(draft)
    except InputError as error:
        raise InputError(_("{file}: {sentence}").format(file=draft.file, sentence=error)) from None


def _choose_sheet(content: bytes, file: str, cells: Sheet) -> None:
    def take() -> None:
        if (sheet := widget_value("other-sheet")) != cells.sheet:
            _take(content, file, sheet)

    set_widget("other-sheet", cells.sheet)
    st.selectbox(_("Sheet"), cells.sheets, key="other-sheet", on_change=take)


def _say_taken(intake: Intake) -> str:
    report = check_table(intake)
    read = ngettext(
        "{file}: {rows:,} row read, as of {date}.", "{file}: {rows:,} rows read, as of {date}.", report.rows
    )
    taken = [
        _("{role} from {columns}").format(role=_(role_name(role.role)), columns=", ".join(role.columns))
        for role in report.roles.itertuples(index=False)
    ]
    parts = [
        read.format(file=intake.table.file, rows=report.rows, date=say_date(intake.table.as_of)),
        _("Taken: {columns}.").format(columns="; ".join(taken)),
    ]
    if report.rows_with_problems:
        parts.append(
            ngettext(
                "{rows:,} row has something to check.",
                "{rows:,} rows have something to check.",
                report.rows_with_problems,
            ).format(rows=report.rows_with_problems)
        )
    return " ".join(parts)
