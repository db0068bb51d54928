"""What stands out on the map: activities that belong to a region, and one that has an activity alone."""

import numpy as np

from analysis.findings.cells import region_codes
from analysis.findings.counts import Counts
from analysis.findings.finding import Finding, best, surprise
from analysis.findings.leads import narrow, operations_in_words
from analysis.table.place_names import place_names
from analysis.text import _

LEAST_IN_REGION = 5
LEAST_WITH_ACTIVITY = 3


def regional_activity(counts: Counts) -> Finding | None:
    """An activity found in one region only, or missing from one, against the shares of the whole selection.

    A region that holds more than half of the selection is no news as the home of an activity.
    """
    total = counts.selected.count
    codes, in_region, having, both = _cells(counts)
    home = surprise(both, having, in_region[:, None] / total)
    missing = surprise(both, in_region[:, None], having / total)
    common = having >= LEAST_WITH_ACTIVITY
    scores = np.array([home, missing])
    small = in_region[:, None] <= total / 2
    large = in_region[:, None] >= LEAST_IN_REGION
    allowed = np.array([common & small & (both == having), common & large & (both == 0)])
    found = best(scores, allowed & (scores > 0))
    if found is None:
        return None
    missing, region, activity = found
    facet, name = region_codes(counts.selected.snapshot.table)[region]
    count = int(in_region[region] if missing else having[activity])
    conditions = {facet: (name,)} | ({} if missing else {"activity": (codes[activity],), "match": "any"})
    template = (
        _("None of the {operations} in {region} has {activity}, which {having} of {total} have.")
        if missing
        else _("All {operations} with {activity} are in {region}, where {there} of {total} are.")
    )
    text = template.format(
        operations=operations_in_words(counts.selected, count),
        activity=codes[activity],
        region=_(name),
        having=having[activity],
        there=in_region[region],
        total=total,
    )
    lead = narrow(counts.selected, **conditions)
    return Finding("regional_activity", text, float(scores[found]), count, lead, "map")


def lone_activity(counts: Counts) -> Finding | None:
    """The only operation of a region with an activity, against how common activities are there on average."""
    codes, in_region, _having, both = _cells(counts)
    occurring = np.maximum((both > 0).sum(axis=1), 1)
    average = both.sum(axis=1) / occurring / np.maximum(in_region, 1)
    scores = surprise(both, in_region[:, None], average[:, None])
    found = best(scores, (both == 1) & (in_region[:, None] >= LEAST_IN_REGION) & (average * in_region > 1)[:, None])
    if found is None:
        return None
    region, activity = found
    facet, name = region_codes(counts.selected.snapshot.table)[region]
    lead = narrow(counts.selected, **{facet: (name,)}, activity=(codes[activity],), match="any")
    text = _("{place} alone has {activity} among the {operations} in {region}.").format(
        place=_lone_place(counts, region, activity),
        activity=codes[activity],
        operations=operations_in_words(counts.selected, int(in_region[region])),
        region=_(name),
    )
    return Finding("lone_activity", text, float(scores[found]), 1, lead, "map")


def _cells(counts: Counts) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Activity codes, operations by region, by activity, and by both."""
    codes, members = counts.activities
    return codes, counts.region_sets.sum(axis=1), counts.sets @ members, counts.region_sets @ members


def _lone_place(counts: Counts, region: int, activity: int) -> str:
    table = counts.selected.snapshot.table
    having = counts.activities[1][:, activity] == 1
    operations = counts.operations_of(region, having[table.operations["activity_set"].to_numpy()])
    return place_names(table)[table.operations["place"].to_numpy()[operations[0]]]
