"""What a table's reader should check: counts, problems by kind with a suggestion each, and guesses to confirm."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.intake.columns.guess_columns import ROLES
from analysis.intake.read import Intake
from analysis.reading.country_guesses import GUESSES
from analysis.reading.problems import UNKNOWN_STATUS, say_line, say_problem, suggestion_for
from analysis.text import _


@dataclass(frozen=True, eq=False)
class Report:
    """What was read and what was not.

    rows: how many; roles: role, columns, certainty, why, and the rows read, guessed and unread where that is known;
    kinds: column, problem, rows, most first; problems: line, column (as the user calls it), value, problem;
    guesses: printed, read, why, rows.
    """

    rows: int
    rows_with_problems: int
    roles: pd.DataFrame
    kinds: pd.DataFrame
    problems: pd.DataFrame
    guesses: pd.DataFrame


def check_table(intake: Intake) -> Report:
    """The report on a table that was brought; texts are in the language in force."""
    problems = _under_own_headings(intake)
    kinds = problems.groupby(["column", "problem"], sort=False)["line"].nunique().rename("rows").reset_index()
    readings = intake.table.readings
    guessed = readings[readings["why"].isin(GUESSES)]
    guesses = guessed.groupby(["printed", "read", "why"], sort=False)["line"].nunique().rename("rows").reset_index()
    return Report(
        rows=len(intake.table.operations),
        rows_with_problems=int(problems["line"].nunique()),
        roles=_roles(intake),
        kinds=kinds.assign(problem=kinds["problem"].map(_)).sort_values(
            "rows", ascending=False, kind="stable", ignore_index=True
        ),
        problems=problems,
        guesses=guesses.assign(why=guesses["why"].map(_)).sort_values(
            "rows", ascending=False, kind="stable", ignore_index=True
        ),
    )


def _under_own_headings(intake: Intake) -> pd.DataFrame:
    columns = intake.columns
    own = {
        "country": columns.country,
        "period": columns.period or columns.start,
        "area": ", ".join(columns.activity),
    }
    problems = intake.table.problems
    return problems.assign(column=problems["column"].map(lambda column: own.get(column) or column))


def explain_problem(problem) -> str:
    """One problem, a row of `problems`, in a sentence, and what to do about it."""
    where = say_line(problem.line, problem.column)
    return f"{say_problem(where, problem.value, problem.problem)} {suggestion_for(problem.problem)}".rstrip()


def _roles(intake: Intake) -> pd.DataFrame:
    counts = count_read(intake)
    found = []
    for role in ROLES:
        guess = intake.guess.guesses.get(role)
        if not guess:
            continue
        read, guessed, unread = counts.get(role, (None, None, None))
        found.append((role, guess.columns, guess.certainty, _(guess.reason), read, guessed, unread))
    return pd.DataFrame(found, columns=["role", "columns", "certainty", "why", "read", "guessed", "unread"])


def count_read(intake: Intake) -> dict[str, tuple[int, int, int]]:
    """For country, period (or start and end) and activity: the rows read surely, by a guess, and not."""
    table = intake.table
    total = len(table.operations)
    counts = {}
    if intake.columns.country:
        placed = np.isin(table.operations["place"], table.place_territories["place"])
        guess = table.readings[table.readings["why"].isin(GUESSES) & (table.readings["column"] == "country")]
        guessed = int(np.isin(table.operations["line"], guess["line"]).sum())
        counts["country"] = (int(placed.sum()) - guessed, guessed, total - int(placed.sum()))
    read = int(table.period_read.sum())
    for role in ("start", "end", "period"):
        if getattr(intake.columns, role):
            counts[role] = (read, 0, total - read)
    if intake.columns.activity:
        active = int(np.isin(table.operations["activity_set"], table.set_activities["activity_set"]).sum())
        counts["activity"] = (active, 0, total - active)
    if intake.columns.status:
        name = intake.columns.status
        unknown = table.problems[(table.problems["column"] == name) & (table.problems["problem"] == UNKNOWN_STATUS)]
        counts["status"] = (total - len(unknown), 0, len(unknown))
    return counts
