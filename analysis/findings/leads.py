"""What findings speak of: the operations they count, and the selections they lead on to."""

from dataclasses import replace

import numpy as np

from analysis.findings.finding import Finding
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection, canonical
from analysis.table.memberships import facet_memberships
from analysis.text import ngettext

MOST_NAMED = 5


def operations_in_words(selected: Selected, count: int) -> str:
    """That many operations, called chosen where a filter is in force: a sentence may be quoted without its page."""
    template = (
        ngettext("{count} chosen operation", "{count} chosen operations", count)
        if selected.conditions
        else ngettext("{count} operation", "{count} operations", count)
    )
    return template.format(count=count)


def narrow(selected: Selected, **conditions) -> Selection:
    """The selection with these conditions in place of those it has on the same facets."""
    return canonical(replace(selected.selection, **conditions), selected.snapshot.table)


def narrow_to_places(selected: Selected, operations: np.ndarray) -> Selection | None:
    """The selection with the territories of these operations (row numbers); None where they have none, or are many."""
    table, before = selected.snapshot.table, selected.selection.territory
    memberships = facet_memberships(table, "territory")
    if len(operations) > MOST_NAMED:
        return None
    found = memberships.codes[memberships.option[np.isin(memberships.holder, memberships.holder_of[operations])]]
    kept = tuple(code for code in found if not before or code in before)
    return narrow(selected, territory=kept) if kept else None


def keep_true_lead(finding: Finding, selected: Selected) -> Finding:
    """The finding, without its selection where that leads nowhere or shows more or fewer operations than it counts."""
    table = selected.snapshot.table
    if finding.selection in (None, canonical(selected.selection, table)):
        return replace(finding, selection=None)
    # A lead puts its own condition in place of one before it, so equal numbers are the same operations.
    true = select(table, finding.selection).count == finding.count
    return finding if true else replace(finding, selection=None)
