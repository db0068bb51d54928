"""Asking a server over HTTP, or an ASGI app in this process, with nothing between us and the bytes."""

import asyncio
import http.client
import json
from typing import NamedTuple
from urllib.parse import urlsplit


class Answer(NamedTuple):
    """An answer of a server: its status, its headers in small letters, its body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self):
        """The body read as JSON."""
        return json.loads(self.body)


def ask_server(address: str, path: str, method: str = "GET", host: str | None = None, **headers: str) -> Answer:
    """What the server at an address answers, asked under another name of its own where one is given."""
    netloc = urlsplit(address).netloc
    connection = http.client.HTTPConnection(netloc, timeout=60)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in {"host": netloc if host is None else host, **headers}.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    response = connection.getresponse()
    named = {name.lower(): value for name, value in response.getheaders()}
    # A websocket that has been accepted goes on for ever.
    body = b"" if response.status == 101 else response.read()
    connection.close()
    return Answer(response.status, named, body)


def ask_app(app, path: str, method: str = "GET", **headers: str) -> Answer:
    """What an ASGI app answers."""
    return asyncio.run(_call(app, path, method, {"host": "here.example", **headers}))


async def _call(app, path: str, method: str, headers: dict[str, str]) -> Answer:
    parts = urlsplit(path)
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": parts.path, "raw_path": parts.path.encode(), "query_string": parts.query.encode(), "root_path": "",
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    sent = []

    async def receive():
        await asyncio.sleep(60)

    async def send(message):
        sent.append(message)

    try:
        await app(scope, receive, send)
    except Exception:
        # What is raised after an answer is for the server's log.
        if not sent:
            raise
    start, *bodies = sent
    named = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], named, b"".join(message.get("body", b"") for message in bodies))
