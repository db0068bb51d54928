"""How much of what people bring is in memory at once, for one session and for all of them together."""

from collections.abc import Callable
from threading import Lock
from typing import Any
from weakref import finalize

from analysis.errors import InputError
from analysis.intake.isolated import run_apart
from analysis.intake.limits import ALL_TABLES_BYTES, SESSION_TABLES_BYTES
from analysis.text import _
from analysis.writing import say_count

_session: Callable[[], str] = str
_lock = Lock()
_kept: dict[object, tuple[str, int]] = {}


def name_sessions_by(function: Callable[[], str]) -> None:
    """Let a function say which session it is that brings something; until then all is one session's."""
    global _session
    _session = function


def kept_bytes(session: str | None = None) -> int:
    """The bytes of the tables that a session keeps; that all keep together where none is named."""
    # A copy, since whatever is let go meanwhile, in any thread, leaves the tables that are counted.
    return sum(size for whose, size in list(_kept.values()) if session in (None, whose))


def run_within_budget(work: Callable, *arguments: Any) -> Any:
    """What `run_apart` gives, counted until its cells and its table are let go; InputError also where there is no room.

    What comes back has a `sheet`, and perhaps a table of it: both are large.
    """
    token = object()
    try:
        result = run_apart(work, *arguments, weigh=lambda size: _take_room(token, size))
        tables = [getattr(holder, "table", None) for holder in (result, getattr(result, "first", None))]
        parts = [part for part in (result.sheet, *tables) if part is not None]
    except BaseException:
        _give_room(token)
        raise
    left = {id(part) for part in parts}

    def let_go(part: int) -> None:
        left.discard(part)
        if not left:
            _give_room(token)

    for part in parts:
        finalize(part, let_go, id(part)).atexit = False
    return result


def _take_room(token: object, size: int) -> None:
    session = _session()
    with _lock:
        if kept_bytes(session) + size > SESSION_TABLES_BYTES:
            raise InputError(
                _("This page keeps as much of tables as it may ({most} MB). Open a new page for this one.").format(
                    most=say_count(SESSION_TABLES_BYTES // 1_000_000)
                )
            )
        if kept_bytes() + size > ALL_TABLES_BYTES:
            raise InputError(
                _("Others have brought so many tables that there is no room for this one. Try again in two minutes.")
            )
        _kept[token] = (session, size)


def _give_room(token: object) -> None:
    _kept.pop(token, None)
