"""Counts of activities crossed with something else: places, regions, years."""

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.counts.ask import adds_up, ask
from analysis.counts.count import count_facet, count_years
from analysis.selection.select import Selected
from analysis.table.memberships import Memberships, facet_memberships
from analysis.table.spells import once_a_year
from analysis.table.table import Table


def expand_memberships(memberships: Memberships, holders: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each option that each of these holders has: the place in `holders`, and the number of the option."""
    order = np.argsort(memberships.holder, kind="stable")
    sizes = np.bincount(memberships.holder, minlength=memberships.holder_count)
    begins = np.cumsum(sizes) - sizes
    repeats = sizes[holders]
    row = np.repeat(np.arange(len(holders)), repeats)
    within = np.arange(len(row)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return row, memberships.option[order][begins[holders][row] + within]


def tally_far_apart(
    table: Table, operations: np.ndarray, numbers: np.ndarray, weights: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The different numbers in order, how many rows have each, where each of these operations has the one beside it,
    and the sum of its weights (without any: of ones)."""
    # Sorting costs ten times a count, so only numbers that lie far apart are sorted first.
    if len(numbers) and numbers.max() > 100_000 + 16 * len(numbers):
        values, numbers = np.unique(numbers, return_inverse=True)
    else:
        values = np.arange(numbers.max(initial=-1) + 1)
    counts = table.tally(operations, numbers, len(values))
    sums = np.bincount(numbers, weights, len(values))
    return values[counts > 0], counts[counts > 0], sums[counts > 0]


def _line_of_one(_selected: Selected, counts: pd.DataFrame) -> pd.DataFrame:
    counts = counts.sort_values(["place", "activity_set"], ignore_index=True)
    return counts.assign(line=counts["line"].where(counts["operations"] == 1, 0))


@adds_up("operations", "line", arrange=_line_of_one)
@cached_on_value
def count_place_sets(selected: Selected) -> pd.DataFrame:
    """place, activity_set (their numbers), operations, line (of the one operation, 0 where there are several): each
    pair that occurs, in order."""
    sets = facet_memberships(selected.snapshot.table, "activity")
    table, chosen = selected.snapshot.table, selected.chosen
    place = table.operations["place"].to_numpy()[chosen].astype(np.int64)
    both, line = place * sets.holder_count + sets.holder_of[chosen], table.operations["line"].to_numpy()[chosen]
    numbers, counts, lines = tally_far_apart(table, chosen, both, line)
    place, held = np.divmod(numbers, sets.holder_count)
    line_of_one = np.where(counts == 1, lines, 0).astype(np.int64)
    return pd.DataFrame({"place": place, "activity_set": held, "operations": counts, "line": line_of_one})


def _in_places(selected: Selected, counts: pd.DataFrame, by: str) -> pd.DataFrame:
    return _every_pair(counts, ask(selected, count_facet, by)[by], ask(selected, count_facet, "activity")["activity"])


@adds_up("operations", arrange=_in_places)
def count_activities_by(selected: Selected, by: str) -> pd.DataFrame:
    """`by` (region or subregion), activity, operations: every pair of those that occur, zeros included.

    Regions by their operations, the most first; activities in each the most common first. An operation counts
    once in each pair that it belongs to.
    """
    places, sets = (
        facet_memberships(selected.snapshot.table, by),
        facet_memberships(selected.snapshot.table, "activity"),
    )
    cells = count_place_sets(selected)
    row, group = expand_memberships(places, cells["place"].to_numpy())
    again, option = expand_memberships(sets, cells["activity_set"].to_numpy()[row])
    shape = len(places.codes), len(sets.codes)
    numbers = group[again] * shape[1] + option
    grid = np.bincount(numbers, cells["operations"].to_numpy()[row][again], shape[0] * shape[1]).reshape(shape)
    groups, activities = ask(selected, count_facet, by)[by], ask(selected, count_facet, "activity")["activity"]
    wanted = np.ix_(_positions(places, groups), _positions(sets, activities))
    return pd.DataFrame(
        {
            by: np.repeat(groups.to_numpy(), len(activities)),
            "activity": np.tile(activities.to_numpy(), len(groups)),
            "operations": grid[wanted].ravel().astype(np.int64),
        }
    )


def _in_years(selected: Selected, counts: pd.DataFrame) -> pd.DataFrame:
    years = ask(selected, count_years)["year"]
    # Without any year there is no activity to speak of either.
    activities = ask(selected, count_facet, "activity")["activity"].head(None if len(years) else 0)
    return _every_pair(counts, activities, years)


@adds_up("active", "started", arrange=_in_years)
def count_activity_years(selected: Selected) -> pd.DataFrame:
    """activity, year, active, started: every year from the first start to the as-of year for each that occurs.

    The most common activity first; active and started mean what they mean in `count_years`.
    """
    years, spells = selected.years, selected.spells
    # Without any year there is no activity to speak of either.
    codes = ask(selected, count_facet, "activity")["activity"].head(None if len(years) else 0)
    first = int(years["first_year"].min()) if len(years) else 0
    last = selected.snapshot.as_of.year if len(years) else -1
    operation = years["operation"].to_numpy()
    begun = _by_year(selected, operation, years["first_year"].to_numpy(), first, last)
    over = _by_year(selected, operation, years["last_year"].to_numpy() + 1, first, last)
    starts = once_a_year(spells["operation"].to_numpy(), spells["start_year"].to_numpy())
    started = _by_year(selected, *starts, first, last)
    wanted = _positions(facet_memberships(selected.snapshot.table, "activity"), codes)
    active = np.cumsum(begun - over, axis=1)[wanted].ravel()
    return pd.DataFrame(
        {
            "activity": np.repeat(codes.to_numpy(), last - first + 1),
            "year": np.tile(np.arange(first, last + 1), len(codes)),
            "active": active,
            "started": started[wanted].ravel(),
        }
    )


def _by_year(selected: Selected, operation: np.ndarray, year: np.ndarray, first: int, last: int) -> np.ndarray:
    """For each activity (row) and year (column) how many of these pairs of operation and year there are."""
    memberships = facet_memberships(selected.snapshot.table, "activity")
    inside = year <= last
    span = last - first + 1
    numbers = memberships.holder_of[operation[inside]].astype(np.int64) * span + (year[inside] - first)
    cells, counts, _sums = tally_far_apart(selected.snapshot.table, operation[inside], numbers)
    held, moment = np.divmod(cells, max(span, 1))
    row, option = expand_memberships(memberships, held)
    shape = len(memberships.codes), span
    grid = np.bincount(option * span + moment[row], counts[row], shape[0] * span)
    return grid.reshape(shape).astype(np.int64)


def _every_pair(counts: pd.DataFrame, outer: pd.Series, inner: pd.Series) -> pd.DataFrame:
    """Counts by two columns with a row for every pair of the values of both, in their order, zeros included."""
    first, second, *sums = counts.columns
    line = {value: number for number, value in enumerate(outer)}
    column = {value: number for number, value in enumerate(inner)}
    cells = [line[a] * len(inner) + column[b] for a, b in zip(counts[first], counts[second], strict=True)]
    pairs = {first: np.repeat(outer.to_numpy(), len(inner)), second: np.tile(inner.to_numpy(), len(outer))}
    for name in sums:
        pairs[name] = np.zeros(len(outer) * len(inner), np.int64)
        pairs[name][cells] = counts[name]
    return pd.DataFrame(pairs)


def _positions(memberships: Memberships, codes: pd.Series) -> list[int]:
    order = {code: position for position, code in enumerate(memberships.codes)}
    return [order[code] for code in codes]
