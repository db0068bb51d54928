"""Count tables: a selection in, a small table of counts out; counting parts and adding gives the whole."""

from collections.abc import Iterable
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.counts.ask import adds_up, ask, ordered_by, otherwise
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships, status_codes
from analysis.table.snapshot import STATUSES, Snapshot
from analysis.table.spells import once_a_year
from analysis.table.vocabulary import vocabulary


def _most_first(selected: Selected, counts: pd.DataFrame, *_arguments) -> pd.DataFrame:
    """Counts by the code in their first column, the most common first, then in the order of the vocabulary."""
    facet = counts.columns[0]
    return _ranked(selected, facet, counts[facet].to_numpy(object), counts["operations"].to_numpy())


def _ranked(selected: Selected, facet: str, codes: np.ndarray, operations: np.ndarray) -> pd.DataFrame:
    position = vocabulary(selected.snapshot.table)[facet]
    rows = np.lexsort(([position[code] for code in codes], -operations))
    return pd.DataFrame({facet: codes[rows], "operations": operations[rows]})


@adds_up("operations", arrange=_most_first)
def count_facet(selected: Selected, facet: str) -> pd.DataFrame:
    """facet's code, operations: one row for each that occurs, the most common first, then in the order of the
    vocabulary: activities as the reference lists them, places by name.

    An operation in several territories, regions or activities counts once in each.
    """
    memberships = facet_memberships(selected.snapshot.table, facet)
    counts = memberships.count_options(selected.chosen)
    return _ranked(selected, facet, memberships.codes[counts > 0], counts[counts > 0])


@adds_up("operations", arrange=_most_first, of_whole=True)
def count_all_activities(selected: Selected) -> pd.DataFrame:
    """activity, operations of the whole table as of the date, the most common first, then as the reference lists them.

    Those that no operation has by then are there too, with none.
    """
    table, started = selected.snapshot.table, selected.snapshot.operations["started"].to_numpy()
    memberships = facet_memberships(table, "activity")
    occurs = np.isin(np.arange(len(memberships.codes)), memberships.option)
    return _ranked(selected, "activity", memberships.codes[occurs], memberships.count_options(started)[occurs])


@adds_up("operations")
def count_statuses(selected: Selected) -> pd.DataFrame:
    """status, operations: all three, in the order ongoing, closed, unknown."""
    codes = status_codes(selected.snapshot.operations)[selected.chosen]
    counts = selected.snapshot.table.tally(selected.chosen, codes, len(STATUSES))
    return pd.DataFrame({"status": STATUSES, "operations": counts})


@adds_up("spells")
def count_spells(selected: Selected) -> pd.DataFrame:
    """status, spells: all three, in the order ongoing, closed, unknown."""
    spells = selected.snapshot.spells
    operation = spells["operation"].to_numpy()
    chosen = selected.chosen[operation]
    counts = selected.snapshot.table.tally(operation[chosen], status_codes(spells)[chosen], len(STATUSES))
    return pd.DataFrame({"status": STATUSES, "spells": counts})


@adds_up("active", "started", "ended", arrange=ordered_by("year"))
def count_years(selected: Selected) -> pd.DataFrame:
    """year, active, started, ended: every year from the first start of the selection to the as-of year.

    `active` operations have a spell that covers a day of the year; `started` and `ended` ones have a spell that
    starts or ends in it. An operation counts once a year in each.
    """
    snapshot = selected.snapshot
    years, spells = snapshot.years, snapshot.spells
    active = selected.chosen[years["operation"].to_numpy()]
    operation, first_year = years["operation"].to_numpy()[active], years["first_year"].to_numpy()[active]
    if not len(first_year):
        return pd.DataFrame({name: np.array([], int) for name in ("year", "active", "started", "ended")})
    first, last = int(first_year.min()), snapshot.as_of.year
    begun = _per_year(snapshot, operation, first_year, first)
    over = _per_year(snapshot, operation, years["last_year"].to_numpy()[active] + 1, first)
    chosen = selected.chosen[spells["operation"].to_numpy()]
    closed = chosen & (status_codes(spells) == STATUSES.index("closed"))
    return pd.DataFrame(
        {
            "year": np.arange(first, last + 1),
            "active": np.cumsum(begun - over),
            "started": _once_per_year(snapshot, "start_year", chosen, first),
            "ended": _once_per_year(snapshot, "end_year", closed, first),
        }
    )


def _most_sets_first(_selected: Selected, counts: pd.DataFrame) -> pd.DataFrame:
    return _set_counts(zip(counts["operations"].tolist(), counts["activity_set"], strict=True))


@adds_up("operations", arrange=_most_sets_first)
def count_activity_sets(selected: Selected) -> pd.DataFrame:
    """activity_set (a tuple of codes in alphabetical order), operations: most common first; no empty set."""
    table = selected.snapshot.table
    memberships = facet_memberships(table, "activity")
    held, sets = memberships.count_holders(selected.chosen), memberships.codes_held
    return _set_counts(
        (int(held[number]), tuple(sorted(sets[number]))) for number in np.flatnonzero(held) if sets[number]
    )


def _set_counts(counts: Iterable[tuple[int, tuple[str, ...]]]) -> pd.DataFrame:
    ordered = sorted((-operations, codes) for operations, codes in counts)
    return pd.DataFrame(
        {"activity_set": [codes for _n, codes in ordered], "operations": [-number for number, _c in ordered]}
    )


@otherwise("from `count_activity_sets`", from_others=True)
def count_activity_pairs(selected: Selected) -> pd.DataFrame:
    """first, second (codes in alphabetical order), operations that have both: pairs that occur, most common first."""
    pairs: dict[tuple[str, str], int] = {}
    for codes, operations in ask(selected, count_activity_sets).itertuples(index=False):
        for pair in combinations(codes, 2):
            pairs[pair] = pairs.get(pair, 0) + operations
    counted = pd.DataFrame([(*pair, count) for pair, count in pairs.items()], columns=["first", "second", "operations"])
    return counted.sort_values(
        ["operations", "first", "second"], ascending=[False, True, True], kind="stable", ignore_index=True
    )


def most_active_year(year_counts: pd.DataFrame) -> tuple[int, int] | None:
    """The first year with most active operations of `count_years`, and how many; None where there are none."""
    years, most = peak_years(year_counts)
    return (years[0], most) if years else None


def peak_years(year_counts: pd.DataFrame) -> tuple[list[int], int]:
    """Every year with most active operations of `count_years`, and how many; none and 0 where there are none."""
    active = year_counts["active"].to_numpy()
    most = int(active.max()) if len(active) else 0
    return year_counts["year"].to_numpy()[active == most].tolist() if most else [], most


def _per_year(snapshot: Snapshot, operation: np.ndarray, years: np.ndarray, first: int) -> np.ndarray:
    """How many of these operations have each year from the first to that of the as-of date beside them."""
    span = snapshot.as_of.year - first + 1
    return snapshot.table.tally(operation, np.minimum(years - first, span), span + 1)[:span]


def _once_per_year(snapshot: Snapshot, column: str, chosen: np.ndarray, first: int) -> np.ndarray:
    spells = snapshot.spells
    once = once_a_year(spells["operation"].to_numpy()[chosen], spells[column].to_numpy()[chosen])
    return _per_year(snapshot, *once, first)
