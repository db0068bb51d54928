"""Streamlit's files and ours, packed once for everyone who takes them so."""

import gzip

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.caches import Cache
from api.guards.encodings import asking_plain

_PACKED = (".js", ".css", ".json", ".svg")
_files = Cache("packed files")


class PackedFiles:
    """ASGI middleware that sends scripts, styles and outlines packed to who takes gzip.

    Streamlit leaves its own as they are, and packs those of `static/` anew for each visitor.
    """

    def __init__(self, app: ASGIApp, base: str = ""):
        self._app = app
        self._folders = (f"{base}/static/", f"{base}/app/static/")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, but for the form of such a file."""
        if not self._is_file(scope) or Headers(scope=scope).get("accept-encoding") != "gzip":
            await self._app(scope, receive, send)
            return
        started: Message = {}
        parts: list[bytes] = []

        async def send_packed(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.update(message)
            if started["status"] != 200:
                await send(message)
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))
                if not message.get("more_body"):
                    await _send_whole(started, b"".join(parts), scope["path"], send)

        await self._app(asking_plain(scope), receive, send_packed)

    def _is_file(self, scope: Scope) -> bool:
        return (
            scope["type"] == "http"
            and scope["method"] == "GET"
            and scope["path"].startswith(self._folders)
            and scope["path"].endswith(_PACKED)
        )


async def _send_whole(started: Message, body: bytes, path: str, send: Send) -> None:
    headers = MutableHeaders(raw=list(started["headers"]))
    key = (path, headers.get("etag"))
    packed = await to_thread.run_sync(lambda: _files.get(key, lambda: gzip.compress(body, mtime=0)))
    headers.update({"Content-Encoding": "gzip", "Content-Length": str(len(packed))})
    headers.add_vary_header("Accept-Encoding")
    if etag := headers.get("etag"):
        # The same file in another form, which Starlette still knows when it is asked whether it changed.
        headers["ETag"] = f"W/{etag.removeprefix('W/')}"
    await send({**started, "headers": headers.raw})
    await send({"type": "http.response.body", "body": packed})
