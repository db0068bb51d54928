"""One operation whole: its spells, its activities, and what was printed beside what was read."""

import pandas as pd
import streamlit as st

from analysis.counts.ask import ask
from analysis.reading.activities import activity_definition, activity_names
from analysis.reading.reference import Reference, territory_names, territory_notes
from analysis.selection.select import Selected
from analysis.text import N_, _
from analysis.views.operation import Operation, find_operation
from analysis.views.rows import show_status
from analysis.wording import say_years, show_years
from widgets.elements.escape import escape_markdown
from widgets.elements.leads import show_leads
from widgets.frame.view import open_territory

_PRECISIONS = {"year": N_("year"), "month": N_("month"), "day": N_("day")}


def show_operation(selected: Selected, line: str) -> None:
    """Show the operation on a line of the source whole: spells, activities, printed beside read with the reason, notes.

    Where there is none as of this date, that is said.
    """
    operation, table = ask(selected, find_operation, int(line)), selected.snapshot.table
    if operation is None:
        st.info(_("There is no operation on line {line} of this table as of this date.").format(line=line))
        return
    _show_facts(operation, table.file, table.reference)
    left, right = st.columns(2)
    with left:
        _show_spells(operation.spells)
        _show_readings(operation)
    with right:
        _show_activities(operation.activities, table.reference)
        _show_further(operation.further)
    for note in territory_notes(table.reference, operation.territories):
        st.caption(escape_markdown(note))


def _show_facts(operation: Operation, file: str, reference: Reference) -> None:
    row = operation.row
    st.header(escape_markdown(operation.label), anchor=False)
    if operation.label != row["name"]:
        st.markdown(escape_markdown(row["name"]))
    facts = _("{status}, {years} so far, line {line} of {file}").format(
        status=show_status(row["status"]),
        years=say_years(row["duration_years"], row["status"]),
        line=row["line"],
        file=file,
    )
    st.markdown(escape_markdown(facts))
    show_country_leads(operation.territories, reference)


def show_country_leads(codes: list[str], reference: Reference) -> None:
    """Show buttons that lead to the pages of these territories."""
    names = territory_names(reference)
    leads = [(_("Country page of {name}").format(name=names[code]), "") for code in codes]
    show_leads("countries-of-row", "", leads, lambda place: open_territory(codes[place]), in_row=True)


def _show_heading(text: str) -> None:
    st.markdown(f"**{escape_markdown(text)}**")


def _show_spells(spells: pd.DataFrame) -> None:
    lasts = zip(spells["duration_years"], spells["status"], strict=True)
    rows = pd.DataFrame(
        {
            _("Start"): spells["start"].dt.date.astype(str),
            _("End"): spells["end"].dt.date.astype(str).where(spells["status"] == "closed", "–"),
            _("Precision"): [_(_PRECISIONS.get(precision, precision)) for precision in spells["start_precision"]],
            _("Status"): [show_status(status) for status in spells["status"]],
            _("Years so far"): [show_years(years, status) for years, status in lasts],
        }
    )
    _show_heading(_("Periods"))
    st.dataframe(rows, hide_index=True, placeholder="–")


def _show_readings(operation: Operation) -> None:
    _show_heading(_("As printed"))
    text = _("country “{country}”, period “{period}”, area “{area}”").format(
        country=operation.row["country"], period=operation.row["period"], area=operation.area
    )
    st.markdown(escape_markdown(text))
    for says in operation.readings:
        st.markdown(f"- {escape_markdown(says)}")


def _show_further(further: dict[str, str]) -> None:
    if further:
        _show_heading(_("Other columns of the table"))
    for heading, value in further.items():
        st.markdown(f"- **{escape_markdown(heading)}** {escape_markdown(value)}")


def _show_activities(codes: list[str], reference: Reference) -> None:
    names = activity_names(codes, reference)
    _show_heading(_("Activities"))
    for code in codes:
        definition = activity_definition(code, reference)
        st.markdown(f"- **{escape_markdown(code)}** {escape_markdown(names[code])}: {escape_markdown(definition)}")
