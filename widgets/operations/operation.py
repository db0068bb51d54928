"""One operation whole: its spells, its activities, and what was printed beside what was read."""

import numpy as np
import pandas as pd
import streamlit as st

from analysis.reading.activities import activity_definition, activity_names
from analysis.reading.reference import Reference, territory_names, territory_notes
from analysis.selection.select import Selected
from analysis.selection.settings import OperationsSettings
from analysis.table.memberships import facet_links
from analysis.table.table import Table
from analysis.text import N_, _
from analysis.trust.readings import read_sentences
from analysis.views.rows import operation_rows, say_years, show_status, show_years
from widgets.elements.escape import escape_markdown
from widgets.elements.leads import show_leads
from widgets.frame.view import current_settings, open_territory

_PRECISIONS = {"year": N_("year"), "month": N_("month"), "day": N_("day")}


def show_operation(selected: Selected) -> None:
    """Show the chosen operation whole: spells, activities, printed beside read with the reason, notes."""
    line = current_settings(OperationsSettings).row
    if not line:
        st.caption(_("Choose a row to see the operation whole."))
        return
    snapshot = selected.snapshot
    found = np.flatnonzero((snapshot.operations["line"] == int(line)).to_numpy())
    if not len(found) or not snapshot.operations["started"].iloc[found[0]]:
        st.info(_("There is no operation on line {line} of this table as of this date.").format(line=line))
        return
    row = operation_rows(snapshot, found[:1]).iloc[0]
    _show_facts(row, snapshot.table)
    left, right = st.columns(2)
    with left:
        _show_spells(selected, found[0])
        _show_readings(selected, int(line))
    with right:
        _show_activities(selected, found[0])
    for note in territory_notes(snapshot.table.reference, row["territories"].split(", ")):
        st.caption(escape_markdown(note))


def _show_facts(row: pd.Series, table: Table) -> None:
    st.subheader(escape_markdown(row["name"]), anchor=False)
    facts = _("{status}, {years} so far, line {line} of {file}").format(
        status=show_status(row["status"]),
        years=say_years(row["duration_years"], row["status"]),
        line=row["line"],
        file=table.file,
    )
    st.markdown(escape_markdown(facts))
    show_country_leads(row["territories"].split(", ") if row["territories"] else [], table.reference)


def show_country_leads(codes: list[str], reference: Reference) -> None:
    """Show buttons that lead to the pages of these territories."""
    names = territory_names(reference)
    leads = [(_("Country page of {name}").format(name=names[code]), "") for code in codes]
    show_leads("countries-of-row", "", leads, lambda place: open_territory(codes[place]), in_row=True)


def _show_heading(text: str) -> None:
    st.markdown(f"**{escape_markdown(text)}**")


def _show_spells(selected: Selected, number: int) -> None:
    spells = selected.snapshot.spells
    own = spells[spells["operation"] == number]
    rows = pd.DataFrame(
        {
            _("Start"): own["start"].dt.date.astype(str),
            _("End"): own["end"].dt.date.astype(str).where(own["status"] == "closed", "–"),
            _("Precision"): [_(_PRECISIONS.get(precision, precision)) for precision in own["start_precision"]],
            _("Status"): [show_status(status) for status in own["status"]],
            _("Years so far"): [show_years(y, s) for y, s in zip(own["duration_years"], own["status"], strict=True)],
        }
    )
    _show_heading(_("Spells"))
    st.dataframe(rows, hide_index=True, placeholder="–")


def _show_readings(selected: Selected, line: int) -> None:
    table = selected.snapshot.table
    printed = table.operations[table.operations["line"] == line].iloc[0]
    _show_heading(_("As printed"))
    text = _("country “{country}”, period “{period}”, area “{area}”").format(
        country=printed["country"], period=printed["period"], area=printed["area"]
    )
    st.markdown(escape_markdown(text))
    for says in read_sentences(table, line):
        st.markdown(f"- {escape_markdown(says)}")


def _show_activities(selected: Selected, number: int) -> None:
    table = selected.snapshot.table
    links = facet_links(table, "activity")
    codes = [links.codes[o] for o in sorted(links.option[links.holder == links.holder_of[number]])]
    names = activity_names(codes, table.reference)
    _show_heading(_("Activities"))
    for code in codes:
        definition = activity_definition(code, table.reference)
        st.markdown(f"- **{escape_markdown(code)}** {escape_markdown(names[code])}: {escape_markdown(definition)}")
