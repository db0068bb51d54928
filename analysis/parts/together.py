"""Which questions go to the parts of a table in one message: those that were asked together before."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from cachetools import LRUCache

from analysis.caches import Cache

# The answers of all parts of a table to what was asked of a view of it, those among them that nobody has asked for yet.
answers_of_parts = Cache("answers of parts")

WithArguments = tuple[Callable, tuple[Hashable, ...]]

# Who asks now: a page, or a question that asks others, the outermost first.
_occasions: ContextVar[tuple[Hashable, ...]] = ContextVar("occasions", default=("",))
_OCCASIONS = 128
# A page may set several selections side by side, and what none of the last few was asked is asked no more.
_VIEWS = 4


# What raises where nobody waits any more for what is asked.
_check: ContextVar[Callable[[], object]] = ContextVar("check", default=lambda: None)


def set_check(check: Callable[[], object]) -> None:
    """Let `check` be called again and again while an answer is waited for; what it raises ends the waiting."""
    _check.set(check)


def check_wanted() -> None:
    """Raise where nobody waits any more."""
    _check.get()()


def set_occasion(name: str) -> None:
    """Let whatever is asked from here on be asked on this occasion."""
    _occasions.set((name,))


@contextmanager
def on_occasion(name: Hashable) -> Iterator[None]:
    """Within this block it is asked on this occasion as well."""
    token = _occasions.set((*_occasions.get(), name))
    try:
        yield
    finally:
        _occasions.reset(token)


class Together:
    """What was asked of the last few views on each occasion; any number of threads may use it at once."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._views: LRUCache = LRUCache(_OCCASIONS)

    def note(self, view: Hashable, asked: WithArguments) -> None:
        """Remember that this was asked of a view."""
        with self._lock:
            for occasion in _occasions.get():
                views = self._views.setdefault(occasion, LRUCache(_VIEWS))
                views.setdefault(view, {})[asked] = None

    def expected(self) -> list[WithArguments]:
        """What was asked before on the occasions of now, each question once."""
        with self._lock:
            views = [view for occasion in _occasions.get() for view in self._views.get(occasion, {}).values()]
            return list(dict.fromkeys(asked for view in views for asked in view))
