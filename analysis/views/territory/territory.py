"""One territory: its operations, whatever the filters say, and what stands beside them."""

from datetime import date

from analysis.counts.ask import ask
from analysis.counts.count import count_facet
from analysis.counts.totals import count_having
from analysis.reading.reference import Reference
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection, canonical
from analysis.table.table import Table
from analysis.text import _, ngettext


def select_territory(table: Table, iso3: str, as_of: date | None) -> Selected:
    """The operations in a territory, as of a date."""
    return select(table, canonical(Selection(territory=(iso3,), as_of=as_of), table))


def covered_territories(own: Selected) -> list[str]:
    """The ISO3 codes of all territories that these operations cover, the one chosen first."""
    chosen = own.selection.territory
    return [*chosen, *(code for code in ask(own, count_facet, "territory")["territory"] if code not in chosen)]


def filter_sentence(own: Selected, selected: Selected) -> str:
    """How many of a territory's operations the filters would leave out; nothing where they leave all."""
    left = ask(selected, count_having, "territory", own.selection.territory)
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


def counted_elsewhere(iso3: str, reference: Reference) -> list[str]:
    """The ISO3 codes of the territories that a territory's notes point to: Sudan for South Sudan."""
    notes = reference.notes
    if "see" not in notes:
        return []
    return [code for code in notes.loc[notes["iso3"] == iso3, "see"] if code in reference.territories.index]
