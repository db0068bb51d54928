"""Bringing a table: a file or pasted cells, which column is what, and using it."""

import streamlit as st

from analysis.errors import InputError
from analysis.intake.columns import ROLES
from analysis.intake.draft import Draft, choose_as_of, choose_column, read_draft, understand
from analysis.intake.limits import UPLOAD_BYTES
from analysis.intake.points import AMBIGUOUS
from analysis.intake.read import DAY_FIRST, MONTH_FIRST, Intake
from analysis.intake.say import role_name
from analysis.text import N_, _, ngettext
from widgets.escape import escape_markdown
from widgets.tables import own_intake, use_own_table

_DRAFT = "draft"
_DAY_ORDERS = {None: N_("as the column shows"), True: N_("day first"), False: N_("month first")}


def show_ways_in() -> None:
    """Show the ways to bring a table; one that cannot be read is one sentence, and leaves all as it was."""
    file, cells = st.tabs([_("A file"), _("Pasted cells")])
    with file:
        uploaded = st.file_uploader(
            _("CSV, TSV, Excel (.xlsx) or Parquet, up to {most} MB").format(most=UPLOAD_BYTES >> 20),
            key="uploaded-table",
        )
        if uploaded and st.session_state.get("read-upload") != uploaded.file_id:
            st.session_state["read-upload"] = uploaded.file_id
            _bring(uploaded.getvalue(), uploaded.name)
    with cells, st.form("pasted-form", border=False):
        pasted = st.text_area(_("Cells copied from a spreadsheet, their headings in the first row"), key="pasted")
        if st.form_submit_button(_("Read the cells")):
            _bring(pasted.encode("utf-8", "replace"), _("pasted cells"))
    if refusal := st.session_state.get("refusal"):
        st.error(escape_markdown(refusal))


def _bring(content: bytes, file: str, sheet: str | None = None) -> None:
    st.session_state["refusal"] = ""
    try:
        with st.spinner(_("Reading the table …")):
            st.session_state[_DRAFT] = read_draft(content, file, sheet)
    except InputError as error:
        st.session_state["refusal"] = str(error)


def current_draft() -> Draft | None:
    """The table that this session brought last, used or not."""
    return st.session_state.get(_DRAFT)


def change_draft(draft: Draft) -> None:
    """Put what was decided about the table in place of what was there."""
    st.session_state[_DRAFT] = draft


def understand_draft(draft: Draft) -> Intake | None:
    """What the draft makes; where it makes no table, None after the sentence that says why."""
    try:
        return understand(draft)
    except InputError as error:
        st.error(escape_markdown(str(error)))
        return None


def show_use(draft: Draft, intake: Intake | None) -> None:
    """Show what the table is, with the button that puts it to use."""
    st.subheader(escape_markdown(draft.file), anchor=False)
    if len(draft.sheet.sheets) > 1:
        _choose_sheet(draft)
    if intake is None:
        return
    in_use = own_intake() is intake
    rows = len(intake.table.operations)
    says = ngettext("{rows} row read.", "{rows} rows read.", rows).format(rows=f"{rows:,}")
    st.markdown(escape_markdown(f"{says} {_('Every page speaks of it now.') if in_use else ''}"))
    st.button(
        _("Use this table"), type="primary", on_click=use_own_table, args=(intake,), disabled=in_use, key="use-table"
    )


def _choose_sheet(draft: Draft) -> None:
    def take() -> None:
        if (sheet := st.session_state["sheet"]) != draft.sheet.sheet:
            _bring(draft.content, draft.file, sheet)

    st.session_state["sheet"] = draft.sheet.sheet
    st.selectbox(_("Sheet"), draft.sheet.sheets, key="sheet", on_change=take)


def show_columns(draft: Draft, intake: Intake | None) -> None:
    """Show which column was taken for what, each to be changed."""
    st.subheader(_("Which column is what"), anchor=False)
    st.caption(_("This is a guess from headings and values. Choose other columns where it is wrong."))
    for first in range(0, len(ROLES), 3):
        for field, role in zip(st.columns(3), ROLES[first : first + 3], strict=True):
            with field:
                _choose_column(draft, role)
    if draft.columns.region:
        _choose_regions(draft)
    if draft.columns.day_first is not None or (intake and _day_order_matters(intake)):
        _choose_day_order(draft)


def _choose_regions(draft: Draft) -> None:
    def take() -> None:
        change_draft(choose_column(draft, "own_regions", st.session_state["own-regions"]))

    st.session_state["own-regions"] = draft.columns.own_regions
    st.checkbox(_("Use these regions instead of the UN's"), key="own-regions", on_change=take)


def _day_order_matters(intake: Intake) -> bool:
    ambiguous = (intake.table.problems["problem"] == AMBIGUOUS).any()
    return bool(ambiguous) or any(note.template in (DAY_FIRST, MONTH_FIRST) for note in intake.notes)


def _choose_column(draft: Draft, role: str) -> None:
    key, value = f"column-{role}", getattr(draft.columns, role)
    title = _(role_name(role)).capitalize()

    def take() -> None:
        found = st.session_state[key]
        change_draft(choose_column(draft, role, tuple(found) if role == "activity" else found))

    # Written before the widget is drawn, so that it shows what is in force.
    st.session_state[key] = list(value) if role == "activity" else value
    headings = list(draft.sheet.cells)
    if role == "activity":
        st.multiselect(title, headings, key=key, on_change=take, placeholder=_("none"))
    else:
        st.selectbox(title, headings, index=None, key=key, on_change=take, placeholder=_("none"))


def _choose_day_order(draft: Draft) -> None:
    def take() -> None:
        change_draft(choose_column(draft, "day_first", st.session_state["day-first"]))

    st.session_state["day-first"] = draft.columns.day_first
    st.selectbox(
        _("Dates such as 05/06/2006"),
        list(_DAY_ORDERS),
        format_func=lambda order: _(_DAY_ORDERS[order]),
        key="day-first",
        on_change=take,
    )


def show_as_of(draft: Draft, intake: Intake) -> None:
    """Show up to which day the table speaks and why, to be changed."""
    st.subheader(_("Up to which day it speaks"), anchor=False)

    def take() -> None:
        change_draft(choose_as_of(draft, st.session_state["own-as-of"]))

    st.session_state["own-as-of"] = intake.as_of.day
    st.date_input(
        _("As-of date"),
        min_value="1800-01-01",
        max_value="2199-12-31",
        key="own-as-of",
        on_change=take,
        format="YYYY-MM-DD",
    )
    st.caption(escape_markdown(intake.as_of.reason.say()))
    if draft.as_of:
        st.button(_("Take the date that the table proposes"), on_click=change_draft, args=(choose_as_of(draft, None),))
