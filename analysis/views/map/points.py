"""The points of the map: one for each territory with a chosen operation, and how each fares by year."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.counts.ask import ask, otherwise
from analysis.counts.crossed import expand_memberships
from analysis.reading.reference import Reference, territory_names
from analysis.selection.select import Selected
from analysis.table.build import spread
from analysis.table.memberships import Memberships, facet_memberships, status_codes
from analysis.table.snapshot import STATUSES
from analysis.text import language

MEASURES = ("operations", "ongoing", "years_active", "activities", "first_year")


class PointTallies(NamedTuple):
    """For each territory: its chosen operations, those that run, active ones by year from `base` on, whether it has
    each activity; and whether each place with several territories has a chosen operation."""

    operations: np.ndarray
    ongoing: np.ndarray
    active: np.ndarray
    base: int
    activities: np.ndarray
    shared: np.ndarray


def _add_tallies(_selected: Selected, answers: list[PointTallies]) -> PointTallies:
    base = min(answer.base for answer in answers)
    # All go up to the as-of year.
    active = [np.pad(answer.active, ((0, 0), (answer.base - base, 0))) for answer in answers]
    columns = list(zip(*answers, strict=True))
    return PointTallies(
        operations=np.sum(columns[0], axis=0),
        ongoing=np.sum(columns[1], axis=0),
        active=np.sum(active, axis=0),
        base=base,
        activities=np.any(columns[4], axis=0),
        shared=np.any(columns[5], axis=0),
    )


@otherwise(
    "counts are added, activities and places that share an operation are sets", merge=_add_tallies, of_folded=True
)
def tally_points(selected: Selected) -> PointTallies:
    """What the points of the map are made from."""
    table = selected.snapshot.table
    memberships, sets = facet_memberships(table, "territory"), facet_memberships(table, "activity")
    operation, territory = chosen_pairs(selected, memberships)
    ongoing = status_codes(selected.snapshot.operations)[operation] == STATUSES.index("ongoing")
    size = len(memberships.codes)
    active, base = _active_matrix(selected, memberships)
    several = np.bincount(memberships.holder, minlength=memberships.holder_count) > 1
    held = pd.unique(territory * sets.holder_count + sets.holder_of[operation])
    row, option = expand_memberships(sets, held % sets.holder_count)
    activities = np.zeros((size, len(sets.codes)), bool)
    activities[held[row] // sets.holder_count, option] = True
    return PointTallies(
        operations=table.tally(operation, territory, size),
        ongoing=table.tally(operation[ongoing], territory[ongoing], size),
        active=active,
        base=base,
        activities=activities,
        shared=several & (memberships.count_holders(selected.chosen) > 0),
    )


@otherwise("from `tally_points`", from_others=True)
def count_points(selected: Selected) -> pd.DataFrame:
    """iso3, name, latitude, longitude, chosen, the five measures and same_operation, in the order of names.

    `chosen` is false for a territory that the filters leave out but whose operation also covers one they
    name. years_active counts calendar years; first_year is missing where no period could be read.
    same_operation: the iso3 codes of the territories that share a chosen operation with it.
    """
    memberships, tallies = facet_memberships(selected.snapshot.table, "territory"), ask(selected, tally_points)
    held = np.flatnonzero(tallies.operations)
    places = _locate(selected, memberships.codes[held])
    known = places["latitude"].notna().to_numpy()
    places, held = places[known], held[known]
    partners = _partners(memberships, tallies.shared)
    years = tallies.active[held] > 0
    return pd.DataFrame(
        {
            **{column: places[column].array for column in places},
            "chosen": _are_chosen(selected, places["iso3"]),
            "operations": tallies.operations[held],
            "ongoing": tallies.ongoing[held],
            "years_active": years.sum(axis=1),
            "activities": tallies.activities[held].sum(axis=1),
            "first_year": pd.arrays.IntegerArray(years.argmax(axis=1) + tallies.base, ~years.any(axis=1)),
            "same_operation": [partners.get(code, ()) for code in memberships.codes[held]],
        }
    )


@otherwise("from `tally_points`, for the points of the whole", from_others=True)
def count_points_by_year(selected: Selected) -> pd.DataFrame:
    """A row for each of the points in their order, a column for each year without gaps: operations active in it."""
    points, tallies = ask(selected, count_points), ask(selected, tally_points)
    codes = facet_memberships(selected.snapshot.table, "territory").codes
    years = range(tallies.base, tallies.base + tallies.active.shape[1])
    return pd.DataFrame(tallies.active, index=codes, columns=years).loc[points["iso3"]]


def chosen_pairs(selected: Selected, memberships: Memberships) -> tuple[np.ndarray, np.ndarray]:
    """Each chosen operation (its number in the table) with the number of each territory it covers."""
    operations = np.flatnonzero(selected.chosen)
    row, territory = _spread_memberships(memberships, operations)
    return operations[row], territory


def _spread_memberships(memberships: Memberships, operations: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    lengths = np.bincount(memberships.holder, minlength=memberships.holder_count)
    row, link = spread(memberships.holder_of[operations], lengths)
    return row, memberships.option[link]


def _active_matrix(selected: Selected, memberships: Memberships) -> tuple[np.ndarray, int]:
    """Operations active by territory and year, every year from the first to the as-of year, and that first year."""
    stretches = selected.years
    first, last = stretches["first_year"].to_numpy(), stretches["last_year"].to_numpy()
    if not len(stretches):
        return np.zeros((len(memberships.codes), 1), int), selected.snapshot.as_of.year
    base, width = int(first.min()), selected.snapshot.as_of.year - int(first.min()) + 2
    row, territory = _spread_memberships(memberships, stretches["operation"].to_numpy())
    tally, size = selected.snapshot.table.tally, len(memberships.codes) * width
    operation = stretches["operation"].to_numpy()[row]
    steps = tally(operation, territory * width + first[row] - base, size)
    steps -= tally(operation, territory * width + last[row] + 1 - base, size)
    return steps.reshape(-1, width).cumsum(axis=1)[:, :-1], base


def _locate(selected: Selected, iso3: np.ndarray) -> pd.DataFrame:
    return _located(selected.snapshot.table.reference, language()).loc[iso3]


@cached_on_value
def _located(reference: Reference, _language: str) -> pd.DataFrame:
    territories = reference.territories
    longitude = pd.to_numeric(territories["longitude"], errors="coerce")
    return pd.DataFrame(
        {
            "iso3": territories.index,
            "name": territory_names(reference),
            "latitude": pd.to_numeric(territories["latitude"], errors="coerce"),
            # The table writes longitudes past the date line as more than 180.
            "longitude": (longitude + 180) % 360 - 180,
        },
        index=territories.index,
    )


def _are_chosen(selected: Selected, iso3: pd.Series) -> np.ndarray:
    chosen = np.ones(len(iso3), bool)
    for facet, column in (("region", "region"), ("subregion", "subregion"), ("territory", "iso3")):
        if codes := getattr(selected.selection, facet):
            territories = selected.snapshot.table.reference.territories
            chosen &= territories.loc[iso3, column].isin(codes).to_numpy()
    return chosen


def _partners(memberships: Memberships, shared: np.ndarray) -> dict[str, tuple[str, ...]]:
    """For each territory that shares a chosen operation with others: their codes; `shared` as in PointTallies."""
    wanted = shared[memberships.holder]
    together: dict[int, list[str]] = {}
    for holder, code in zip(memberships.holder[wanted], memberships.codes[memberships.option[wanted]], strict=True):
        together.setdefault(holder, []).append(code)
    partners: dict[str, dict[str, None]] = {}
    for _holder, codes in sorted(together.items()):
        for code in codes:
            partners.setdefault(code, {}).update(dict.fromkeys(other for other in codes if other != code))
    return {code: tuple(others) for code, others in partners.items()}
