"""What changed between two tables, under titles for a reader, as CSV."""

import pandas as pd

from analysis.records import titled
from analysis.text import _
from analysis.views.table_changes.changes import say_kinds
from exports.tables.csv_file import table_csv


def change_rows(changes: pd.DataFrame) -> pd.DataFrame:
    """The rows of `compare_tables` with the kinds of change in words, under the titles that a reader sees."""
    words = {kinds: say_kinds(kinds) for kinds in changes["kinds"].unique()}
    titles = {
        "name": _("Country or territory"),
        "kinds": _("Change"),
        "period_before": _("Period before"),
        "period_after": _("Period after"),
        "status_before": _("Status before"),
        "status_after": _("Status after"),
        "activities_before": _("Activities before"),
        "activities_after": _("Activities after"),
        "before_line": _("Line before"),
        "after_line": _("Line after"),
        "key": _("Paired by"),
    }
    return titled(changes.assign(kinds=changes["kinds"].map(words).astype(object)), titles)


def changes_csv(changes: pd.DataFrame) -> bytes:
    """Every pair and every row that stands alone, those unchanged too."""
    return table_csv(change_rows(changes))
