"""What stands out in durations: an operation unusually long for its region."""

import numpy as np

from analysis.findings.cells import region_codes
from analysis.findings.counts import Counts
from analysis.findings.finding import Finding, best, surprise
from analysis.findings.leads import narrow_to_places, operations_in_words
from analysis.table.place_names import place_names
from analysis.table.snapshot import STATUSES
from analysis.text import _

LEAST_DURATIONS = 5
TIMES_THE_MEDIAN = 3.0


def long_operation(counts: Counts) -> Finding | None:
    """The operation that most exceeds its region's median duration so far, at least three times as long.

    Expected is that half of what is left ends with every further median, so that one in two to the power of n
    lasts n medians. A region whose longest duration is a tie has none.
    """
    durations, held = counts.cells.durations, counts.region_durations
    there = held.sum(axis=1)
    if not there.any():
        return None
    longest = held.shape[1] - 1 - (held[:, ::-1] > 0).argmax(axis=1)
    median = _medians(durations, held)
    times = np.divide(durations[longest], median, out=np.zeros(len(held)), where=there > 0)
    alone = held[np.arange(len(held)), longest] == 1
    found = best(times, alone & (there >= LEAST_DURATIONS) & (times >= TIMES_THE_MEDIAN))
    if found is None:
        return None
    region = found[0]
    operations = counts.operations_of(region, counts.cells.duration_of == longest[region])
    text = _in_words(counts, operations[0], region, float(median[region]), int(there[region]))
    lead = narrow_to_places(counts.selected, operations)
    return Finding("long_operation", text, float(surprise(1, 1, 0.5 ** times[region])), 1, lead, "durations")


def _medians(durations: np.ndarray, held: np.ndarray) -> np.ndarray:
    """The median duration of each row of counts; that of an empty row means nothing."""
    upto, there = held.cumsum(axis=1), held.sum(axis=1, keepdims=True)
    low = (upto >= (there + 1) // 2).argmax(axis=1)
    high = (upto >= there // 2 + 1).argmax(axis=1)
    return (durations[low] + durations[high]) / 2


def _in_words(counts: Counts, operation: int, region: int, median: float, there: int) -> str:
    table, row = counts.selected.snapshot.table, counts.selected.snapshot.operations.iloc[operation]
    template = (
        _("{place} has run for {years}+ years, against a median of {median} so far for the {operations} in {region}.")
        if row["status"] == STATUSES[0]
        else _("{place} ran for {years} years, against a median of {median} so far for the {operations} in {region}.")
    )
    return template.format(
        place=place_names(table)[row["place"]],
        years=_years(row["duration_years"]),
        median=_years(median),
        operations=operations_in_words(counts.selected, there),
        region=_(region_codes(table)[region][1]),
    )


def _years(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
