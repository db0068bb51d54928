"""What is wrong in a table, and the table with its readings applied, as CSV."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.counts.ask import ask
from analysis.reading.problems import column_name, say_problem, say_reading, word_problems
from analysis.selection.select import Selected
from analysis.table.table import Table
from analysis.text import _
from analysis.views.listed_rows import list_whole_table
from exports.tables.csv_file import table_csv
from exports.tables.titles import titled_rows


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


def as_read_csv(selected: Selected) -> bytes:
    """Every row of a table in its order, as printed and as read, with its readings and problems."""
    table, (rows, areas) = selected.snapshot.table, ask(selected, list_whole_table)
    lines = rows["line"].to_numpy()
    return table_csv(
        titled_rows(rows).assign(
            **{
                _("Activities as printed"): areas,
                _("Read otherwise than printed"): _texts_of(lines, table.readings, say_reading),
                _("Problems"): _texts_of(lines, table.problems, say_problem),
            }
        )
    )


def _texts_of(lines: np.ndarray, findings: pd.DataFrame, say: Callable[..., str]) -> np.ndarray:
    """For each line what its findings say; each different finding is put into words once."""
    texts = np.full(len(lines), "", object)
    if findings.empty:
        return texts
    numbers, different = pd.factorize(pd.MultiIndex.from_frame(findings.drop(columns="line")))
    said = np.array([say(column_name(column), *rest) for column, *rest in different], object)[numbers]
    row = pd.Series(np.arange(len(lines)), index=lines).reindex(findings["line"]).to_numpy()
    for position, text in zip(row.tolist(), said.tolist(), strict=True):
        texts[position] = f"{texts[position]} {text}" if texts[position] else text
    return texts
