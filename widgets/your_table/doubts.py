"""What is in doubt in a table that was brought: problems, names on no map, guesses to confirm."""

import pandas as pd
import streamlit as st

from analysis.intake.draft import Draft, decide
from analysis.intake.report.check import Report, explain_problem
from analysis.text import _, ngettext
from analysis.writing import say_count
from widgets.elements.escape import escape_markdown
from widgets.your_table.bring import change_draft

_SHOWN = 10


def show_doubtful_rows(report: Report) -> None:
    """Show what is wrong, by kind and the first few line by line."""
    if not report.rows_with_problems:
        return
    st.header(_("What to check"), anchor=False)
    st.markdown(
        escape_markdown(
            ngettext(
                "{rows} of {total} rows has something to check. It stays in the table, and is left out only of the"
                " counts that need what is missing.",
                "{rows} of {total} rows have something to check. They stay in the table, and are left out only of the"
                " counts that need what is missing.",
                report.rows_with_problems,
            ).format(rows=say_count(report.rows_with_problems), total=say_count(report.rows))
        )
    )
    kinds = [
        ngettext("{rows} row: {column} {problem}", "{rows} rows: {column} {problem}", kind.rows).format(
            rows=say_count(kind.rows), column=kind.column, problem=kind.problem
        )
        for kind in report.kinds.itertuples(index=False)
    ]
    show_lines(_("By kind"), kinds)
    show_lines(
        _("Line by line"),
        [explain_problem(problem) for problem in report.problems.head(_SHOWN).itertuples(index=False)],
        len(report.problems),
    )


def show_guesses(draft: Draft, report: Report) -> None:
    """Show what only a fuzzy match found, each to be confirmed or rejected."""
    guesses = report.guesses
    if guesses.empty:
        return
    st.header(_("Guesses to confirm"), anchor=False)
    st.caption(
        _("Until you decide they count as read. What you do not tick is taken for no country, and is on no map.")
    )
    ticked = _("right")
    with st.form("guesses-form", border=False):
        edited = st.data_editor(
            pd.DataFrame(
                {
                    ticked: True,
                    _("As printed"): guesses["printed"],
                    _("As read"): guesses["read"],
                    _("Rows"): guesses["rows"],
                    _("Why"): guesses["why"],
                }
            ),
            hide_index=True,
            disabled=[_("As printed"), _("As read"), _("Rows"), _("Why")],
            key=f"guesses-{draft.content_hash}-{len(draft.decisions)}",
        )
        decided = st.form_submit_button(_("Confirm those that are ticked, reject the others"))
    if decided:
        change_draft(decide(draft, dict(zip(guesses["printed"], edited[ticked].tolist(), strict=True))))
        st.rerun()


def show_lines(heading: str, lines: list[str], total: int | None = None) -> None:
    """Show the first of some lines under a heading, and how many more there are."""
    if not lines:
        return
    shown = "\n".join(f"- {escape_markdown(line)}" for line in lines[:_SHOWN])
    st.markdown(f"**{escape_markdown(heading)}**\n\n{shown}")
    _show_more((total or len(lines)) - min(len(lines), _SHOWN))


def _show_more(count: int) -> None:
    if count > 0:
        st.caption(ngettext("and {count} more", "and {count} more", count).format(count=say_count(count)))
