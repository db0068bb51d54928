"""A territory's page: which one is chosen, what is known of it, and its charts."""

import streamlit as st

from analysis.caches import Cache
from analysis.reading.reference import marked_names, territory_names, territory_notes
from analysis.selection.select import Selected
from analysis.selection.settings import TerritorySettings
from analysis.table.place_names import name_order
from analysis.text import _, all_of
from analysis.trust.notes import BESIDE_THE_SENTENCE, find_notes
from analysis.views.territory.rank import region_of
from analysis.views.territory.territory import covered_territories, filter_sentence, select_territory
from widgets.draw.territory import draw_own_timeline, draw_rank
from widgets.elements.settings import show_settings
from widgets.figure.figure import show_chart
from widgets.frame.cache import view_key
from widgets.frame.heading import Heading
from widgets.frame.marks import note_marks
from widgets.frame.page import show_top
from widgets.frame.view import change_settings, current_settings, open_operation, open_territory

_cache = Cache("territories")


def choose_territory(selected: Selected) -> str:
    """Show the chooser of all territories; the code of the one chosen, nothing where none is."""
    names = territory_names(selected.snapshot.table.reference)
    codes = _cache.get(
        view_key(selected, "codes"), lambda: sorted(names.index, key=lambda code: name_order(names[code]))
    )
    asked = current_settings(TerritorySettings).iso3.upper()
    known = asked if asked in names.index else ""
    if known and known != current_settings(TerritorySettings).iso3:
        change_settings(iso3=known)
    options = {code: names[code] for code in codes}
    show_settings([("iso3", _("Country or territory"), options if known else {"": _("choose one")} | options)])
    if asked and not known:
        st.warning(_("{code} is the code of no territory.").format(code=asked))
    return known


def show_territory(iso3: str, selected: Selected) -> Selected:
    """Show what a territory's page speaks of, and its notes; its operations."""
    table = selected.snapshot.table
    own = _cache.get(view_key(selected, iso3, "own"), lambda: select_territory(table, iso3, selected.selection.as_of))
    territory = table.reference.territories.loc[iso3]
    counted = (
        _("{count} of {total} operations").format(count=own.count, total=own.total)
        if own.count
        else _("No operation in this table")
    )
    where = _(", ").join(_(name) for name in (territory["subregion"], territory["region"]) if name)
    sentence = filter_sentence(own, selected)
    notes = [
        part
        for part in [where and f"{where}.", *find_notes(own, BESIDE_THE_SENTENCE), sentence, *_place_notes(own)]
        if part
    ]
    show_top(own, Heading(territory_names(table.reference)[iso3], counted, notes))
    return own


def show_own_timeline(own: Selected) -> None:
    """Show the operations and spells on a small timeline; a click opens the operation."""
    show_chart("country-timeline", own, draw_own_timeline, on_click=open_operation)


def show_rank(iso3: str, own: Selected) -> None:
    """Show where the territory stands among those of its region."""
    region = region_of(own, iso3)
    if region is not None and region.count:
        show_chart("country-rank", region, draw_rank, iso3, on_click=open_territory)


def _place_notes(own: Selected) -> list[str]:
    reference = own.snapshot.table.reference
    covered = covered_territories(own)
    also = covered[1:]
    names = territory_names(reference)
    together = (
        [_("Counted as one operation together with {names}.").format(names=all_of([names[code] for code in also]))]
        if also and own.count == 1
        else []
    )
    marked = marked_names(reference)
    note_marks(territory_notes(reference, [code for code in covered if code in marked]))
    return [*together, *territory_notes(reference, [code for code in covered if code not in marked])]
