"""Territories to go to, each by a button to its page."""

from analysis.counts.ask import ask
from analysis.counts.count import count_facet
from analysis.reading.reference import territory_names
from analysis.selection.select import Selected
from analysis.table.place_names import name_order
from analysis.text import _
from analysis.views.territory.rank import rank_territories
from analysis.views.territory.territory import counted_elsewhere
from widgets.elements.leads import show_leads
from widgets.frame.view import open_territory


def show_all_territories(selected: Selected) -> None:
    """Show the territories with an operation, each leading to its page."""
    show_territories(
        "territories", _("With an operation"), selected, ask(selected, count_facet, "territory")["territory"].tolist()
    )


def show_elsewhere(iso3: str, own: Selected) -> None:
    """Where a territory has no operation of its own, lead to where its operations are counted."""
    codes = counted_elsewhere(iso3, own.snapshot.table.reference)
    show_territories("elsewhere", _("See also"), own, codes)


def show_neighbours(iso3: str, own: Selected) -> None:
    """Show the other territories of the region that have an operation, those of the sub-region first."""
    counts = ask(own, rank_territories, iso3)
    near = counts["subregion"] == own.snapshot.table.reference.territories["subregion"][iso3]
    others = counts[counts["territory"] != iso3]
    for key, title, codes in (
        ("near", _("In the same sub-region"), others.loc[near, "territory"].tolist()),
        ("region", _("Elsewhere in the region"), others.loc[~near, "territory"].tolist()),
    ):
        show_territories(f"neighbours-{key}", title, own, codes)


def show_territories(key: str, title: str, selected: Selected, codes: list[str]) -> None:
    """Show buttons that lead to these territories' pages, in order of name."""
    names = territory_names(selected.snapshot.table.reference)
    ordered = sorted(codes, key=lambda code: name_order(names[code]))
    if ordered:
        leads = [(names[code], "") for code in ordered]
        show_leads(key, title, leads, lambda place: open_territory(ordered[place]), in_row=True)
