"""What findings speak of: the operations they count, and the selections they lead on to."""

from dataclasses import replace

from analysis.findings.finding import Finding
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection, canonical
from analysis.text import ngettext


def operations_in_words(selected: Selected, count: int) -> str:
    """That many operations, called chosen where a filter is in force: a sentence may be quoted without its page."""
    template = (
        ngettext("{count} chosen operation", "{count} chosen operations", count)
        if selected.filtered
        else ngettext("{count} operation", "{count} operations", count)
    )
    return template.format(count=count)


def narrow(selected: Selected, **conditions) -> Selection:
    """The selection with these conditions in place of those it has on the same facets."""
    return canonical(replace(selected.selection, **conditions), selected.snapshot.table)


def keep_true_lead(finding: Finding, selected: Selected) -> Finding:
    """The finding, without its selection where that leads nowhere or shows more or fewer operations than it counts."""
    table = selected.snapshot.table
    if finding.selection in (None, canonical(selected.selection, table)):
        return replace(finding, selection=None)
    # A lead puts its own condition in place of one before it, so equal numbers are the same operations.
    true = select(table, finding.selection).count == finding.count
    return finding if true else replace(finding, selection=None)
