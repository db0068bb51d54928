"""The filters in the sidebar, shared by all pages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from analysis.activities import activity_definition, activity_names
from analysis.kept import kept
from analysis.links import facet_links
from analysis.reference import territory_names
from analysis.select import Selected, count_options
from analysis.selection import FACETS, MATCHES, WHENS, Selection, canonical
from analysis.sentence import STATUS_NAMES, all_of
from analysis.table import Table
from analysis.text import N_, _, ngettext
from analysis.vocabulary import year_span
from widgets.cache import Kept, view_key
from widgets.changes import number_parts, pack_parts, take_changes
from widgets.component import component
from widgets.view import change_selection, current_selection

_kept_parts = Kept(256)
_MOST_IN_SIGHT = 12
_FACET_TITLES = {
    "region": N_("Region"),
    "subregion": N_("Sub-region"),
    "territory": N_("Country or territory"),
    "activity": N_("Activity area"),
    "status": N_("Status"),
}
_MATCH_NAMES = {
    "any": N_("with any of these"),
    "all": N_("with all of these"),
    "none": N_("with none of these"),
    "exactly": N_("with exactly these"),
}
_WHEN_NAMES = {"active": N_("active in these years"), "started": N_("started in them"), "ended": N_("ended in them")}


def show_filters(selected: Selected) -> None:
    """The filters, each option with the number of operations it would leave."""
    with st.sidebar:
        st.button(_("Clear all filters"), on_click=clear_filters, disabled=current_selection() == Selection())
        show_filter_fields("filters", selected, change_selection)


def clear_filters() -> None:
    """Drop every condition of the selection."""
    change_selection(Selection())


def show_filter_fields(key: str, selected: Selected, change: Callable[[Selection], None], *beside) -> None:
    """The fields of a selection; each change goes to `change`. What the counts depend on else stands in `beside`."""
    table = selected.snapshot.table

    def take() -> None:
        selection = selected.selection
        for name, value in take_changes(key).items():
            selection = apply_change(selection, name, value)
            selection = canonical(whole_years(selection, name, table), table)
            if name == "region":
                selection, st.session_state["dropped"] = drop_outside(selection, table)
            change(selection)

    parts = _kept_parts.get(view_key(selected, *beside), lambda: pack_parts(_parts(selected), _("More")))
    show = component("filters", "<div class='filters'></div>", scripts=("history.js", "filters.js"))
    show(data=number_parts(parts, key), key=key, on_change_change=take)


def apply_change(selection: Selection, name: str, value) -> Selection:
    """The selection after one filter was set to a value; one that nobody could have sent changes nothing."""
    if name in FACETS and isinstance(value, list):
        return replace(selection, **{name: tuple(str(code) for code in value)})
    if (name == "match" and value in MATCHES) or (name == "when" and value in WHENS):
        return replace(selection, **{name: value})
    if name == "search" and isinstance(value, str):
        return replace(selection, search=value[:200])
    try:
        if name == "years" and isinstance(value, list) and len(value) == 2:
            return replace(selection, years=(int(value[0]), int(value[1])))
        if name == "as_of" and isinstance(value, str):
            return replace(selection, as_of=date.fromisoformat(value) if value else None)
    except (TypeError, ValueError):
        return selection
    return selection


def whole_years(selection: Selection, name: str, table: Table) -> Selection:
    """The selection with all years where "started" or "ended" was asked of none, and none where all are active."""
    span = year_span(table)
    if name == "when" and selection.years is None and selection.when != "active":
        return replace(selection, years=span)
    if selection.when == "active" and selection.years == span:
        return replace(selection, years=None)
    return selection


def drop_outside(selection: Selection, table: Table) -> tuple[Selection, list[str]]:
    """The selection without sub-regions and territories outside its regions, and the names of those dropped."""
    if not selection.region:
        return selection, []
    territories = table.reference.territories
    inside = territories[territories["region"].isin(selection.region)]
    subregions = tuple(name for name in selection.subregion if name in set(inside["subregion"]))
    codes = tuple(code for code in selection.territory if code in inside.index)
    names = territory_names(table.reference)
    dropped = [_(name) for name in selection.subregion if name not in subregions]
    dropped += [names[code] for code in selection.territory if code not in codes]
    return replace(selection, subregion=subregions, territory=codes), dropped


def _parts(selected: Selected) -> list[dict]:
    selection, table = selected.selection, selected.snapshot.table
    counts = {facet: left.to_dict() for facet, left in count_options(selected).items()}
    parts = [_facet_part(selected, facet, counts[facet]) for facet in FACETS]
    match = _choice("match", _("Operations"), _MATCH_NAMES, selection.match, hidden=not selection.activity)
    parts.insert(4, match)
    parts.insert(5, _years_part(selected))
    parts.insert(6, _choice("when", _("Years mean"), _WHEN_NAMES, selection.when, hidden=False))
    search = {"kind": "text", "name": "search", "title": _("Search"), "value": selection.search}
    parts.insert(0, search | {"placeholder": _("Country, printed or current name")})
    as_of = {"kind": "date", "name": "as_of", "title": _("As-of date"), "more": True}
    return [
        *parts,
        as_of
        | {
            "value": (selection.as_of or table.as_of).isoformat(),
            "min": str(table.spells["start"].min().date()) if len(table.spells) else "",
            "max": table.as_of.isoformat(),
            "help": _("The table speaks up to {date}; an earlier date shows it as it stood then.").format(
                date=table.as_of.isoformat()
            ),
        },
    ]


def _facet_part(selected: Selected, facet: str, counts: dict[str, int]) -> dict:
    chosen = getattr(selected.selection, facet)
    codes = _shown_codes(selected, facet, counts)
    names = _names(selected, facet, codes)
    options = [
        {
            "code": code,
            "name": names[code],
            "count": str(counts[code]),
            "chosen": code in chosen,
            "help": activity_definition(code, selected.snapshot.table.reference) if facet == "activity" else "",
        }
        for code in codes
    ]
    title = _(_FACET_TITLES[facet])
    return {
        "kind": "options",
        "name": facet,
        "long": facet in ("subregion", "territory") or len(options) > _MOST_IN_SIGHT,
        "title": _("{facet} ({count} chosen)").format(facet=title, count=len(chosen)) if chosen else title,
        "label": title,
        "find": _("Find in this list"),
        "options": options,
    }


def _shown_codes(selected: Selected, facet: str, codes) -> list[str]:
    """The options worth listing: those that occur in the table, in the chosen regions, and the chosen ones."""
    table, chosen = selected.snapshot.table, getattr(selected.selection, facet)
    occurring = _occurring(table, facet)
    if facet == "subregion" and selected.selection.region:
        territories = table.reference.territories
        occurring &= set(territories.loc[territories["region"].isin(selected.selection.region), "subregion"])
    return [code for code in codes if code in occurring or code in chosen]


@kept(32)
def _occurring(table: Table, facet: str) -> frozenset[str]:
    if facet == "status":
        return frozenset(STATUS_NAMES)
    links = facet_links(table, facet)
    return frozenset(links.codes[links.option])


def _names(selected: Selected, facet: str, codes: list[str]) -> dict[str, str]:
    reference = selected.snapshot.table.reference
    if facet == "territory":
        names = territory_names(reference)
        return {code: names[code] for code in codes}
    if facet == "activity":
        names = activity_names(codes, reference)
        return {code: code if names[code] == code else f"{code} · {names[code]}" for code in codes}
    return {code: _(STATUS_NAMES[code]) if facet == "status" else _(code) for code in codes}


def _choice(name: str, title: str, names: dict[str, str], value: str, hidden: bool) -> dict:
    options = [{"code": code, "name": _(text)} for code, text in names.items()]
    return {"kind": "choice", "name": name, "title": title, "options": options, "value": value, "hidden": hidden}


def _years_part(selected: Selected) -> dict:
    first, last = year_span(selected.snapshot.table)
    low, high = selected.selection.years or (first, last)
    return {
        "kind": "range",
        "name": "years",
        "title": _("Years {first} to {last}"),
        "low": _("First year"),
        "high": _("Last year"),
        "min": first,
        "max": last,
        "value": [min(max(low, first), last), max(min(high, last), first)],
    }


def show_dropped() -> None:
    """Say once which sub-regions and territories a change of region dropped."""
    if dropped := st.session_state.pop("dropped", None):
        says = ngettext("{names} is outside the chosen regions and was dropped.",
                        "{names} are outside the chosen regions and were dropped.", len(dropped))  # fmt: skip
        st.info(says.format(names=all_of(dropped)))
