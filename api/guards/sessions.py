"""Sessions that have ended, which must not stay in memory with what they brought."""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from types import ModuleType

from streamlit.runtime.caching.ttl_cache import TTLCache
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.session_manager import ActiveSessionInfo

from analysis.intake.budget import name_sessions_by
from analysis.memory import give_back_memory

SECONDS_BETWEEN_COLLECTIONS = 15


@asynccontextmanager
async def letting_go(_app) -> AsyncIterator[None]:
    """While the app runs, a session goes soon after the time in which it may come back (`disconnectedSessionTTL`).

    Streamlit lets expired sessions go only when the next one ends, and collects nothing since `runner.postScriptGC` is
    off: a table that somebody brought stayed for as long as nobody else came (207 s and more were seen).
    """
    name_sessions_by(this_session)
    looking = asyncio.create_task(_look(ended_sessions()))
    # What is there from the start is never let go, so no collection need look at it.
    gc.collect()
    gc.freeze()
    yield
    looking.cancel()
    with suppress(asyncio.CancelledError):
        await looking


def this_session() -> str:
    """The session whose script runs here; "" where none does."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context else ""


def ended_sessions() -> list[TTLCache]:
    """What the server of this process keeps sessions in that have ended, each to come back for a while."""
    storages = [found for found in gc.get_objects() if isinstance(found, MemorySessionStorage)]
    return [kept for storage in storages for kept in vars(storage).values() if isinstance(kept, TTLCache)]


async def _look(ended: list[TTLCache]) -> None:
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_COLLECTIONS)
        let_go(ended)


def let_go(ended: list[TTLCache]) -> None:
    """Let go of the sessions whose time is up; on the event loop, where Streamlit ends them too."""
    _forget({id(expired.session) for sessions in ended for _name, expired in sessions.expire()})
    # Here live the names of the script that ran last, and with them its table, until the next one runs.
    sys.modules["__main__"] = ModuleType("__main__")
    give_back_memory()


def _forget(sessions: set[int]) -> None:
    # Streamlit's loop remembers the session that it served last for as long as no other comes.
    served = [found for found in gc.get_objects() if isinstance(found, ActiveSessionInfo)] if sessions else []
    for last in served:
        if id(last.session) in sessions:
            vars(last).clear()
