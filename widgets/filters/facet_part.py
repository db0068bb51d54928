"""One facet of the filters: its options by name, each with the operations it would leave."""

from analysis.counts.ask import ask
from analysis.counts.options import list_occurring
from analysis.reading.activities import activity_definition, activity_names, label_activity
from analysis.reading.reference import territory_names
from analysis.selection.select import Selected
from analysis.selection.sentence import STATUS_NAMES
from analysis.table.place_names import name_order
from analysis.table.vocabulary import facet_heading, is_own
from analysis.text import N_, _

_MOST_IN_SIGHT = 12
_BY_NAME = ("region", "subregion", "territory")
_FACET_TITLES = {
    "region": N_("Region"),
    "subregion": N_("Sub-region"),
    "territory": N_("Country or territory"),
    "activity": N_("Activity area"),
    "status": N_("Status"),
}


def facet_part(selected: Selected, facet: str, counts: dict[str, int]) -> dict:
    """The part of one facet, from the counts of its options; one with many options is a list to search."""
    chosen = selected.selection.chosen(facet)
    codes = _shown_codes(selected, facet, counts)
    names = _names(selected, facet, codes)
    if facet in _BY_NAME:
        codes.sort(key=lambda code: name_order(names[code]))
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
    title = facet_heading(facet) if is_own(facet) else _(_FACET_TITLES[facet])
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
    table, chosen = selected.snapshot.table, selected.selection.chosen(facet)
    occurring = ask(selected, list_occurring, facet)
    if facet == "subregion" and selected.selection.region:
        territories = table.reference.territories
        occurring &= set(territories.loc[territories["region"].isin(selected.selection.region), "subregion"])
    return [code for code in codes if code in occurring or code in chosen]


def _names(selected: Selected, facet: str, codes: list[str]) -> dict[str, str]:
    reference = selected.snapshot.table.reference
    if facet == "territory":
        names = territory_names(reference)
        return {code: names[code] for code in codes}
    if facet == "activity":
        names = activity_names(codes, reference)
        return {code: label_activity(code, names[code]) for code in codes}
    if is_own(facet):
        return {code: code for code in codes}
    return {code: _(STATUS_NAMES[code]) if facet == "status" else _(code) for code in codes}
