"""Results kept: by key, or on what they were worked out from, so that a table nobody uses any more takes them along."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Any

_NONE = object()


def kept(most: int) -> Callable[[Callable], Callable]:
    """A decorator: the last `most` results of a function for each first argument are kept on that argument itself.

    The first argument is one of our frozen values, the others can be hashed. Two threads may make the same result.
    """

    def decorate(function: Callable) -> Callable:
        slot = f"kept {function.__module__}.{function.__qualname__}"

        @wraps(function)
        def from_kept(holder: Any, *further: Hashable) -> Any:
            # Frozen values refuse new attributes, but what is kept is no part of their value.
            results = holder.__dict__.setdefault(slot, {})
            result = results.get(further, _NONE)
            if result is _NONE:
                result = function(holder, *further)
                # Others may be at it too, so nothing is said of what is there from one line to the next.
                for oldest in list(results)[: max(0, len(results) - most + 1)]:
                    results.pop(oldest, None)
                results[further] = result
            return result

        return from_kept

    return decorate


class Cache:
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
