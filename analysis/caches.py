"""Every cache of the product, with its size: the results that it keeps at the most.

None is keyed by a table or by a text of any length, so that what is kept stays small. Results that belong to one of our
frozen values are kept on it, so that a table that nobody uses any more takes them along.
"""

from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any

from cachetools import LRUCache

# Results of a function for each first argument, kept on that argument, by the name of the function.
ON_VALUES = {
    "analysis.counts.crossed.count_place_sets": 1,
    "analysis.counts.durations.operations.number_operation_durations": 8,
    "analysis.counts.durations.survival.number_durations": 8,
    "analysis.findings.cells.group_places": 1,
    "analysis.findings.cells.number_cells": 8,
    "analysis.intake.draft.understand": 1,
    "analysis.parts.local._select_part": 4,
    "analysis.reading.activities.code_book": 1,
    "analysis.reading.activities._column": 8,
    "analysis.reading.countries.name_book": 1,
    "analysis.reading.country_guesses._known_names": 1,
    "analysis.reading.country_guesses._names_like": 1,
    "analysis.reading.country_guesses._plain_names": 1,
    "analysis.reading.country_guesses._sorted_names": 1,
    "analysis.reading.country_guesses._text_names": 1,
    "analysis.reading.reference._marked_names": 16,
    "analysis.reading.reference._names_of_names": 16,
    "analysis.reading.reference._territory_names": 16,
    "analysis.reading.reference.reference_elsewhere": 1,
    "analysis.selection.selection._spellings": 32,
    "analysis.table.build._period_corrections": 1,
    "analysis.table.measures.read_amounts": 8,
    "analysis.table.memberships.search_texts": 8,
    "analysis.table.memberships._names_to_search": 4,
    "analysis.table.memberships.facet_memberships": 32,
    "analysis.table.memberships.search_titles": 1,
    "analysis.table.place_names._phrases": 16,
    "analysis.table.place_names._place_names": 16,
    "analysis.table.snapshot.take_snapshot": 8,
    "analysis.table.vocabulary.vocabulary": 8,
    "analysis.table.vocabulary.year_span": 8,
    "analysis.trust.switched_off._without": 4,
    "analysis.trust.switches._switches": 1,
    "analysis.views.events._list_events": 8,
    "analysis.views.map.points._located": 4,
    "analysis.views.map.sites.read_sites": 1,
    "analysis.views.palette.activity_colours": 1,
    "analysis.views.rows._all_rows": 4,
    "analysis.views.rows._order_operations": 1,
    "analysis.views.rows._place_texts": 12,
    "analysis.views.rows.set_texts": 4,
    "api.parameters._link_parameters": 2,
}
# Results of a function of a text, for all tables; a longer text is worked out each time it is asked for.
LONGEST_TEXT = 200
BY_TEXT = {
    "analysis.reading.dates._read_point": 50_000,
    "analysis.reading.headings._known_words": 1,
    "analysis.reading.headings._long_names": 1,
    "analysis.reading.headings._terms": 32,
    "analysis.reading.headings.heading_score": 50_000,
    "analysis.reading.headings.plain_heading": 20_000,
    "analysis.reading.periods._read_pieces": 50_000,
    "analysis.reading.statuses._words": 4,
    "analysis.reading.statuses.read_status": 10_000,
    "analysis.reading.vocabulary.load_words": 8,
    "widgets.frame.navigation._pages_in": 8,
}
# Results by the view that they belong to, for everyone who sees it.
BY_KEY = {
    "answers": 4096,
    "answers of parts": 512,
    "changes between tables": 2,
    "charts": 512,
    "comparisons": 256,
    "facts of territories": 512,
    "filters": 256,
    "groups of durations": 512,
    "key numbers": 512,
    "languages": 2,
    "packed files": 512,
    "questions of activities": 512,
    "sentences": 512,
    "similar operations": 512,
    "territories": 512,
    "words of Streamlit": 8,
}
_NONE = object()


class Cache:
    """The last results by key, as many as BY_KEY says; the one not asked for the longest goes first."""

    def __init__(self, name: str):
        self._results: LRUCache = LRUCache(BY_KEY[name])
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The result for a key, made where it is not there; two runs may make the same one at once."""
        return _get(self._results, self._lock, key, make)

    def put(self, key: Hashable, result: Any) -> None:
        """Keep a result that somebody has made already."""
        with self._lock:
            self._results[key] = result

    def clear(self) -> None:
        """Throw every result away."""
        with self._lock:
            self._results.clear()


def cached_on_value(function: Callable) -> Callable:
    """Keep the last results for each first argument, a frozen value of ours, on that argument; KeyError for a function
    that ON_VALUES does not list. Two threads may make the same result."""
    name = _name_of(function)
    most = ON_VALUES[name]

    @wraps(function)
    def from_value(value: Any, *further: Hashable) -> Any:
        # Frozen values refuse new attributes, but what is kept is no part of their value.
        results, lock = value.__dict__.get(name) or value.__dict__.setdefault(name, (LRUCache(most), Lock()))
        return _get(results, lock, further, lambda: function(value, *further))

    return from_value


def cached_by_text(function: Callable) -> Callable:
    """Keep the last results of a function of a text; KeyError for a function that BY_TEXT does not list."""
    results: LRUCache = LRUCache(BY_TEXT[_name_of(function)])
    lock = Lock()

    @wraps(function)
    def from_text(text: str, *further: Hashable) -> Any:
        if len(text) > LONGEST_TEXT:
            return function(text, *further)
        return _get(results, lock, (text, *further), lambda: function(text, *further))

    return from_text


def _name_of(function: Callable) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _get(results: LRUCache, lock: Lock, key: Hashable, make: Callable[[], Any]) -> Any:
    with lock:
        found = results.get(key, _NONE)
    if found is _NONE:
        found = make()
        with lock:
            results[key] = found
    return found
