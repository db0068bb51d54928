"""How bytes leave this machine: at once."""

import gc
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


@asynccontextmanager
async def sending_at_once(_app) -> AsyncIterator[None]:
    """While the app runs, its connections send what is written at once.

    Streamlit opens its socket without naming TCP, so that asyncio takes it for none of TCP's and leaves Nagle's
    algorithm on: on a connection that is kept, a body then waits up to 40 ms until the caller has confirmed the
    headers. A small answer takes 8 ms in place of 52 (`make bench ARGS=api`). What a listening socket is told holds for
    every connection that it takes.
    """
    for listener in listening_sockets():
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    yield


def listening_sockets() -> list[socket.socket]:
    """The sockets of this process that take connections over TCP."""
    sockets = [found for found in gc.get_objects() if type(found) is socket.socket and found.fileno() >= 0]
    return [
        found
        for found in sockets
        if found.family in (socket.AF_INET, socket.AF_INET6)
        and found.type == socket.SOCK_STREAM
        and found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    ]
