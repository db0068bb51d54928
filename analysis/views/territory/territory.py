"""One territory: its operations, whatever the filters say, and what stands beside them."""

from datetime import date

import numpy as np

from analysis.reading.reference import Reference
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection, canonical
from analysis.table.memberships import facet_links
from analysis.table.table import Table
from analysis.text import _, ngettext


def select_territory(table: Table, iso3: str, as_of: date | None) -> Selected:
    """The operations in a territory, as of a date."""
    return select(table, canonical(Selection(territory=(iso3,), as_of=as_of), table))


def territories_with_operations(selected: Selected) -> list[str]:
    """The ISO3 codes of the territories that have an operation, in order of name."""
    links = facet_links(selected.snapshot.table, "territory")
    return links.codes[links.count_options(selected.chosen) > 0].tolist()


def covered_territories(own: Selected) -> list[str]:
    """The ISO3 codes of all territories that these operations cover, the one chosen first."""
    chosen = own.selection.territory
    return [*chosen, *(code for code in territories_with_operations(own) if code not in chosen)]


def filter_sentence(own: Selected, selected: Selected) -> str:
    """How many of a territory's operations the filters would leave out; nothing where they leave all."""
    left = int((own.chosen & selected.chosen).sum())
    if left == own.count:
        return ""
    if left == 0:
        return ngettext(
            "The filters leave out its {count} operation; this page shows it all the same.",
            "The filters leave out its {count} operations; this page shows them all the same.",
            own.count,
        ).format(count=own.count)
    return _("The filters leave {left} of its {count} operations; this page shows them all.").format(
        left=left, count=own.count
    )


def count_own_activities(own: Selected) -> dict[str, int]:
    """For each activity of these operations in how many it is, in the order of the vocabulary."""
    links = facet_links(own.snapshot.table, "activity")
    counts = links.count_options(own.chosen)
    return dict(zip(links.codes[counts > 0].tolist(), counts[counts > 0].tolist(), strict=True))


def own_numbers(own: Selected, most: int) -> np.ndarray:
    """The numbers of the first of these operations, in the order of the source."""
    return np.flatnonzero(own.chosen)[:most]


def counted_elsewhere(iso3: str, reference: Reference) -> list[str]:
    """The ISO3 codes of the territories that a territory's notes point to: Sudan for South Sudan."""
    notes = reference.notes
    if "see" not in notes:
        return []
    return [code for code in notes.loc[notes["iso3"] == iso3, "see"] if code in reference.territories.index]
