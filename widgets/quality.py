"""What is wrong in the table, what each count leaves out, and what each reading changes."""

import streamlit as st

from analysis.counts.ask import ask
from analysis.counts.totals import count_rows
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection
from analysis.table.table import Switch
from analysis.text import _, ngettext
from analysis.trust.quality import compare_headlines, count_left_out, count_problems, rows_with_problems
from analysis.trust.switches import read_off, reading_switches, say_switch
from analysis.writing import say_count, say_number
from exports.file_names import file_name
from exports.tables.quality import as_read_csv, problem_rows, problems_csv
from widgets.elements.changes import number_parts, pack_parts, take_changes
from widgets.elements.escape import escape_html
from widgets.elements.key_numbers import show_numbers
from widgets.elements.paging import choose_part
from widgets.elements.settings import choices_component
from widgets.frame.tables import source_table
from widgets.frame.view import change_off, current_view
from widgets.your_table.template import show_template

_PROBLEMS, _SWITCHES = 200, 100
_STYLE = """<style>
.headlines{border-collapse:collapse;width:100%;max-width:46rem}
.headlines th,.headlines td{text-align:start;padding-block:.25rem;padding-inline:0 .6rem;
border-bottom:1px solid rgba(128,128,128,.3);font-weight:400;font-variant-numeric:tabular-nums}
.headlines thead th{font-weight:600}
.headlines .changed th,.headlines .changed td{font-weight:700}
</style>"""


def show_rows_read(selected: Selected) -> None:
    """Show how many rows were read, how many have problems, and how many readings are in force."""
    table, source = selected.snapshot.table, source_table()
    rows, wrong = ask(selected, count_rows), rows_with_problems(table)
    share = say_number(f"{wrong / max(rows, 1):.1%}")
    show_numbers(
        [
            (_("Rows read"), say_count(rows), ""),
            (
                _("Rows with problems"),
                say_count(wrong),
                _("{share} of them").format(share=share),
            ),
            (_("Readings"), say_count(len(reading_switches(source))), _("ways in which a value was read")),
            (_("Switched off"), say_count(len(table.off)), ""),
        ]
    )


def show_problems(selected: Selected) -> None:
    """Show the problems by kind, then one by one with line, column, value and a suggestion, a part at a time."""
    table = selected.snapshot.table
    st.header(_("What could not be read"), anchor=False)
    if table.problems.empty:
        st.markdown(_("Every row was read whole."))
        return
    titles = {"column": _("Column"), "problem": _("What is wrong"), "suggestion": _("What to do"), "rows": _("Rows")}
    kinds = ask(selected, count_problems)
    st.dataframe(kinds.rename(columns=titles), hide_index=True, key="problem-kinds")
    first = choose_part("problems-part", len(table.problems), _PROBLEMS)
    st.dataframe(problem_rows(table.problems.iloc[first : first + _PROBLEMS]), hide_index=True, key="problems")


def show_left_out(selected: Selected) -> None:
    """Show for each count how many rows of the whole table it leaves out, and why."""
    st.header(_("What is left out of which count"), anchor=False)
    rows = ask(selected, count_left_out)
    titles = {"count": _("Count"), "why": _("Left out, since"), "rows": _("Rows")}
    st.dataframe(rows.rename(columns=titles), hide_index=True, key="left-out")


def show_switches() -> None:
    """Show every reading with its reason and a box that switches it off."""
    switches, off = reading_switches(source_table()), current_view().off
    st.header(_("What was read otherwise than printed"), anchor=False)
    if not switches:
        st.markdown(_("Every value was read as it is printed."))
        return
    st.caption(_("Untick a reading to switch it off on every page and in every file; the link keeps it."))
    first = choose_part("switches-part", len(switches), _SWITCHES)
    _show_boxes(switches[first : first + _SWITCHES], off)
    if off:
        st.button(_("Switch all readings on again"), key="all-on", on_click=change_off, args=((),))


def show_headlines(selected: Selected) -> None:
    """Show the numbers of the selection with all readings in force and, where some are off, what that changes."""
    st.header(_("What the readings change"), anchor=False)
    off = bool(selected.snapshot.table.off)

    rows = compare_headlines(select(source_table(), selected.selection) if off else selected, selected)
    heads = [_("Of this selection"), _("All readings in force"), *([_("With those switched off")] if off else [])]
    lines = "".join(
        f"<tr class='{'changed' if row.changed else ''}'><th scope='row'>{escape_html(row.number)}</th>"
        f"<td>{escape_html(row.before)}</td>" + (f"<td>{_changed(row)}</td>" if off else "") + "</tr>"
        for row in rows.itertuples(index=False)
    )
    head = "".join(f"<th scope='col'>{escape_html(text)}</th>" for text in heads)
    st.html(f"{_STYLE}<table class='headlines'><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>")
    st.caption(_say_change(int(rows["changed"].sum())) if off else _("Switch a reading off to see what it changes."))


def show_quality_downloads(selected: Selected) -> None:
    """Offer the problems and the table with its readings applied as files, and a workbook to fill in."""
    table = selected.snapshot.table
    with st.container(horizontal=True):
        st.download_button(
            _("Download the problems (CSV)"),
            data=lambda: problems_csv(table),
            file_name=file_name(Selection(), "csv", what="problems"),
            mime="text/csv",
            on_click="ignore",
            disabled=table.problems.empty,
        )
        st.download_button(
            _("Download the table as read (CSV)"),
            data=lambda: as_read_csv(selected),
            file_name=file_name(Selection(as_of=selected.selection.as_of), "csv", what="table-as-read"),
            mime="text/csv",
            on_click="ignore",
        )
        show_template()


def _show_boxes(shown: tuple[Switch, ...], off: tuple[str, ...]) -> None:
    title = _("Readings in force")
    options = [
        {
            "code": switch.code,
            "name": say_switch(switch),
            "count": str(switch.rows),
            "chosen": switch.code not in off,
            "help": _("Stays on: {why}.").format(why=_(switch.fixed)) if switch.fixed else "",
        }
        for switch in shown
    ]
    part = {"kind": "options", "name": "on", "long": False, "title": title, "label": title, "find": ""}
    key = "switches"

    def take() -> None:
        on = take_changes(key).get("on")
        if isinstance(on, list):
            codes = {switch.code for switch in shown}
            fixed = {switch.code for switch in shown if switch.fixed}
            chosen = (set(off) - codes) | (codes - fixed - set(map(str, on)))
            change_off(read_off(chosen, source_table())[0])

    data = number_parts(pack_parts([part | {"options": options}], ""), key)
    choices_component()(data=data, key=key, on_change_change=take)


def _changed(row) -> str:
    text = escape_html(row.after)
    return f"→ {text}" if row.changed else text


def _say_change(count: int) -> str:
    if not count:
        return _("None of these numbers depends on what is switched off.")
    return ngettext(
        "{count} of these numbers depends on what is switched off.",
        "{count} of these numbers depend on what is switched off.",
        count,
    ).format(count=count)
