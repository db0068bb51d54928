"""How long a client may take to read an answer, and how much of it waits for the client meanwhile."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECONDS = 60
# The next part is made ready only when the network has taken the one before.
_PART_BYTES = 1 << 16


class Patience:
    """ASGI middleware that sends bodies part by part and gives up on a client that takes none for SECONDS.

    Else whoever asks for files and does not read them holds each whole in memory for as long as they like.
    """

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does; TimeoutError, which ends the connection, where nobody reads."""

        async def send_parts(message: Message) -> None:
            for part in parts(message):
                await asyncio.wait_for(send(part), SECONDS)

        await self._app(scope, receive, send_parts if scope["type"] == "http" else send)


def parts(message: Message) -> list[Message]:
    """A message to send as messages none of which has a body of more than _PART_BYTES."""
    body = message.get("body", b"")
    if message["type"] != "http.response.body" or len(body) <= _PART_BYTES:
        return [message]
    pieces = [body[start : start + _PART_BYTES] for start in range(0, len(body), _PART_BYTES)]
    more = [True] * (len(pieces) - 1) + [message.get("more_body", False)]
    return [{**message, "body": piece, "more_body": goes_on} for piece, goes_on in zip(pieces, more, strict=True)]
