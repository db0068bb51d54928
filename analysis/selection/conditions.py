"""The conditions of a selection one by one, each with what is left when it is let go."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from analysis.reading.activities import activity_names
from analysis.reading.reference import territory_names
from analysis.selection.select import Selected
from analysis.selection.selection import Selection
from analysis.selection.sentence import STATUS_NAMES, describe_activities, describe_own, describe_years
from analysis.text import _
from analysis.writing import say_date


class Condition(NamedTuple):
    """One condition in words, and the selection without it."""

    text: str
    without: Selection


def list_conditions(selected: Selected) -> list[Condition]:
    """The conditions of a selection in the order of its sentence, one for each choice of a facet."""
    return list(_conditions(selected))


def _conditions(selected: Selected) -> Iterator[Condition]:
    selection = selected.selection
    names = territory_names(selected.snapshot.table.reference)
    for facet in ("region", "subregion"):
        yield from _choices(selection, facet, {name: _(name) for name in getattr(selection, facet)})
    yield from _choices(selection, "territory", {code: names[code] for code in selection.territory})
    yield from _activities(selected)
    if selection.years:
        yield Condition(describe_years(selection), replace(selection, years=None, when="active"))
    yield from _choices(selection, "status", {status: _(STATUS_NAMES[status]) for status in selection.status})
    for facet, codes in selection.own:
        yield from _choices(selection, facet, {code: describe_own(facet, [code]) for code in codes})
    if selection.search:
        yield Condition(_("named like “{text}”").format(text=selection.search), replace(selection, search=""))
    if selection.as_of:
        yield Condition(_("as of {date}").format(date=say_date(selection.as_of)), replace(selection, as_of=None))


def _activities(selected: Selected) -> Iterator[Condition]:
    selection = selected.selection
    known = activity_names(selection.activity, selected.snapshot.table.reference)
    # Exactly these are one condition: without one of them it would be another question, not a wider one.
    if selection.activity and selection.match == "exactly":
        yield Condition(describe_activities(selection, known), replace(selection, activity=(), match="any"))
        return
    words = {"all": _("with {activities}"), "none": _("without {activities}")}.get(selection.match, "{activities}")
    names = {code: words.format(activities=known[code] or code) for code in selection.activity}
    for condition in _choices(selection, "activity", names):
        left = condition.without
        yield condition if left.activity else Condition(condition.text, replace(left, match="any"))


def _choices(selection: Selection, facet: str, names: dict[str, str]) -> Iterator[Condition]:
    for code, name in names.items():
        others = (other for other in selection.chosen(facet) if other != code)
        yield Condition(name, selection.choose(facet, others))
