"""Rows of two tables paired by a key: what is the same in both first, then by nearest start, never many to many."""

from typing import NamedTuple

import numpy as np
import pandas as pd

# A group with more possible pairs than this is paired in order of start, which takes no table of distances.
_MOST_PAIRS = 4_000_000
_FAR = 10**7


class Pairs(NamedTuple):
    """Numbers of rows: before[i] goes with after[i]; gone and new stand alone."""

    before: np.ndarray
    after: np.ndarray
    gone: np.ndarray
    new: np.ndarray


def pair_rows(before: pd.DataFrame, after: pd.DataFrame) -> Pairs:
    """The pairs of two tables with the columns key, same (equal where all that is compared is), start and further ones.

    Within a key, rows that are the same are paired in order; of the rest those whose starts are nearest, of equally
    near ones those that are alike in more of the further columns. What is left over stands alone.
    """
    first, second = _pair_same(before, after)
    left, right = _rest(len(before), first), _rest(len(after), second)
    parts = [(first, second)]
    shared = np.intersect1d(before["key"].iloc[left], after["key"].iloc[right])
    ours = before.iloc[left][before["key"].iloc[left].isin(shared).to_numpy()]
    theirs = after.iloc[right][after["key"].iloc[right].isin(shared).to_numpy()]
    groups = theirs.groupby("key", sort=False).indices
    numbers = theirs.index.to_numpy()
    for key, places in ours.groupby("key", sort=False).indices.items():
        some, others = ours.iloc[places], theirs.iloc[groups[key]]
        one, other = _pair_nearest(some, others)
        parts.append((ours.index.to_numpy()[places][one], numbers[groups[key]][other]))
    first, second = (np.concatenate([part[side] for part in parts]).astype(np.int64) for side in (0, 1))
    return Pairs(first, second, gone=_rest(len(before), first), new=_rest(len(after), second))


def _pair_same(before: pd.DataFrame, after: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Rows of the same key that are the same, the first with the first, and so on."""
    numbered = [
        rows.assign(row=np.arange(len(rows)), turn=rows.groupby(["key", "same"], sort=False).cumcount())
        for rows in (before, after)
    ]
    met = numbered[0].merge(numbered[1], on=["key", "same", "turn"])
    return met["row_x"].to_numpy(), met["row_y"].to_numpy()


def _rest(count: int, taken: np.ndarray) -> np.ndarray:
    left = np.ones(count, bool)
    left[taken] = False
    return np.flatnonzero(left)


def _pair_nearest(some: pd.DataFrame, others: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Places in two groups of one key, paired from the nearest starts on."""
    if len(some) == len(others) == 1:
        return np.zeros(1, int), np.zeros(1, int)
    if len(some) * len(others) > _MOST_PAIRS:
        most = min(len(some), len(others))
        return some["start"].argsort(kind="stable")[:most], others["start"].argsort(kind="stable")[:most]
    apart = _days_apart(some["start"].to_numpy(), others["start"].to_numpy())
    unlike = sum(
        (some[name].to_numpy()[:, None] != others[name].to_numpy()).astype(np.int64)
        for name in some.columns.difference(["key", "same", "start"])
    )
    one, other = (grid.ravel() for grid in np.indices(apart.shape))
    # Which table comes first must not matter, so ties go by the lower place in either.
    order = np.lexsort((np.maximum(one, other), np.minimum(one, other), unlike.ravel(), apart.ravel()))
    free = np.ones(len(some), bool), np.ones(len(others), bool)
    pairs = []
    for i, j in zip(one[order].tolist(), other[order].tolist(), strict=True):
        if free[0][i] and free[1][j]:
            free[0][i] = free[1][j] = False
            pairs.append((i, j))
    found = np.array(sorted(pairs), int)
    return found[:, 0], found[:, 1]


def _days_apart(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    days = [starts.astype("datetime64[D]").astype(np.int64) for starts in (some, others)]
    unread = [np.isnat(starts) for starts in (some, others)]
    apart = np.abs(days[0][:, None] - days[1])
    both, either = unread[0][:, None] & unread[1], unread[0][:, None] | unread[1]
    return np.where(both, 0, np.where(either, _FAR, apart))
