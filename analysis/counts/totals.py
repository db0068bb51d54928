"""Single numbers of a selection."""

from analysis.counts.ask import adds_up
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection
from analysis.table.memberships import facet_memberships


@adds_up()
def count_having(selected: Selected, facet: str, codes: tuple[str, ...]) -> int:
    """How many operations have any of these codes, each counted once."""
    memberships = facet_memberships(selected.snapshot.table, facet)
    having = (memberships.holders_with(codes) > 0)[memberships.holder_of]
    return int((selected.chosen & having).sum())


@adds_up()
def count_shared(selected: Selected, other: Selection) -> int:
    """How many operations another selection of the same table leaves too."""
    return int((selected.chosen & select(selected.snapshot.table, other).chosen).sum())


@adds_up()
def count_not_started(selected: Selected) -> int:
    """How many operations would be chosen but begin after the as-of date."""
    return int(selected.not_started.sum())


@adds_up(of_whole=True)
def count_rows(selected: Selected) -> int:
    """How many rows the table has, those not yet started included."""
    return len(selected.snapshot.operations)
