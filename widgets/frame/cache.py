"""Results kept by key, so that what was worked out for one user is there for all."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

from analysis.selection.select import Selected
from analysis.text import language


class Kept:
    """The last `most` results by key; the one not asked for the longest goes first."""

    def __init__(self, most: int):
        self._most = most
        self._results: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The result for a key, made where it is not there; two runs may make the same one at once."""
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                return self._results[key]
        result = make()
        with self._lock:
            self._results[key] = result
            while len(self._results) > self._most:
                self._results.popitem(last=False)
        return result

    def clear(self) -> None:
        """Throw every result away."""
        with self._lock:
            self._results.clear()


def view_key(selected: Selected, *parts: Hashable) -> tuple:
    """A key of everything that a view's results depend on: content, selection, language and the parts given.

    It holds the content's hash, never the table, so that a cache keeps no table in memory.
    """
    return (selected.snapshot.table.content_hash, selected.selection, language(), *parts)
