"""Which activities go together, which never do, and which operations have one without another."""

import numpy as np
import pandas as pd

from analysis.counts.ask import adds_up, ask, otherwise
from analysis.counts.count import count_facet
from analysis.counts.crossed import count_place_sets
from analysis.selection.select import Selected, match_sets
from analysis.table.memberships import facet_memberships

MOST_PAIRED = 8


@otherwise("the most common activities are those of the whole, and `count_together` of them", from_others=True)
def count_pairs(selected: Selected, most: int = MOST_PAIRED) -> pd.DataFrame:
    """first, second, operations with both, first_operations, second_operations: all pairs of the most common
    activities, each with the more common one first; most common pairs first, pairs that never meet last."""
    activities = ask(selected, count_facet, "activity").head(most)
    codes, totals = activities["activity"].to_numpy(object), activities["operations"].to_numpy()
    together = ask(selected, count_together, tuple(codes))
    first, second = np.triu_indices(len(codes), 1)
    pairs = pd.DataFrame(
        {
            "first": codes[first],
            "second": codes[second],
            "operations": together[first, second],
            "first_operations": totals[first],
            "second_operations": totals[second],
        }
    )
    return pairs.sort_values("operations", ascending=False, kind="stable", ignore_index=True)


def pairs_apart(pairs: pd.DataFrame) -> list[tuple[str, str]]:
    """The pairs of `count_pairs` that never meet though both occur."""
    apart = pairs[pairs["operations"] == 0]
    return list(zip(apart["first"], apart["second"], strict=True))


@adds_up()
def count_without(selected: Selected, having: str, lacking: str) -> int:
    """How many operations have one activity and lack the other."""
    return selected.snapshot.table.count_rows_of(find_without(selected, having, lacking))


def find_without(selected: Selected, having: str, lacking: str) -> np.ndarray:
    """A mask of the chosen operations that have one activity and lack the other."""
    table = selected.snapshot.table
    sets = match_sets(table, (having,), "any") & match_sets(table, (lacking,), "none")
    return selected.chosen & sets[facet_memberships(table, "activity").holder_of]


@adds_up()
def count_together(selected: Selected, codes: tuple[str, ...]) -> np.ndarray:
    """A row and a column for each of these activities: how many operations have both."""
    memberships = facet_memberships(selected.snapshot.table, "activity")
    cells = count_place_sets(selected)
    held = np.bincount(cells["activity_set"], cells["operations"], memberships.holder_count).astype(np.int64)
    members = np.stack([memberships.holders_with([code]) for code in codes]) if len(codes) else np.zeros((0, 1), int)
    return (members * held) @ members.T if len(codes) else np.zeros((0, 0), int)
