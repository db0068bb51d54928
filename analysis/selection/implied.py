"""What the filters alone make true of every operation that they leave, so that nobody says it as if it were found."""

from dataclasses import dataclass

from analysis.selection.selection import Selection


@dataclass(frozen=True)
class Implied:
    """having: the activities that each operation has by the filter.  only: that it has no others.
    places: whether places are chosen.  status: whether statuses are.  year: the one year that is chosen, if it is one.
    """

    having: frozenset[str] = frozenset()
    only: bool = False
    places: bool = False
    status: bool = False
    year: int | None = None


NOTHING = Implied()


def implied_by(selection: Selection) -> Implied:
    """What the filters make true of every operation that they leave."""
    chosen, years = selection.activity, selection.years
    every = selection.match in ("all", "exactly") or (selection.match == "any" and len(chosen) == 1)
    return Implied(
        having=frozenset(chosen if every else ()),
        only=bool(chosen) and selection.match == "exactly",
        places=bool(selection.region or selection.subregion or selection.territory),
        status=bool(selection.status),
        year=years[0] if years and years[0] == years[1] else None,
    )
