"""The table of operations, and one operation whole."""

import numpy as np
import pandas as pd
import streamlit as st

from analysis.activities import activity_definition, activity_names
from analysis.links import facet_links
from analysis.printed import read_sentences
from analysis.reference import Reference, territory_names, territory_notes
from analysis.rows import COLUMNS, SORTS, further_columns, operation_rows, order_operations, show_status, show_years
from analysis.select import Selected
from analysis.settings import read_columns
from analysis.text import N_, _
from exports.csv_file import rows_tsv
from exports.titles import column_title, titled_rows
from widgets.copy import show_copy_button
from widgets.escape import escape_markdown
from widgets.leads import show_leads
from widgets.parts import choose_part
from widgets.settings import show_settings
from widgets.view import get_setting, open_country, set_setting

PAGE_ROWS = 1000
_PRECISIONS = {"year": N_("year"), "month": N_("month"), "day": N_("day")}


def show_row_settings(selected: Selected) -> tuple[list[str], str, bool]:
    """Show the choices of the table: columns, sort and order; the columns, the sort and whether it descends."""
    show_settings(
        [
            ("sort", _("Sort by"), {code: _(title) for code, title in SORTS.items()}),
            ("order", _("Order"), {"ascending": _("ascending"), "descending": _("descending")}),
        ]
    )
    columns = show_column_choice(selected)
    return columns, get_setting("sort"), get_setting("order") == "descending"


def show_column_choice(selected: Selected) -> list[str]:
    """Show which columns there are; those chosen, in the order chosen."""
    further = further_columns(selected.snapshot.table)
    chosen = read_columns(get_setting("columns"), further)
    # Written before the widget is drawn: its options are translated, and it sends back what it shows.
    st.session_state["columns"] = chosen
    st.multiselect(
        _("Columns"),
        [*COLUMNS, *further],
        format_func=column_title,
        key="columns",
        on_change=lambda: set_setting("columns", ",".join(st.session_state["columns"])),
    )
    return chosen


def show_rows(selected: Selected, columns: list[str], sort: str, descending: bool) -> None:
    """Show the table; choosing a row notes its line in the link."""
    order = order_operations(selected, sort, descending)
    first = choose_part("part", len(order), PAGE_ROWS)
    numbers = order[first : first + PAGE_ROWS]
    rows = operation_rows(selected.snapshot, numbers)
    lines = rows["line"].astype(str).tolist()
    chosen = get_setting("row")

    def take_row() -> None:
        picked = st.session_state[key]["selection"]["rows"]
        set_setting("row", lines[picked[0]] if picked else "")

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


def show_copy(selected: Selected, columns: list[str], sort: str, descending: bool) -> None:
    """Offer the rows of the table for the clipboard."""
    numbers = order_operations(selected, sort, descending)[:PAGE_ROWS]
    rows = titled_rows(operation_rows(selected.snapshot, numbers)[columns])
    show_copy_button(rows_tsv(rows), _("Copy rows"), _("Copied"))


def show_operation(selected: Selected) -> None:
    """Show the chosen operation whole: spells, activities, printed beside read with the reason, notes."""
    line = get_setting("row")
    if not line:
        st.caption(_("Choose a row to see the operation whole."))
        return
    snapshot = selected.snapshot
    found = np.flatnonzero((snapshot.operations["line"] == int(line)).to_numpy())
    if not len(found) or not snapshot.operations["started"].iloc[found[0]]:
        st.info(_("There is no operation on line {line} of this table as of this date.").format(line=line))
        return
    row = operation_rows(snapshot, found[:1]).iloc[0]
    st.subheader(escape_markdown(row["name"]), anchor=False)
    facts = _("{status}, {years} years so far, line {line} of {file}").format(
        status=show_status(row["status"]),
        years=show_years(row["duration_years"], row["status"]),
        line=line,
        file=snapshot.table.file,
    )
    st.markdown(escape_markdown(facts))
    show_country_leads(row["territories"].split(", ") if row["territories"] else [], snapshot.table.reference)
    left, right = st.columns(2)
    with left:
        _show_spells(selected, found[0])
        _show_readings(selected, int(line))
    with right:
        _show_activities(selected, found[0])
    for note in territory_notes(snapshot.table.reference, row["territories"].split(", ")):
        st.caption(escape_markdown(note))


def show_country_leads(codes: list[str], reference: Reference) -> None:
    """Show buttons that lead to the pages of these territories."""
    names = territory_names(reference)
    leads = [(_("Country page of {name}").format(name=names[code]), "") for code in codes]
    show_leads("countries-of-row", "", leads, lambda place: open_country(codes[place]), in_row=True)


def _shown(rows: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    worded = rows.assign(
        duration_years=[show_years(y, s) for y, s in zip(rows["duration_years"], rows["status"], strict=True)],
        first_year=rows["first_year"].astype("str").replace("<NA>", ""),
        last_year=rows["last_year"].astype("str").replace("<NA>", ""),
        status=rows["status"].map({status: show_status(status) for status in rows["status"].unique()}),
    )
    return worded[columns].rename(columns=column_title)


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
