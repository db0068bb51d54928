"""What was read otherwise than printed, and what could not be read, in sentences for files."""

from collections.abc import Callable

import pandas as pd

from analysis.reading.problems import column_name, say_problem, say_reading
from analysis.text import _, ngettext

LISTED = 50


def describe_readings(readings: pd.DataFrame) -> list[str]:
    """Each different reading in a sentence with its lines; the most common ones where there are very many."""
    return _describe(readings, ["column", "printed", "read", "why"], say_reading)


def describe_problems(problems: pd.DataFrame) -> list[str]:
    """Each different problem in a sentence with its lines; the most common ones where there are very many."""
    return _describe(problems, ["column", "value", "problem"], say_problem)


def _describe(findings: pd.DataFrame, columns: list[str], say: Callable[..., str]) -> list[str]:
    if findings.empty:
        return []
    grouped = findings.groupby(columns, sort=False)["line"].agg(["size", "first"]).reset_index()
    common = grouped.sort_values(["size", "first"], ascending=[False, True], kind="stable").head(LISTED)
    sentences = [
        say(_say_lines(row), *(row[name] for name in columns[1:]))
        for row in common.sort_values("first", kind="stable").to_dict("records")
    ]
    if more := len(grouped) - len(common):
        more_text = ngettext("and {count} more of the kind.", "and {count} more of the kind.", more)
        sentences.append(more_text.format(count=more))
    return sentences


def _say_lines(row: dict) -> str:
    column = column_name(row["column"])
    if row["size"] == 1:
        return _("Line {line}, {column}").format(line=row["first"], column=column)
    return _("{count} lines from line {line} on, {column}").format(count=row["size"], line=row["first"], column=column)
