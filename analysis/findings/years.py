"""What stands out in the years: many starts at once, and the year of most change."""

import numpy as np

from analysis.findings.counts import Counts
from analysis.findings.finding import Finding, best, surprise
from analysis.findings.leads import narrow, operations_in_words
from analysis.text import _

LEAST_STARTS = 4
LEAST_CHANGES = 4
LEAST_YEARS = 4
TIMES_AS_MANY = 2


def start_cluster(counts: Counts) -> Finding | None:
    """The year, or two in a row, with most starts, at least twice as many as an even spread over all years gives."""
    if _silent(counts):
        return None
    selected, (first, one, _ended, restarted) = counts.selected, counts.years
    two = np.append(one[:-1] + one[1:], 0) - restarted
    started, share = np.array([one, two]), np.array([[1], [2]]) / len(one)
    scores = surprise(started, selected.count, share)
    found = best(scores, (started >= LEAST_STARTS) & (started >= TIMES_AS_MANY * share * selected.count))
    if found is None:
        return None
    more, position = found
    count, year, last = int(started[found]), first + position, first + position + more
    template = (
        _("{count} of {operations} started in {first} and {last}.")
        if more
        else _("{count} of {operations} started in {first}.")
    )
    operations = operations_in_words(selected, selected.count)
    text = template.format(count=count, operations=operations, first=year, last=last)
    lead = narrow(selected, years=(year, last), when="started")
    return Finding("start_cluster", text, float(scores[found]), count, lead, "timeline")


def most_change(counts: Counts) -> Finding | None:
    """The year with most starts and ends, at least twice as many as an even spread over all years gives."""
    if _silent(counts):
        return None
    selected, (first, started, ended, _restarted) = counts.selected, counts.years
    changes, share = started + ended, 1 / len(started)
    found = best(changes, (changes >= LEAST_CHANGES) & (changes >= TIMES_AS_MANY * share * changes.sum()))
    if found is None:
        return None
    year, starts, ends = first + found[0], int(started[found]), int(ended[found])
    text = _("Most changed in {year}: of {operations}, {started} started and {ended} ended.").format(
        year=year, operations=operations_in_words(selected, selected.count), started=starts, ended=ends
    )
    lead = narrow(selected, years=(year, year), when="started" if starts >= ends else "ended")
    score = float(surprise(changes[found], changes.sum(), share))
    return Finding("most_change", text, score, max(starts, ends), lead, "timeline")


def _silent(counts: Counts) -> bool:
    """Whether there are too few years, or a filter on years makes a cluster of its own."""
    return counts.selected.selection.years is not None or len(counts.years.started) < LEAST_YEARS
