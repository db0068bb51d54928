"""The facts of a selection as plain values, for scripts and for checking."""

import pandas as pd

from analysis.counts.ask import ask, otherwise
from analysis.counts.count import count_activity_pairs, count_activity_sets, count_facet, count_years
from analysis.counts.durations.operations import plain_number, summarise_durations
from analysis.counts.key_numbers import find_key_numbers
from analysis.counts.readings import list_problems, list_readings
from analysis.counts.sums import sum_measure
from analysis.selection.select import Selected
from analysis.table.measures import own_measures
from analysis.table.vocabulary import own_facets
from analysis.text import _


@otherwise("from other questions", keep=False, from_others=True)
def summarise(selected: Selected) -> dict:
    """The facts as a dictionary of JSON values; undefined is None, an average of nothing too.

    Durations are of operations, in years so far; the Kaplan-Meier estimate is over spells.
    """
    sets, pairs, years = (ask(selected, count) for count in (count_activity_sets, count_activity_pairs, count_years))
    key = ask(selected, find_key_numbers)
    return {
        **{name: getattr(key, name) for name in ("operations", "territories", "spells", "ongoing", "not_started")},
        "as_of": selected.snapshot.as_of.isoformat(),
        "activities": _as_dict(ask(selected, count_facet, "activity")),
        "regions": _as_dict(ask(selected, count_facet, "region")),
        "activity_sets": dict(zip(sets["activity_set"].map("+".join), sets["operations"].tolist(), strict=True)),
        "activity_pairs": dict(zip(pairs["first"] + "+" + pairs["second"], pairs["operations"].tolist(), strict=True)),
        **{f"{name}_per_year": _by_year(years, name) for name in ("active", "started", "ended")},
        "duration_years": ask(selected, summarise_durations),
        "kaplan_meier": {
            "median": key.survival.median,
            "median_is": key.survival.median_is,
            "curve": [[plain_number(value) for value in row] for row in key.survival.curve.itertuples(index=False)],
        },
        **ask(selected, list_findings),
        **_own_facts(selected),
    }


def _own_facts(selected: Selected) -> dict[str, dict]:
    """What only a table of the user's own has: operations by value of each facet, and the sum of each measure."""
    table = selected.snapshot.table
    columns = {heading: _as_dict(ask(selected, count_facet, facet)) for facet, heading in own_facets(table).items()}
    totals = {label: ask(selected, sum_measure, code) for code, label in own_measures(table).items()}
    sums = {label: {"sum": str(total.amount), "operations": total.having} for label, total in totals.items()}
    return {name: facts for name, facts in (("columns", columns), ("sums", sums)) if facts}


@otherwise("the records of all parts, one part after the other", keep=False, from_others=True)
def list_findings(selected: Selected) -> dict[str, list[dict]]:
    """readings and problems of the chosen operations, as `Table` has them, in the language in force."""
    return {
        "readings": _records(ask(selected, list_readings), "why"),
        "problems": _records(ask(selected, list_problems), "problem"),
    }


def _as_dict(counts: pd.DataFrame) -> dict[str, int]:
    return dict(zip(counts.iloc[:, 0], counts["operations"].tolist(), strict=True))


def _by_year(years: pd.DataFrame, name: str) -> dict[str, int]:
    return dict(zip(years["year"].astype(str), years[name].tolist(), strict=True))


def _records(findings: pd.DataFrame, worded: str) -> list[dict]:
    return [row | {worded: _(row[worded])} for row in findings.to_dict("records")]
