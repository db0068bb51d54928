"""What findings speak of: the operations they count, and the selections they lead on to."""

from dataclasses import replace

import numpy as np

from analysis.counts.ask import adds_up, ask
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


def keep_true_leads(findings: list[Finding], selected: Selected) -> list[Finding]:
    """The findings, without the selections that lead nowhere or show more or fewer operations than are counted."""
    here = canonical(selected.selection, selected.snapshot.table)
    leads = tuple(finding.selection for finding in findings if finding.selection not in (None, here))
    counted = ask(selected, count_leads, leads).tolist() if leads else []
    counts: dict[Selection | None, int] = dict(zip(leads, counted, strict=True))
    # A lead puts its own condition in place of one before it, so equal numbers are the same operations.
    return [
        found if counts.get(found.selection, -1) == found.count else replace(found, selection=None)
        for found in findings
    ]


@adds_up()
def count_leads(selected: Selected, leads: tuple[Selection, ...]) -> np.ndarray:
    """How many operations of the same table each of these selections leaves."""
    return np.array([select(selected.snapshot.table, lead).count for lead in leads])
