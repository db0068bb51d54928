"""What columns and their values are called for a reader."""

import pandas as pd

from analysis.table.columns import OPERATION_COLUMNS
from analysis.text import _
from analysis.views.rows import show_status


def column_title(column: str) -> str:
    """What a column is called for a reader; a further column keeps its own name."""
    return _(OPERATION_COLUMNS[column]) if column in OPERATION_COLUMNS else column


def column_titles(columns) -> list[str]:
    """The titles of these columns, no two the same: a further column that has one of ours is told apart."""
    ours = {column_title(column) for column in columns if column in OPERATION_COLUMNS}
    return [
        _("{column} (as given)").format(column=column)
        if column not in OPERATION_COLUMNS and column in ours
        else column_title(column)
        for column in columns
    ]


def titled_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `operation_rows` under their titles, the status in words."""
    if "status" in rows:
        words = {status: show_status(status) for status in rows["status"].unique()}
        rows = rows.assign(status=rows["status"].map(words).astype("str"))
    return rows.set_axis(column_titles(rows.columns), axis="columns")
