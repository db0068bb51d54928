"""Sessions that have ended are let go, and not before their time is up."""

import asyncio
import gc
import sys
import weakref
from types import ModuleType

import pytest
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import ActiveSessionInfo, SessionInfo

from api.guards import sessions


class Session:
    """A session that holds itself, as Streamlit's do, so that only a collection ends it."""

    def __init__(self, name: str):
        self.id = name
        self.itself = self


def ended(storage: MemorySessionStorage) -> weakref.ref:
    session = Session("one")
    storage.save(SessionInfo(client=None, session=session))
    return weakref.ref(session)


@pytest.fixture(autouse=True)
def script(monkeypatch):
    """What Streamlit runs a page as, in place of the tests' own."""
    module = ModuleType("__main__")
    module.table = Session("table")
    monkeypatch.setitem(sys.modules, "__main__", module)
    return weakref.ref(module.table)


def test_a_session_goes_once_its_time_is_up():
    gc.collect()
    now, later = MemorySessionStorage(ttl_seconds=0), MemorySessionStorage(ttl_seconds=1000)
    gone, stays = ended(now), ended(later)
    # Streamlit's loop goes on holding what it served last.
    served = [ActiveSessionInfo(client=None, session=session()) for session in (gone, stays)]
    sessions.let_go(sessions.ended_sessions())
    assert gone() is None and served[1].session is stays()


def test_the_names_of_the_last_script_go_too(script):
    assert script()
    sessions.let_go([])
    assert script() is None


def test_the_server_looks_for_them_by_itself(monkeypatch):
    storage = MemorySessionStorage(ttl_seconds=0)
    monkeypatch.setattr(sessions, "SECONDS_BETWEEN_COLLECTIONS", 0)
    monkeypatch.setattr(sessions, "name_sessions_by", lambda _function: None)

    async def serve() -> None:
        async with sessions.letting_go(None):
            gone = ended(storage)
            while gone():
                await asyncio.sleep(0.01)

    try:
        asyncio.run(asyncio.wait_for(serve(), 60))
    finally:
        gc.unfreeze()
