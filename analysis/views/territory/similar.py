"""The operations most like those of a territory, by activities, place and years."""

import numpy as np
import pandas as pd

from analysis.counts.ask import otherwise
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection
from analysis.table.memberships import Memberships, facet_memberships
from analysis.views.rows import operation_rows

MOST_SHOWN = 5
SAME_REGION = 0.5


@otherwise("the most like of each part, put in order again")
def list_similar(own: Selected, most: int = MOST_SHOWN) -> pd.DataFrame:
    """The rows of `find_similar` with the name and line of each, and its first territory ("" where none is known)."""
    similar, territories = find_similar(own, most), facet_memberships(own.snapshot.table, "territory")
    numbers = similar["operation"].to_numpy(int)
    rows = operation_rows(own.snapshot, numbers)
    codes = territories.codes_held
    first = [next(iter(codes[number]), "") for number in territories.holder_of[numbers]]
    return similar.assign(name=rows["name"].to_numpy(), line=rows["line"].to_numpy(), territory=first)


def find_similar(own: Selected, most: int = MOST_SHOWN) -> pd.DataFrame:
    """The operations that are most like `own` taken together, the most like first, then as in the source.

    operation (its number), score, activities, place, years (each 0 to 1, the score is their sum), shared_activities
    (codes), shared_years, years_either. `activities` and `years` are what both have as a share of what either has;
    `place` is 1 in the same sub-region, 0.5 in the same region.
    """
    columns = [
        "operation",
        "score",
        "activities",
        "place",
        "years",
        "shared_activities",
        "shared_years",
        "years_either",
    ]
    others = select(own.snapshot.table, Selection(as_of=own.selection.as_of)).chosen & ~own.chosen
    if not own.count or not others.any():
        return pd.DataFrame(columns=columns)
    activities, shared_sets = _compare_sets(own)
    shared_years, years_either = _compare_years(own)
    parts = {
        "activities": activities[own.snapshot.table.operations["activity_set"].to_numpy()],
        "place": _compare_places(own),
        "years": shared_years / np.maximum(years_either, 1),
    }
    score = sum(parts.values())
    best = _best(np.where(others, np.round(score, 9), -1.0), min(most, int(others.sum())))
    sets = own.snapshot.table.operations["activity_set"].to_numpy()[best]
    return pd.DataFrame(
        {"operation": best, "score": score[best]}
        | {name: values[best] for name, values in parts.items()}
        | {
            "shared_activities": [shared_sets(number) for number in sets],
            "shared_years": shared_years[best],
            "years_either": years_either[best],
        }
    )[columns]


def _best(score: np.ndarray, most: int) -> np.ndarray:
    """The numbers of the highest scores, the highest first, then the lowest number."""
    least = np.partition(score, len(score) - most)[len(score) - most]
    candidates = np.flatnonzero(score >= least)
    return candidates[np.argsort(-score[candidates], kind="stable")][:most]


def _compare_sets(own: Selected):
    """For each set of activities its likeness to all activities of `own`, and a function to the codes in common."""
    memberships = facet_memberships(own.snapshot.table, "activity")
    having = _options_of(own, memberships)
    shared = np.bincount(memberships.holder, having[memberships.option], memberships.holder_count)
    size = np.bincount(memberships.holder, minlength=memberships.holder_count)
    likeness = shared / np.maximum(size + having.sum() - shared, 1)

    def shared_codes(number: int) -> tuple[str, ...]:
        options = np.sort(memberships.option[memberships.holder == number])
        return tuple(memberships.codes[options[having[options]]])

    return likeness, shared_codes


def _compare_places(own: Selected) -> np.ndarray:
    """For each operation 1 in a sub-region of `own`, less in a region of it, 0 elsewhere."""
    table = own.snapshot.table
    nearness = np.zeros(len(table.places))
    for facet, value in (("region", SAME_REGION), ("subregion", 1.0)):
        memberships = facet_memberships(table, facet)
        inside = (
            np.bincount(memberships.holder, _options_of(own, memberships)[memberships.option], memberships.holder_count)
            > 0
        )
        nearness[inside] = value
    return nearness[table.operations["place"].to_numpy()]


def _compare_years(own: Selected) -> tuple[np.ndarray, np.ndarray]:
    """For each operation in how many calendar years it and `own` were active, and in how many either was."""
    years, count = own.snapshot.years, len(own.snapshot.operations)
    if years.empty:
        return np.zeros(count), np.zeros(count)
    base = int(years["first_year"].min())
    active = np.zeros(int(years["last_year"].max()) - base + 1, bool)
    for first, last in own.years[["first_year", "last_year"]].drop_duplicates().itertuples(index=False):
        active[first - base : last - base + 1] = True
    until = np.concatenate([[0], np.cumsum(active)])
    first, after = years["first_year"].to_numpy() - base, years["last_year"].to_numpy() - base + 1
    operation = years["operation"].to_numpy()
    shared = np.bincount(operation, until[after] - until[first], count).astype(int)
    either = np.bincount(operation, after - first, count).astype(int) + active.sum() - shared
    return shared, either


def _options_of(own: Selected, memberships: Memberships) -> np.ndarray:
    """Which options of a facet the operations of `own` have."""
    return memberships.count_options(own.chosen) > 0
