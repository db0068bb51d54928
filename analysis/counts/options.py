"""What the filters offer: the options of each facet and how many operations each would leave."""

from datetime import date

from analysis.counts.ask import otherwise
from analysis.selection import select
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships
from analysis.table.snapshot import STATUSES
from analysis.table.vocabulary import year_span


@otherwise("added option by option, once the parts agree on which there are")
def count_options(selected: Selected) -> dict[str, dict[str, int]]:
    """For each facet, by code, how many operations would be left, as `select.count_options` has it."""
    return {facet: left.to_dict() for facet, left in select.count_options(selected).items()}


@otherwise("the options of all parts together", of_whole=True)
def list_occurring(selected: Selected, facet: str) -> frozenset[str]:
    """The options of a facet that occur in the table, whatever is chosen; all statuses are there."""
    if facet == "status":
        return frozenset(STATUSES)
    memberships = facet_memberships(selected.snapshot.table, facet)
    return frozenset(memberships.codes[memberships.option])


@otherwise("the earliest first start of any part", of_whole=True)
def find_year_span(selected: Selected) -> tuple[int, int]:
    """The first year that a spell of the table starts in and the year of its as-of date, whatever is chosen."""
    return year_span(selected.snapshot.table)


@otherwise("the earliest first start of any part", of_whole=True)
def find_first_day(selected: Selected) -> date | None:
    """The first day of any spell of the table, whatever is chosen; None where there is none."""
    starts = selected.snapshot.table.spells["start"]
    return starts.min().date() if len(starts) else None
