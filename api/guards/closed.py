"""What Streamlit answers to anybody and nobody needs."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# The numbers of sessions, of their messages and of the memory that they take.
CLOSED = ("/_stcore/metrics",)


class ClosedPaths:
    """ASGI middleware that answers 404 to what is asked of CLOSED, under any base path."""

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, but for the closed paths."""
        closed = scope["type"] == "http" and scope["path"].rstrip("/").endswith(CLOSED)
        await (PlainTextResponse("Not Found", 404) if closed else self._app)(scope, receive, send)
