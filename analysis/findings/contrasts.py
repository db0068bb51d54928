"""Every group of a selection against every trait: regions and activities against activities and what still runs."""

from typing import NamedTuple

import numpy as np

from analysis.findings.cells import region_codes
from analysis.findings.chance import chance_of
from analysis.findings.counts import Counts

FINDING_KINDS = ("regional_activity", "activities_together", "status_share")


class Contrast(NamedTuple):
    """A group and a trait, `having` of whose `of` operations have it, against `other` of the `rest` outside.

    group: facet and code.  trait: the code of an activity; None is that it still runs.  chance: as in Finding.
    """

    kind: str
    group: tuple[str, str]
    trait: str | None
    having: int
    of: int
    other: int
    rest: int
    chance: float


def strongest_contrasts(counts: Counts) -> list[Contrast]:
    """The most improbable contrast of each kind, the most improbable first.

    The chance of each is multiplied by the number of all that were searched (Bonferroni), so that it bounds how
    likely the most improbable of them is in a table whose columns are shuffled.
    """
    codes, _members = counts.activities
    groups = [*region_codes(counts.selected.snapshot.table), *(("activity", code) for code in codes)]
    traits = [*codes, None]
    both, of, having = _cross(counts)
    total = counts.selected.count
    searched = np.argwhere(_tells(of, total)[:, None] & _tells(having, total) & _is_news(counts, groups, traits))
    group, trait = searched.T
    chances = len(searched) * chance_of(both[group, trait], of[group], having[trait], total)
    found: dict[str, Contrast] = {}
    for position in np.argsort(chances, kind="stable"):
        line, column = searched[position]
        count, inside = int(both[line, column]), int(of[line])
        kind = _kind(groups[line], traits[column])
        contrast = Contrast(
            kind=kind,
            group=groups[line],
            trait=traits[column],
            having=count,
            of=inside,
            other=int(having[column]) - count,
            rest=total - inside,
            chance=float(chances[position]),
        )
        found.setdefault(kind, contrast)
    return list(found.values())


def _cross(counts: Counts) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Operations by group and trait, by group, and by trait."""
    _codes, members = counts.activities
    pairs = members.T @ (members * counts.sets[:, None])
    with_activity = np.vstack([counts.region_sets @ members, pairs])
    running = np.concatenate([counts.region_running, counts.set_running @ members])
    both = np.column_stack([with_activity, running])
    of = np.concatenate([counts.region_sets.sum(axis=1), np.diagonal(pairs)])
    return both, of, np.append(np.diagonal(pairs), counts.set_running.sum())


def _tells(sizes: np.ndarray, total: int) -> np.ndarray:
    """Whether a group of each size tells operations apart: what all have, or none, is true by the filter alone."""
    return (sizes > 0) & (sizes < total)


def _is_news(counts: Counts, groups: list, traits: list) -> np.ndarray:
    """Whether each pair is one to search: two activities once, and not both chosen, which parts them by itself."""
    news = np.ones((len(groups), len(traits)), bool)
    first = len(groups) - len(traits) + 1
    news[first:, :-1] = np.triu(news[first:, :-1], 1)
    chosen = np.isin(np.array(traits, object), counts.selected.selection.activity)
    news[first:, :] &= ~(chosen[:-1, None] & chosen)
    return news


def _kind(group: tuple[str, str], trait: str | None) -> str:
    if trait is None:
        return FINDING_KINDS[2]
    return FINDING_KINDS[1] if group[0] == "activity" else FINDING_KINDS[0]
