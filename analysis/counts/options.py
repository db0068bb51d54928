"""What the filters offer: the options of each facet and how many operations each would leave."""

from datetime import date

from analysis.counts.ask import otherwise
from analysis.selection import select
from analysis.selection.select import Selected
from analysis.table.memberships import facet_memberships
from analysis.table.snapshot import STATUSES
from analysis.table.vocabulary import is_own, vocabulary, year_span


def _add_options(_selected: Selected, answers: list[dict[str, dict[str, int]]]) -> dict[str, dict[str, int]]:
    return {facet: {code: sum(a[facet][code] for a in answers) for code in left} for facet, left in answers[0].items()}


@otherwise("added option by option; the parts agree on which there are", merge=_add_options, of_folded=True)
def count_options(selected: Selected) -> dict[str, dict[str, int]]:
    """For each facet, by code, how many operations would be left, as `select.count_options` has it."""
    return select.count_options(selected)


@otherwise("the options of all parts are known where their table is", of_whole=True, from_others=True)
def list_occurring(selected: Selected, facet: str) -> frozenset[str]:
    """The options of a facet that occur in the table, whatever is chosen; all statuses are there."""
    if facet == "status":
        return frozenset(STATUSES)
    if is_own(facet):
        return frozenset(vocabulary(selected.snapshot.table)[facet])
    memberships = facet_memberships(selected.snapshot.table, facet)
    return frozenset(memberships.codes[memberships.option])


def _longest_span(_selected: Selected, answers: list[tuple[int, int]]) -> tuple[int, int]:
    return min(first for first, _last in answers), answers[0][1]


@otherwise("the earliest first start of any part", of_whole=True, merge=_longest_span, of_folded=True)
def find_year_span(selected: Selected) -> tuple[int, int]:
    """The first year that a spell of the table starts in and the year of its as-of date, whatever is chosen."""
    return year_span(selected.snapshot.table)


def _first_day(_selected: Selected, answers: list[date | None]) -> date | None:
    return min((day for day in answers if day), default=None)


@otherwise("the earliest first start of any part", of_whole=True, merge=_first_day, of_folded=True)
def find_first_day(selected: Selected) -> date | None:
    """The first day of any spell of the table, whatever is chosen; None where there is none."""
    starts = selected.snapshot.table.spells["start"]
    return starts.min().date() if len(starts) else None
