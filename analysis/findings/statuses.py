"""What stands out in statuses: a group of operations far more ongoing, or more closed, than the rest."""

import numpy as np

from analysis.findings.cells import region_codes
from analysis.findings.counts import Counts
from analysis.findings.finding import Finding, best, surprise
from analysis.findings.leads import narrow, operations_in_words
from analysis.selection.sentence import STATUS_NAMES
from analysis.table.snapshot import STATUSES
from analysis.text import _, all_of

LEAST_IN_GROUP = 3
LEAST_DIFFERENCE = 0.2
COMPARED_GROUPS = STATUSES[:2]


def status_share(counts: Counts) -> Finding | None:
    """The region or activity set most of which is ongoing, or closed, at least 20 points above the whole share."""
    selected = counts.selected
    by_status = np.hstack([counts.region_statuses, counts.set_statuses])[: len(COMPARED_GROUPS)]
    group = np.hstack([counts.region_sets.sum(axis=1), counts.sets])
    overall = counts.set_statuses.sum(axis=1)[: len(COMPARED_GROUPS)]
    share = overall[:, None] / selected.count
    scores = surprise(by_status, group, share)
    most = (by_status > group / 2) & (by_status >= (share + LEAST_DIFFERENCE) * group)
    found = best(scores, most & (group >= LEAST_IN_GROUP))
    if found is None:
        return None
    status, number = COMPARED_GROUPS[found[0]], found[1]
    count, of = int(by_status[found]), int(group[number])
    template = (
        _("All {operations} {group} are {status}, against {overall} of {total} in all.")
        if count == of
        else _("{count} of {operations} {group} are {status}, against {overall} of {total} in all.")
    )
    text = template.format(
        count=count,
        operations=operations_in_words(selected, of),
        group=_group_words(counts, number),
        status=_(STATUS_NAMES[status]),
        overall=overall[found[0]],
        total=selected.count,
    )
    lead = narrow(selected, **_group_conditions(counts, number), status=(status,))
    return Finding("status_share", text, float(scores[found]), count, lead, "compare")


def _group_conditions(counts: Counts, number: int) -> dict:
    table = counts.selected.snapshot.table
    regions = region_codes(table)
    if number < len(regions):
        facet, name = regions[number]
        return {facet: (name,)}
    members = table.set_activities
    codes = members.loc[members["activity_set"] == number - len(regions), "activity"]
    return {"activity": tuple(codes), "match": "exactly"}


def _group_words(counts: Counts, number: int) -> str:
    conditions = _group_conditions(counts, number)
    if "match" not in conditions:
        return _("in {places}").format(places=_(*next(iter(conditions.values()))))
    codes = list(conditions["activity"])
    return _("with exactly {activities}").format(activities=all_of(codes)) if codes else _("without any activity")
