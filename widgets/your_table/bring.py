"""Bringing a table, as a file or as pasted cells, and using it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

import streamlit as st

from analysis.errors import InputError
from analysis.intake.choices.choices import Choices
from analysis.intake.choices.from_toml import parse_choices
from analysis.intake.draft import Draft, bring_events, read_draft, understand, use_choices
from analysis.intake.limits import UPLOAD_BYTES
from analysis.intake.read import Intake
from analysis.intake.report.check import Report
from analysis.reading.headings import names_events
from analysis.text import _, ngettext
from analysis.writing import say_count
from widgets.elements.escape import escape_markdown
from widgets.elements.uploads import take_upload
from widgets.frame.session import held, hold, set_widget, widget_value
from widgets.frame.tables import own_intake, use_own_table
from widgets.frame.view import go_to


def show_ways_in() -> None:
    """Show the ways to bring a table; one that cannot be read is one sentence, and leaves all as it was."""
    file, cells = st.tabs([_("A file"), _("Pasted cells")])
    with file:
        uploaded = st.file_uploader(
            _("CSV, TSV, Excel (.xlsx) or Parquet, up to {most} MB; choices from another time (.toml)").format(
                most=UPLOAD_BYTES >> 20
            ),
            key="uploaded-table",
            help=_("Dated facts beside the table: a second file called Events, with columns Date, Country and Event."),
        )
        if uploaded and held("read-upload") != uploaded.file_id:
            hold("read-upload", uploaded.file_id)
            _bring(take_upload(uploaded), uploaded.name)
    with cells, st.form("pasted-form", border=False):
        pasted = st.text_area(_("Cells copied from a spreadsheet, their headings in the first row"), key="pasted")
        if st.form_submit_button(_("Read the cells")):
            _bring(pasted.encode("utf-8", "replace"), _("pasted cells"))
    if refusal := held("refusal"):
        st.error(escape_markdown(refusal))
    elif held("choices-brought"):
        st.info(_("The choices are here. Bring the table that they are for."))


def _bring(content: bytes, file: str, sheet: str | None = None) -> None:
    hold("refusal", "")
    try:
        with st.spinner(_("Reading the table …")):
            if file.casefold().endswith(".toml"):
                _bring_choices(parse_choices(content, file))
            elif names_events(PurePath(file).stem) and (draft := current_draft()):
                hold("draft", bring_events(draft, content, file))
            else:
                hold("draft", read_draft(content, file, sheet, held("choices")))
            _use_brought_choices()
    except InputError as error:
        hold("refusal", str(error))


def _bring_choices(choices: Choices) -> None:
    hold("choices", choices)
    hold("choices-brought", True)


def _use_brought_choices() -> None:
    """Use choices that were brought for the table that is there; those kept from another one need its headings."""
    draft = current_draft()
    if held("choices-brought") and draft:
        hold("choices-brought", False)
        hold("draft", use_choices(draft, held("choices")))


def current_draft() -> Draft | None:
    """The table that this session brought last, used or not."""
    return held("draft")


def remake_draft(make: Callable[[], Draft]) -> None:
    """Put what `make` gives in place of the draft; where it can give none, say why and leave all as it was."""
    hold("refusal", "")
    try:
        hold("draft", make())
    except InputError as error:
        hold("refusal", str(error))


def change_draft(draft: Draft) -> None:
    """Put what was decided about the table in place of what was there."""
    hold("draft", draft)


def understand_draft(draft: Draft) -> Intake | None:
    """What the draft makes; where it makes no table, None after the sentence that says why."""
    try:
        return understand(draft)
    except InputError as error:
        st.error(escape_markdown(str(error)))
        return None


def show_use(draft: Draft, intake: Intake | None, report: Report | None) -> None:
    """Show what the table is and how much of it is in doubt, with the button that puts it to use."""
    st.header(escape_markdown(draft.file), anchor=False)
    if len(draft.sheet.sheets) > 1:
        _choose_sheet(draft)
    if intake is None or report is None:
        return
    in_use = own_intake() is intake
    says = [_count_rows(report)]
    if count := len(report.guesses):
        says.append(ngettext("{count} guess to confirm.", "{count} guesses to confirm.", count).format(count=count))
    if in_use:
        says.append(_("Every page speaks of it now."))
    st.markdown(escape_markdown(" ".join(says)))
    st.button(
        _("Use this table"), type="primary", on_click=_use, args=(draft, intake), disabled=in_use, key="use-table"
    )


def _use(draft: Draft, intake: Intake) -> None:
    """Put the table to use and open the overview; what was chosen is kept for the next one of these headings."""
    use_own_table(intake)
    # A day belongs to one file: next month's speaks up to another.
    hold("choices", replace(draft.choices, as_of=None))
    go_to("overview")


def _count_rows(report: Report) -> str:
    return ngettext(
        "{rows} row read, {wrong} with something to check.", "{rows} rows read, {wrong} with something to check.",
        report.rows,
    ).format(rows=say_count(report.rows), wrong=say_count(report.rows_with_problems))  # fmt: skip


def _choose_sheet(draft: Draft) -> None:
    def take() -> None:
        if (sheet := widget_value("sheet")) != draft.sheet.sheet:
            _bring(draft.content, draft.file, sheet)

    set_widget("sheet", draft.sheet.sheet)
    st.selectbox(_("Sheet"), draft.sheet.sheets, key="sheet", on_change=take)
