"""What is wrong in a table, and the table with its readings applied, as CSV."""

import numpy as np
import pandas as pd

from analysis.problems import say_problem, word_problems
from analysis.rows import operation_rows
from analysis.snapshot import Snapshot
from analysis.table import Table
from analysis.text import _
from exports.csv_file import table_csv
from exports.titles import titled_rows


def problem_rows(problems: pd.DataFrame) -> pd.DataFrame:
    """The problems in words under the titles that a reader sees."""
    titles = {
        "line": _("Line"),
        "column": _("Column"),
        "value": _("Value"),
        "problem": _("What is wrong"),
        "suggestion": _("What to do"),
    }
    return word_problems(problems).rename(columns=titles)


def problems_csv(table: Table) -> bytes:
    """Every problem of a table: line, column, value, what is wrong, what to do."""
    return table_csv(problem_rows(table.problems))


def as_read_csv(snapshot: Snapshot) -> bytes:
    """Every row of a table in its order, as printed and as read, with its readings and problems."""
    table = snapshot.table
    rows = titled_rows(operation_rows(snapshot, np.arange(len(table.operations))))
    lines = table.operations["line"]
    return table_csv(
        rows.assign(
            **{
                _("Activities as printed"): table.operations["area"].to_numpy(),
                _("Read otherwise than printed"): _by_line(lines, table.readings, _say_reading),
                _("Problems"): _by_line(lines, table.problems, say_problem),
            }
        )
    )


def _by_line(lines: pd.Series, findings: pd.DataFrame, say) -> np.ndarray:
    texts = pd.Series([say(row) for row in findings.itertuples(index=False)], index=findings.index, dtype=object)
    joined = texts.groupby(findings["line"].to_numpy()).agg(" ".join)
    return lines.map(joined).fillna("").to_numpy(object)


def _say_reading(reading) -> str:
    return _("“{printed}” read as “{read}”: {why}.").format(
        printed=reading.printed, read=reading.read, why=_(reading.why)
    )
