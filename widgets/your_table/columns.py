"""Which column of a table that was brought is what, and up to which day it speaks."""

import streamlit as st

from analysis.intake.columns.guess_columns import ROLES
from analysis.intake.dates.notes import DAY_FIRST, MONTH_FIRST
from analysis.intake.draft import Draft, choose_as_of, choose_column, give_for_all
from analysis.intake.read import Intake
from analysis.intake.report.text_report import role_name
from analysis.reading.points import AMBIGUOUS
from analysis.text import N_, _
from widgets.elements.escape import escape_markdown
from widgets.frame.session import set_widget, widget_value
from widgets.your_table.bring import change_draft, remake_draft

_SEPARATORS = {
    "": N_("nothing: each cell is one activity"),
    ";": N_("semicolons"),
    ",": N_("commas"),
    "/": N_("slashes"),
    "|": N_("bars"),
    "+": N_("plus signs"),
}
_DAY_ORDERS = {True: N_("day first"), False: N_("month first")}


def show_columns(draft: Draft, intake: Intake | None) -> None:
    """Show which column was taken for what, each to be changed."""
    st.header(_("Which column is what"), anchor=False)
    st.caption(_("This is a guess from headings and values. Choose other columns where it is wrong."))
    for first in range(0, len(ROLES), 3):
        for field, role in zip(st.columns(3), ROLES[first : first + 3], strict=True):
            with field:
                _choose_column(draft, role)
    if draft.brought or not draft.columns.country or not (draft.columns.start or draft.columns.period):
        _give_for_all(draft)
    parting, together, filters = st.columns(3)
    with parting:
        _choose_separator(draft)
    with together:
        _choose_together(draft)
    if intake and intake.possible_facets:
        with filters:
            _choose_facets(draft, intake)
    if draft.columns.region:
        _choose_regions(draft)
    if draft.columns.day_first is not None or (intake and _day_order_matters(intake)):
        _choose_way(draft, "day_first", _("Dates such as 05/06/2006"), _DAY_ORDERS)


def _give_for_all(draft: Draft) -> None:
    """Offer to say once what a table of who does what where leaves out: its country, its period."""

    def take() -> None:
        country, period = widget_value("country-of-all", ""), widget_value("period-of-all", "")
        remake_draft(lambda: give_for_all(draft, country, period))

    with st.form("for-all", border=False):
        st.markdown(_("The table does not say where or when? Say it once for all rows."))
        country, period, button = st.columns([2, 2, 1], vertical_alignment="bottom")
        country.text_input(_("Country of all rows"), key="country-of-all", max_chars=100)
        period.text_input(_("Period of all rows, such as 2023 or 2021 - 2024"), key="period-of-all", max_chars=100)
        button.form_submit_button(_("Take for all rows"), on_click=take)


def _choose_separator(draft: Draft) -> None:
    # A file of choices may bring another sign.
    signs = list(dict.fromkeys([*_SEPARATORS, *filter(None, [draft.columns.separator])]))
    _choose_way(draft, "separator", _("What parts the activities of a cell"), {s: _SEPARATORS.get(s, s) for s in signs})


def _choose_way(draft: Draft, name: str, title: str, ways: dict) -> None:
    """A choice between ways of reading; none of them leaves it to what the column shows."""

    def take() -> None:
        change_draft(choose_column(draft, name, widget_value(name)))

    set_widget(name, getattr(draft.columns, name))
    st.selectbox(
        title,
        list(ways),
        index=None,
        format_func=lambda way: _(ways[way]),
        key=name,
        on_change=take,
        placeholder=_("as the column shows"),
    )


def _choose_together(draft: Draft) -> None:
    def take() -> None:
        change_draft(choose_column(draft, "together", widget_value("together")))

    set_widget("together", draft.columns.together)
    st.selectbox(
        _("Rows that are parts of one operation share"),
        list(draft.sheet.cells),
        index=None,
        key="together",
        on_change=take,
        placeholder=_("nothing: each row is an operation"),
        help=_("Such as a project's id. Places, activities and periods are listed, amounts are added up."),
    )


def _choose_facets(draft: Draft, intake: Intake) -> None:
    def take() -> None:
        change_draft(choose_column(draft, "facets", tuple(widget_value("facets"))))

    set_widget("facets", [facet.column for facet in intake.table.own.facets])
    st.multiselect(
        _("Further filters"),
        intake.possible_facets,
        key="facets",
        on_change=take,
        placeholder=_("none"),
        help=_("Columns to filter, group and colour by: those that say the same in many rows."),
    )


def _choose_regions(draft: Draft) -> None:
    def take() -> None:
        change_draft(choose_column(draft, "own_regions", widget_value("own-regions")))

    set_widget("own-regions", draft.columns.own_regions)
    st.checkbox(_("Use these regions instead of the UN's"), key="own-regions", on_change=take)


def _day_order_matters(intake: Intake) -> bool:
    ambiguous = (intake.table.problems["problem"] == AMBIGUOUS).any()
    return bool(ambiguous) or any(note.template in (DAY_FIRST, MONTH_FIRST) for note in intake.notes)


def _choose_column(draft: Draft, role: str) -> None:
    key, value = f"column-{role}", getattr(draft.columns, role)
    title = _(role_name(role)).capitalize()

    def take() -> None:
        found = widget_value(key)
        change_draft(choose_column(draft, role, tuple(found) if role == "activity" else found))

    # Written before the widget is drawn, so that it shows what is in force.
    set_widget(key, list(value) if role == "activity" else value)
    headings = list(draft.sheet.cells)
    if role == "activity":
        st.multiselect(title, headings, key=key, on_change=take, placeholder=_("none"))
    else:
        st.selectbox(title, headings, index=None, key=key, on_change=take, placeholder=_("none"))


def show_as_of(draft: Draft, intake: Intake) -> None:
    """Show up to which day the table speaks and why, to be changed."""
    st.header(_("Up to which day it speaks"), anchor=False)

    def take() -> None:
        change_draft(choose_as_of(draft, widget_value("own-as-of")))

    set_widget("own-as-of", intake.as_of.day)
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
