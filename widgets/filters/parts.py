"""The filters as the component draws them, one part each."""

from analysis.counts.ask import ask
from analysis.counts.options import count_options, find_first_day, find_year_span
from analysis.selection.select import Selected
from analysis.selection.selection import MEMBERSHIP_FACETS
from analysis.table.vocabulary import is_own
from analysis.text import N_, _
from analysis.writing import say_date
from widgets.filters.facet_part import facet_part

_MATCH_NAMES = {
    "any": N_("with any of these"),
    "all": N_("with all of these"),
    "none": N_("with none of these"),
    "exactly": N_("with exactly these"),
}
_WHEN_NAMES = {"active": N_("active in these years"), "started": N_("started in them"), "ended": N_("ended in them")}


def filter_parts(selected: Selected) -> list[dict]:
    """The parts in the order in which they stand; each facet's counts are made once."""
    selection = selected.selection
    counts = ask(selected, count_options)
    facets = {facet: facet_part(selected, facet, counts[facet]) for facet in counts}
    return [
        _search_part(selected),
        facets["region"],
        # How activities match can be said before any is chosen; it means something once one is.
        _choice("match", _("Activities"), _MATCH_NAMES, selection.match, "" if selection.activity else "activity"),
        facets["activity"],
        _years_part(selected),
        _choice("when", _("Years mean"), _WHEN_NAMES, selection.when),
        facets["status"],
        *[part for facet, part in facets.items() if is_own(facet)],
        *[facets[facet] for facet in MEMBERSHIP_FACETS if facet not in ("region", "activity")],
        _as_of_part(selected),
    ]


def _search_part(selected: Selected) -> dict:
    own = selected.snapshot.table.own
    return {
        "kind": "text",
        "name": "search",
        "title": _("Search"),
        "value": selected.selection.search,
        "placeholder": _("Country, title or id") if own.title or own.id else _("Country, printed or current name"),
    }


def _as_of_part(selected: Selected) -> dict:
    last, first = selected.snapshot.table.as_of, ask(selected, find_first_day)
    return {
        "kind": "date",
        "name": "as_of",
        "title": _("As-of date"),
        "more": True,
        "value": (selected.selection.as_of or last).isoformat(),
        "min": str(first or ""),
        "max": last.isoformat(),
        "help": _("The table speaks up to {date}; an earlier date shows it as it stood then.").format(
            date=say_date(last)
        ),
    }


def _choice(name: str, title: str, names: dict[str, str], value: str, after: str = "") -> dict:
    options = [{"code": code, "name": _(text)} for code, text in names.items()]
    return {"kind": "choice", "name": name, "title": title, "options": options, "value": value, "after": after}


def _years_part(selected: Selected) -> dict:
    first, last = ask(selected, find_year_span)
    low, high = selected.selection.years or (first, last)
    return {
        "kind": "range",
        "name": "years",
        "title": _("Years {first} to {last}"),
        "low": _("First year"),
        "high": _("Last year"),
        "from": _("Type the first year"),
        "to": _("Type the last year"),
        "min": first,
        "max": last,
        "value": [min(max(low, first), last), max(min(high, last), first)],
    }
