"""The filters in force: one frozen value that the link, the sidebar and the command line convert from and to."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from analysis.caches import cached_on_value
from analysis.reading.dates import FIRST_YEAR, LAST_YEAR, fold
from analysis.reading.reference import region_slug
from analysis.table.snapshot import STATUSES
from analysis.table.table import Table
from analysis.table.vocabulary import is_own, vocabulary
from analysis.text import _

MATCHES = ("any", "all", "none", "exactly")
WHENS = ("active", "started", "ended")
FACETS = ("region", "subregion", "territory", "activity", "status")
# Facets of a place have codes that are names; the link has them in small letters without blanks.
_NAMED = ("region", "subregion")
# A status is every operation's own as of a date; the other facets are memberships, of which there may be several.
MEMBERSHIP_FACETS = tuple(facet for facet in FACETS if facet != "status")
LONGEST_SEARCH = 200
PARAMETERS = (*FACETS, "match", "years", "when", "search", "as_of")


@dataclass(frozen=True)
class Selection:
    """Choices within a facet combine with or, facets with and; an empty facet is no condition.

    own: facets that are columns of the user's own, each with its codes.
    """

    region: tuple[str, ...] = ()
    subregion: tuple[str, ...] = ()
    territory: tuple[str, ...] = ()
    activity: tuple[str, ...] = ()
    match: str = "any"
    years: tuple[int, int] | None = None
    when: str = "active"
    status: tuple[str, ...] = ()
    search: str = ""
    as_of: date | None = None
    own: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The codes chosen of a facet, one of the user's own or any other."""
        return dict(self.own).get(facet, ()) if is_own(facet) else getattr(self, facet)

    def choose(self, facet: str, codes: Iterable[str]) -> "Selection":
        """The selection with these codes of a facet in place of those it has."""
        chosen: dict[str, Any] = {facet: tuple(codes)}
        if is_own(facet):
            own = dict(self.own) | chosen
            return replace(self, own=tuple((name, values) for name, values in own.items() if values))
        return replace(self, **chosen)

    def without(self, *facets: str) -> "Selection":
        """The selection with these facets emptied."""
        empty = Selection()
        return replace(self, **{facet: getattr(empty, facet) for facet in facets})


def to_query(selection: Selection, prefix: str = "") -> dict[str, list[str]]:
    """The selection as link parameters, each after `prefix`: codes only, nothing for what is not chosen."""
    query = {
        **{facet: [facet_slug(facet, code) for code in getattr(selection, facet)] for facet in MEMBERSHIP_FACETS},
        "match": [selection.match] if selection.activity and selection.match != "any" else [],
        "years": ["{}-{}".format(*selection.years)] if selection.years else [],
        "when": [selection.when] if selection.years and selection.when != "active" else [],
        "status": list(selection.status),
        **{facet: list(codes) for facet, codes in selection.own},
        "search": [selection.search] if selection.search else [],
        "as_of": [selection.as_of.isoformat()] if selection.as_of else [],
    }
    return {prefix + name: values for name, values in query.items() if values}


def facet_slug(facet: str, code: str) -> str:
    """A code as links have it: a name in small letters without blanks, any other as it is."""
    return region_slug(code) if facet in _NAMED else code


def from_query(query: Mapping[str, list[str]], table: Table, prefix: str = "") -> tuple[Selection, list[str]]:
    """The selection that link parameters after `prefix` name, in canonical form, and a sentence for each value that
    means nothing."""
    chosen: dict[str, Any] = {}
    own: dict[str, tuple[str, ...]] = {}
    ignored = []
    for name in parameters(table):
        values = [value for value in query.get(prefix + name, []) if value.strip()]
        if is_own(name):
            own[name], unknown = _read_facet(name, values, table)
        elif name in FACETS:
            chosen[name], unknown = _read_facet(name, values, table)
        else:
            chosen[name], unknown = _read_single(name, values, table)
        ignored += [_explain(name, value, table, prefix) for value in unknown]
    selection = Selection(**{name: value for name, value in chosen.items() if value}, own=tuple(own.items()))
    return canonical(selection, table), ignored


def parameters(table: Table) -> tuple[str, ...]:
    """The link parameters of a selection, those of facets of the user's own last."""
    return (*PARAMETERS, *filter(is_own, vocabulary(table)))


def canonical(selection: Selection, table: Table) -> Selection:
    """The one form of all selections that mean the same: no modes without what they apply to, known order."""
    facets: dict[str, Any] = {facet: _in_order(facet, getattr(selection, facet), table) for facet in FACETS}
    own = ((facet, _in_order(facet, selection.chosen(facet), table)) for facet in filter(is_own, vocabulary(table)))
    return replace(
        selection,
        **facets,
        own=tuple((facet, codes) for facet, codes in own if codes),
        match=selection.match if selection.activity else "any",
        when=selection.when if selection.years else "active",
        search=" ".join(selection.search.split()),
        as_of=None if selection.as_of == table.as_of else selection.as_of,
    )


def _in_order(facet: str, values: tuple[str, ...], table: Table) -> tuple[str, ...]:
    order = vocabulary(table)[facet]
    return tuple(sorted(set(values), key=lambda value: (order.get(value, len(order)), value)))


def _read_facet(name: str, values: list[str], table: Table) -> tuple[tuple[str, ...], list[str]]:
    known = _spellings(table, name)
    # A table's own activities may differ in case or blanks alone, so the code as it stands comes first.
    found = [value if value in vocabulary(table)[name] else known.get(fold(value)) for value in values]
    unknown = [value for value, code in zip(values, found, strict=True) if code is None]
    return tuple(code for code in found if code is not None), unknown


@cached_on_value
def _spellings(table: Table, name: str) -> dict[str, str]:
    known = {fold(code): code for code in vocabulary(table)[name]}
    return known | {region_slug(code): code for code in known.values()}


def _read_single(name: str, values: list[str], table: Table) -> tuple[object, list[str]]:
    if not values:
        return None, []
    *superseded, last = values
    found = _READERS[name](last.strip(), table)
    return found, superseded + ([last] if found is None else [])


def read_years(text: str, _table: Table | None = None) -> tuple[int, int] | None:
    """The years that "1999-2006" or "1999" names, first not after last; None for any other text."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text)
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (first, last) if FIRST_YEAR <= first <= last <= LAST_YEAR else None


def _read_as_of(text: str, table: Table) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year >= FIRST_YEAR and day <= table.as_of else None


_READERS = {
    "match": lambda text, _table: text if text in MATCHES else None,
    "when": lambda text, _table: text if text in WHENS else None,
    "years": read_years,
    "search": lambda text, _table: text if len(text) <= LONGEST_SEARCH else None,
    "as_of": _read_as_of,
}


def _explain(name: str, value: str, table: Table, prefix: str) -> str:
    """What is wrong with a value and what would be allowed, in a sentence."""
    allowed = {
        "match": ", ".join(MATCHES),
        "when": ", ".join(WHENS),
        "status": ", ".join(STATUSES),
        "years": _("years such as 1999-2006"),
        "search": _("one text of up to {count} characters").format(count=LONGEST_SEARCH),
        "as_of": _("a date such as {date}, not later than that").format(date=table.as_of),
        "territory": _("the ISO3 code of a territory of this table"),
    }.get(name) or ", ".join(facet_slug(name, code) for code in vocabulary(table)[name])
    return _("{name}={value} means nothing here; allowed: {allowed}.").format(
        name=prefix + name.replace("_", "-"), value=value[:80], allowed=allowed
    )
