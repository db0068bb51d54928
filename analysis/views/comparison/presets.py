"""Comparisons that are ready to choose, made from the selection in force and from what the table holds."""

from dataclasses import dataclass, replace

from analysis.counts.ask import ask, otherwise
from analysis.counts.count import count_facet
from analysis.counts.durations.survival import TOO_FEW_SPELLS
from analysis.reading.activities import activity_names
from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection, canonical
from analysis.text import _, all_of
from analysis.wording import all_names

_SPAN_YEARS = 6


@dataclass(frozen=True)
class Ready:
    """A comparison to choose: what it is called, A, B, and whether B leaves out what is in A."""

    text: str
    first: Selection
    second: Selection
    left_out: bool = False


@otherwise("from counts by region and by activity, and from the years that occur", of_folded=True)
def ready_comparisons(selected: Selected) -> list[Ready]:
    """Against everything else, by regions, by activity and by years, as far as each parts the table."""
    ways = (_everything_else, _largest_regions, _other_regions, _without_activity, _years_apart)
    found = [way(selected) for way in ways]
    table = selected.snapshot.table
    return [
        replace(ready, first=canonical(ready.first, table), second=canonical(ready.second, table))
        for ready in found
        if ready is not None
    ]


def _everything_else(selected: Selected) -> Ready | None:
    if selected.count == selected.total:
        return None
    return Ready(
        _("this selection and everything else"),
        selected.selection,
        Selection(as_of=selected.selection.as_of),
        left_out=True,
    )


def _largest_regions(selected: Selected) -> Ready | None:
    """The two regions with most operations, where none is chosen."""
    selection = selected.selection.without("region", "subregion", "territory")
    if selection != selected.selection:
        return None
    regions = ask(selected, count_facet, "region").nlargest(2, "operations")["region"].tolist()
    # Of a table with two regions alone the second is all the others.
    if len(regions) < 2 or len(ask(selected, count_facet, "region")) == 2:
        return None
    first, second = (replace(selection, region=(region,)) for region in regions)
    return Ready(all_of([_(region) for region in regions]), first, second)


def _other_regions(selected: Selected) -> Ready | None:
    """The chosen regions, or the one with most operations, and all others that the table has."""
    table, selection = selected.snapshot.table, selected.selection
    anywhere = selection.without("region", "subregion", "territory")
    counts = ask(select(table, anywhere), count_facet, "region")
    chosen = selection.region or tuple(counts.nlargest(1, "operations")["region"])
    others = tuple(region for region in counts["region"] if region not in chosen)
    if not chosen or not others:
        return None
    first = selection if selection.region else replace(anywhere, region=chosen)
    text = _("{region} and other regions").format(region=all_of([_(region) for region in chosen]))
    return Ready(text, first, replace(anywhere, region=others))


def _without_activity(selected: Selected) -> Ready | None:
    """With the chosen activities and without, or with the rarest one that has enough operations to speak of."""
    table, selection = selected.snapshot.table, selected.selection
    if selection.activity and selection.match in ("any", "none"):
        codes = selection.activity
    else:
        anything = select(table, selection.without("activity", "match"))
        counts = ask(anything, count_facet, "activity")
        counts = counts[counts["operations"].between(TOO_FEW_SPELLS, anything.count - 1)]
        codes = tuple(counts.nsmallest(1, "operations")["activity"])
    if not codes:
        return None
    having = replace(selection, activity=codes, match="any")
    names = activity_names(codes, table.reference)
    text = _("with {activities} and without").format(activities=all_names([names[code] for code in codes]))
    return Ready(text, having, replace(having, match="none"))


def _years_apart(selected: Selected) -> Ready | None:
    """What started in the last six years up to the as-of date, and in the five before."""
    last = selected.snapshot.as_of.year
    later, earlier = (last - _SPAN_YEARS + 1, last), (last - 2 * _SPAN_YEARS + 2, last - _SPAN_YEARS)
    starts = selected.snapshot.spells["start_year"]
    if not all(starts.between(*years).any() for years in (earlier, later)):
        return None
    text = _("started {first} to {middle} and {following} to {last}").format(
        first=earlier[0], middle=earlier[1], following=later[0], last=later[1]
    )
    started = replace(selected.selection, when="started")
    return Ready(text, replace(started, years=earlier), replace(started, years=later))
