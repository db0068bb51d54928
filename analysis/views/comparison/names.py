"""What the two selections of a comparison are called, and their colours: by what tells them apart."""

from analysis.counts.ask import ask
from analysis.reading.reference import territory_names
from analysis.selection.select import Selected
from analysis.selection.selection import FACETS, Selection
from analysis.selection.sentence import STATUS_NAMES, describe_activities, describe_own, describe_years
from analysis.text import _, any_of
from analysis.views.activities import Activities, list_activities
from analysis.views.comparison.compare import Comparison
from analysis.views.palette import MAIN_COLOUR, OTHER_COLOUR, REGION_COLOURS, STATUS_COLOURS
from analysis.writing import say_date


def part_names(comparison: Comparison, by_code: bool = False) -> tuple[str, str]:
    """A name for each of the two, of the conditions that are not the same in both; by_code: activities by their codes,
    where there is no room."""
    first, second = comparison.first, comparison.second
    names = _name(first, second.selection, by_code), _name(second, first.selection, by_code)
    if comparison.left_out:
        names = names[0], _("all others")
    return names if names[0] != names[1] else (_("the first"), _("the second"))


def _name(part: Selected, other: Selection, by_code: bool) -> str:
    """The conditions of one that the other does not have, in few words."""
    own, reference = part.selection, part.snapshot.table.reference
    places, activities = territory_names(reference), ask(part, list_activities)
    differs = {name: getattr(own, name) != getattr(other, name) for name in (*FACETS, "own", "search", "as_of")}
    differs["activity"] |= own.match != other.match
    words = {
        "region": any_of([_(region) for region in own.region]),
        "subregion": any_of([_(region) for region in own.subregion]),
        "territory": any_of([places[code] for code in own.territory]),
        "activity": describe_activities(own, {} if by_code else activities.names),
        "status": any_of([_(STATUS_NAMES[status]) for status in own.status]),
        "own": _(", ").join(describe_own(facet, codes) for facet, codes in own.own),
        "search": _("named like “{text}”").format(text=own.search) if own.search else "",
        "as_of": _("as of {date}").format(date=say_date(own.as_of)) if own.as_of else "",
    }
    told = [words[name] for name in words if differs[name] and words[name]]
    if (own.years, own.when) != (other.years, other.when) and own.years:
        told.append(describe_years(own))
    return _(", ").join(told) or _("all operations")


def part_colours(comparison: Comparison) -> tuple[str, str]:
    """The colours of what tells the two apart, a region, an activity or a status; grey for one that is all the rest."""
    first, second = comparison.first.selection, comparison.second.selection
    if comparison.left_out:
        second = Selection()
    activities = ask(comparison.first, list_activities)
    for facet in ("region", "activity", "status"):
        if getattr(first, facet) != getattr(second, facet) or (facet == "activity" and first.match != second.match):
            found = [_colour(selection, facet, activities) for selection in (first, second)]
            if any(found) and found[0] != found[1]:
                return found[0] or OTHER_COLOUR, found[1] or OTHER_COLOUR
    return MAIN_COLOUR, OTHER_COLOUR


def _colour(selection: Selection, facet: str, activities: Activities) -> str:
    """The colour of the one thing that a facet asks for; none where it is several, or that it be lacking."""
    chosen = getattr(selection, facet)
    if len(chosen) != 1 or (facet == "activity" and selection.match == "none"):
        return ""
    colours = {"region": REGION_COLOURS, "activity": activities.colours, "status": STATUS_COLOURS}[facet]
    found = colours.get(chosen[0], "")
    return "" if found == OTHER_COLOUR and facet != "status" else found
