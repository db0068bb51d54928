"""A selection in words: the one sentence that pages, exports and alt texts share."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from analysis.reading.activities import activity_names
from analysis.reading.reference import territory_names
from analysis.selection.select import Selected
from analysis.selection.selection import Selection
from analysis.table.place_names import in_places
from analysis.table.vocabulary import facet_heading
from analysis.text import N_, _, all_of, any_of, ngettext
from analysis.wording import quoted
from analysis.writing import say_date

REGION_NAMES = [
    N_("Africa"), N_("Americas"), N_("Asia"), N_("Europe"), N_("Oceania"),
    N_("Australia and New Zealand"), N_("Central Asia"), N_("Eastern Asia"), N_("Eastern Europe"),
    N_("Latin America and the Caribbean"), N_("Melanesia"), N_("Micronesia"), N_("Northern Africa"),
    N_("Northern America"), N_("Northern Europe"), N_("Polynesia"), N_("South-eastern Asia"),
    N_("Southern Asia"), N_("Southern Europe"), N_("Sub-Saharan Africa"), N_("Western Asia"), N_("Western Europe"),
]  # fmt: skip
# More names of activities than these make a sentence too long to read.
_MOST_BY_NAME = 2
STATUS_NAMES = {"ongoing": N_("ongoing"), "closed": N_("closed"), "unknown": N_("with an unknown end")}


def selection_sentence(selected: Selected, further: tuple[str, ...] = ()) -> str:
    """How many operations of how many, and every condition: "7 of 32 operations: in Africa, with IDPs".

    `further` are conditions in words that stand beside the selection.
    """
    counted = ngettext("{count} of {total} operation", "{count} of {total} operations", selected.total).format(
        count=selected.count, total=selected.total
    )
    conditions = [*describe_conditions(selected), *further]
    if not conditions:
        return ngettext("{total} operation", "All {total} operations", selected.total).format(total=selected.total)
    return _("{counted}: {conditions}").format(counted=counted, conditions=_(", ").join(conditions))


def describe_conditions(selected: Selected) -> list[str]:
    """Each condition of the selection in words, in the order of the sidebar."""
    selection = selected.selection
    reference = selected.snapshot.table.reference
    names = territory_names(reference)
    places = [map(_, selection.region), map(_, selection.subregion), [names[code] for code in selection.territory]]
    phrases = [
        *(in_places(reference, chosen) for chosen in map(list, places) if chosen),
        describe_activities(selection, activity_names(selection.activity, reference)),
        describe_years(selection),
        any_of([_(STATUS_NAMES[status]) for status in selection.status]),
        *(describe_own(facet, codes) for facet, codes in selection.own),
        _("named like “{text}”").format(text=selection.search) if selection.search else "",
        _("as of {date}").format(date=say_date(selection.as_of)) if selection.as_of else "",
    ]
    return [phrase for phrase in phrases if phrase]


def describe_own(facet: str, codes: Iterable[str]) -> str:
    """The condition on a facet of the user's own in words: its heading and the values chosen."""
    return _("{heading} is {values}").format(heading=facet_heading(facet), values=any_of(list(codes)))


def describe_activities(selection: Selection, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """The condition on activities in words, by their names where they are few enough, else by their codes; empty where
    there is none."""
    codes = list(selection.activity)
    if not codes:
        return ""
    if len(codes) <= _MOST_BY_NAME:
        named = [names.get(code) or code for code in codes]
        codes = [quoted(name) for name in named] if len(named) > 1 else named
    template, joined = {
        "any": (_("with {activities}"), any_of(codes)),
        "all": (_("with {activities}"), all_of(codes)),
        "none": (_("without {activities}"), any_of(codes)),
        "exactly": (_("with exactly {activities}"), all_of(codes)),
    }[selection.match]
    return template.format(activities=joined)


def describe_years(selection: Selection) -> str:
    """The condition on years in words; empty where there is none."""
    if selection.years is None:
        return ""
    first, last = selection.years
    if first == last:
        template = {
            "active": _("active in {first}"),
            "started": _("started in {first}"),
            "ended": _("ended in {first}"),
        }
    else:
        template = {
            "active": _("active {first} to {last}"),
            "started": _("started {first} to {last}"),
            "ended": _("ended {first} to {last}"),
        }
    return template[selection.when].format(first=first, last=last)
