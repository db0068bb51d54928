"""How far a table can be trusted: what is wrong, what each count leaves out, what switching readings off changes."""

import numpy as np
import pandas as pd

from analysis.counts.ask import ask, otherwise
from analysis.counts.key_numbers import find_key_numbers, say_half
from analysis.reading.problems import column_name, suggestion_for
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships
from analysis.table.snapshot import Snapshot
from analysis.table.table import Table
from analysis.text import N_, _
from analysis.writing import say_number

LEFT_OUT = {
    "all": (N_("every count"), N_("they begin after the as-of date")),
    "map": (N_("the map, countries and regions"), N_("no territory was recognised")),
    "region": (N_("counts by region"), N_("their territories lie in no region")),
    "activity": (N_("counts by activity area"), N_("no activity is given")),
    "year": (N_("counts by year and the timeline"), N_("no period was read")),
    "duration": (N_("durations of operations"), N_("part of the period, or an end, is not known")),
    "survival": (N_("the Kaplan-Meier estimate"), N_("no period with a known end or still running was read")),
    "status": (N_("ongoing and closed"), N_("whether they have ended is not known")),
}


@otherwise("the rows of each kind in each part, added", of_whole=True)
def count_problems(selected: Selected) -> pd.DataFrame:
    """column, problem, suggestion, rows: one row a kind of problem, in words, those of most rows first."""
    problems = selected.snapshot.table.problems
    kinds = problems.groupby(["column", "problem"], sort=False)["line"].nunique().rename("rows").reset_index()
    kinds = kinds.sort_values("rows", ascending=False, kind="stable", ignore_index=True)
    return pd.DataFrame(
        {
            "column": kinds["column"].map(column_name).astype(object),
            "problem": kinds["problem"].map(_).astype(object),
            "suggestion": kinds["problem"].map(suggestion_for).astype(object),
            "rows": kinds["rows"].astype("int64"),
        }
    )


def rows_with_problems(table: Table) -> int:
    """How many rows have something that could not be read."""
    return int(table.problems["line"].nunique())


@otherwise("the rows of each part, added", of_whole=True)
def count_left_out(selected: Selected) -> pd.DataFrame:
    """count, why, rows: for each count of the dashboard in words the rows of the table that it leaves out, and why."""
    rows = {name: int(mask.sum()) for name, mask in _left_out(selected.snapshot).items()}
    return pd.DataFrame(
        [(_(LEFT_OUT[name][0]), _(LEFT_OUT[name][1]), count) for name, count in rows.items()],
        columns=["count", "why", "rows"],
    )


def _left_out(snapshot: Snapshot) -> dict[str, np.ndarray]:
    table, operations = snapshot.table, snapshot.operations
    started = operations["started"].to_numpy()
    without_spell = ~_holds(snapshot.spells["operation"], len(operations))
    known = snapshot.spells[snapshot.spells["duration_years"].notna()]
    has = {facet: _has_any(table, facet) for facet in ("territory", "region", "activity")}
    return {
        "all": ~started,
        "map": started & ~has["territory"],
        "region": started & has["territory"] & ~has["region"],
        "activity": started & ~has["activity"],
        "year": started & without_spell,
        "duration": started & operations["duration_years"].isna().to_numpy(),
        "survival": started & ~_holds(known["operation"], len(operations)),
        "status": started & (operations["status"] == "unknown").to_numpy(),
    }


def _has_any(table: Table, facet: str) -> np.ndarray:
    memberships = facet_memberships(table, facet)
    return (np.bincount(memberships.holder, minlength=memberships.holder_count) > 0)[memberships.holder_of]


def _holds(operation: pd.Series, count: int) -> np.ndarray:
    held = np.zeros(count, bool)
    held[operation.to_numpy()] = True
    return held


@otherwise("from other questions", from_others=True)
def headline_numbers(selected: Selected) -> dict[str, float | int | str | None]:
    """The numbers that a reader quotes, by code; None where there is nothing to count."""
    key = ask(selected, find_key_numbers)
    return {
        "operations": key.operations,
        "territories": key.territories,
        "spells": key.spells,
        "ongoing": key.ongoing,
        "closed": key.closed,
        "unknown": key.unknown,
        "years_total": key.years_total,
        "years_mean": key.years_mean,
        "median": say_half(key.survival),
        "most_active": f"{key.peak[0]} ({key.peak[1]})" if key.peak else None,
    }


NUMBER_NAMES = {
    "operations": N_("Operations"),
    "territories": N_("Territories"),
    "spells": N_("Periods"),
    "ongoing": N_("Ongoing"),
    "closed": N_("Closed"),
    "unknown": N_("With an unknown end"),
    "years_total": N_("Years of operations in all"),
    "years_mean": N_("Years per operation, mean"),
    "median": N_("How long periods last"),
    "most_active": N_("Most active year"),
}


def compare_headlines(before: Selected, after: Selected) -> pd.DataFrame:
    """number, before, after, changed: the headline numbers as texts with all readings in force and with some off."""
    first, second = ask(before, headline_numbers), ask(after, headline_numbers)
    rows = [(_(name), _show(first[code]), _show(second[code])) for code, name in NUMBER_NAMES.items()]
    table = pd.DataFrame(rows, columns=["number", "before", "after"])
    return table.assign(changed=table["before"] != table["after"])


def _show(value: float | int | str | None) -> str:
    if value is None:
        return "–"
    return say_number(f"{value:.2f}".rstrip("0").rstrip(".")) if isinstance(value, float) else str(value)
