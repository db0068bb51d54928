"""What stands out in how activities go together: missing partners, and pairs that never meet."""

import numpy as np

from analysis.findings.counts import Counts
from analysis.findings.finding import Finding, best, surprise
from analysis.findings.leads import MOST_NAMED, narrow, narrow_to_places, operations_in_words
from analysis.table.place_names import place_names
from analysis.text import _, all_of, ngettext

LEAST_WITH_PARTNER = 5
USUAL_SHARE = 0.75
LEAST_APART = 3


def lacks_partner(counts: Counts) -> Finding | None:
    """An activity nearly always with another, and the operations that have it alone, against an even chance.

    A partner is usual where at least three in four operations with the activity have it too.
    """
    codes, having, both = _pairs(counts)
    without = having[:, None] - both
    scores = surprise(without, having[:, None], 0.5)
    usual = (without > 0) & (both >= USUAL_SHARE * having[:, None])
    found = best(scores, usual & (having[:, None] >= LEAST_WITH_PARTNER))
    if found is None:
        return None
    count, operations = int(without[found]), _with_but_without(counts, *found)
    text = ngettext(
        "{count} of {operations} with {activity} lacks the usual partner {partner}",
        "{count} of {operations} with {activity} lack the usual partner {partner}",
        count,
    ).format(
        count=count,
        operations=operations_in_words(counts.selected, int(having[found[0]])),
        activity=codes[found[0]],
        partner=codes[found[1]],
    )
    lead = narrow_to_places(counts.selected, operations)
    return Finding("lacks_partner", _name(text, counts, operations), float(scores[found]), count, lead, "activities")


def never_meet(counts: Counts) -> Finding | None:
    """Two activities that no operation has together, against what meeting by chance would give."""
    codes, having, both = _pairs(counts)
    total = counts.selected.count
    scores = surprise(0, total, np.outer(having, having) / total**2)
    common = having >= LEAST_APART
    found = best(scores, np.triu(common[:, None] & common & (both == 0), 1))
    if found is None:
        return None
    first, second = sorted(found, key=lambda number: -having[number])
    count = int(having[first] + having[second])
    text = _("{first} and {second} never meet: none of the {operations} with either has both ({a} and {b}).").format(
        first=codes[first],
        second=codes[second],
        operations=operations_in_words(counts.selected, count),
        a=having[first],
        b=having[second],
    )
    lead = narrow(counts.selected, activity=(codes[first], codes[second]), match="any")
    return Finding("never_meet", text, float(scores[found]), count, lead, "activities")


def _pairs(counts: Counts) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Codes, operations that have each, and operations that have both of each two."""
    codes, members = counts.activities
    both = members.T @ (members * counts.sets[:, None])
    return codes, np.diagonal(both), both


def _with_but_without(counts: Counts, activity: int, partner: int) -> np.ndarray:
    _codes, members = counts.activities
    wanted = (members[:, activity] == 1) & (members[:, partner] == 0)
    table = counts.selected.snapshot.table
    return np.flatnonzero(counts.selected.chosen & wanted[table.operations["activity_set"].to_numpy()])


def _name(text: str, counts: Counts, operations: np.ndarray) -> str:
    if len(operations) > MOST_NAMED:
        return _("{sentence}.").format(sentence=text)
    table = counts.selected.snapshot.table
    names = place_names(table)[table.operations["place"].to_numpy()[operations]]
    return _("{sentence}: {names}.").format(sentence=text, names=all_of(sorted(names)))
