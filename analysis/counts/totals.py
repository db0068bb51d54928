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
    return selected.snapshot.table.count_rows_of(selected.chosen & having)


@adds_up()
def count_shared(selected: Selected, other: Selection) -> int:
    """How many operations another selection of the same table leaves too."""
    table = selected.snapshot.table
    return table.count_rows_of(selected.chosen & select(table, other).chosen)


@adds_up()
def count_not_started(selected: Selected) -> int:
    """How many operations would be chosen but begin after the as-of date."""
    return selected.snapshot.table.count_rows_of(selected.not_started)


@adds_up(of_whole=True)
def count_rows(selected: Selected) -> int:
    """How many rows the table has, those not yet started included."""
    return selected.snapshot.table.row_count
