"""What was understood of a table that was brought: its first rows, and how much of each column was read."""

import pandas as pd
import streamlit as st

from analysis.counts.ask import ask
from analysis.intake.read import Intake
from analysis.intake.report.check import Report
from analysis.intake.report.text_report import role_name
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.text import _
from analysis.views.listed_rows import list_telling_rows
from analysis.views.rows import show_status
from analysis.writing import say_count
from widgets.your_table.doubts import show_lines

_PREVIEW_ROWS = 8


def show_preview(intake: Intake) -> None:
    """Show what is printed for each role beside what is read, first the rows where the two part."""
    st.header(_("Preview"), anchor=False)
    rows = ask(select(intake.table, Selection()), list_telling_rows, _PREVIEW_ROWS)
    printed = intake.sheet.cells.iloc[rows.index.to_numpy()]
    read = {
        "country": rows["name"].where(rows["territories"] != "", "–"),
        "period": rows["period_read"].replace("", "–"),
        "status": rows["status"].map(show_status).where(rows["period_read"] != "", "–"),
        "activity": rows["activities"].replace("", "–"),
        "region": rows["region"].replace("", "–"),
    }
    shown: dict[str, object] = {_("Line"): rows["line"]}
    for role in ("country", "start", "end", "period", "status", "activity", "region", "title", "id"):
        title, taken = _(role_name(role)).capitalize(), getattr(intake.columns, role) or ()
        names = taken if isinstance(taken, tuple) else (taken,)
        if names:
            texts = printed[list(names)].agg(lambda cells: "; ".join(filter(None, cells)), axis=1)
            shown[_("{role} as printed").format(role=title)] = texts.to_numpy()
        if role in read:
            shown[_("{role} as read").format(role=title)] = read[role].to_numpy()
    st.dataframe(pd.DataFrame(shown), hide_index=True)


def show_report(intake: Intake, report: Report) -> None:
    """Show how many rows were read, guessed and not read, and what was passed over."""
    st.header(_("What was read"), anchor=False)
    roles = report.roles
    st.dataframe(
        pd.DataFrame(
            {
                _("What"): roles["role"].map(lambda role: _(role_name(role))),
                _("Columns"): roles["columns"].map(", ".join),
                _("Rows read"): roles["read"].map(_count),
                _("Guessed"): roles["guessed"].map(_count),
                _("Not read"): roles["unread"].map(_count),
                _("Why this column"): roles["why"],
            }
        ),
        hide_index=True,
    )
    skipped = intake.sheet.skipped
    lines = [
        _("line {line}, {what}: {text}").format(line=line.line, what=_(line.what), text=line.text).rstrip(": ")
        for line in skipped
    ]
    show_lines(_("Lines passed over"), lines)
    show_lines(_("Notes"), [note.say() for note in intake.notes])


def _count(rows: float) -> str:
    """A number of rows, nothing where it is not known."""
    return "" if pd.isna(rows) else say_count(int(rows))
