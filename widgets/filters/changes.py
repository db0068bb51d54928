"""What a change of one filter makes of the selection."""

from dataclasses import replace
from datetime import date

from analysis.reading.reference import territory_names
from analysis.selection.selection import FACETS, MATCHES, WHENS, Selection
from analysis.table.table import Table
from analysis.table.vocabulary import is_own, year_span
from analysis.text import _


def apply_change(selection: Selection, name: str, value) -> Selection:
    """The selection after one filter was set to a value; one that nobody could have sent changes nothing."""
    if (name in FACETS or is_own(name)) and isinstance(value, list):
        return selection.choose(name, map(str, value))
    if (name == "match" and value in MATCHES) or (name == "when" and value in WHENS):
        return replace(selection, **{name: value})
    if name == "search" and isinstance(value, str):
        return replace(selection, search=value[:200])
    return _apply_dates(selection, name, value)


def in_turn(changes: dict[str, object]) -> list[tuple[str, object]]:
    """The changes that came together, in the order to apply them: how activities match means nothing before there are
    any, and would be dropped."""
    return sorted(changes.items(), key=lambda change: change[0] == "match")


def _apply_dates(selection: Selection, name: str, value) -> Selection:
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
