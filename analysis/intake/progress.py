"""How far the reading of a large table has come, for whoever waits for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_told: ContextVar[Callable[[int], None] | None] = ContextVar("told", default=None)


@contextmanager
def telling(tell: Callable[[int], None]) -> Iterator[None]:
    """Within this block, `tell` gets the number of rows read so far, again and again."""
    token = _told.set(tell)
    try:
        yield
    finally:
        _told.reset(token)


def teller() -> Callable[[int], None] | None:
    """Who is told here how many rows have been read, for work that is done elsewhere; None where nobody is."""
    return _told.get()


def tell_rows(count: int) -> None:
    """Say that so many rows have been read."""
    if tell := _told.get():
        tell(count)
