"""The one compression that answers have, for those alone who take it."""

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

_CODING = re.compile(r"(gzip|x-gzip|\*)[ \t]*(?:;[ \t]*q=([0-9.]{1,5}))?", re.ASCII | re.IGNORECASE)


class PlainEncodings:
    """ASGI middleware after which Accept-Encoding is gzip where that is wanted, else identity; what compresses looks
    for the word alone, and would send it to a caller that refuses it."""

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does."""
        if scope["type"] == "http":
            headers = MutableHeaders(scope=scope)
            accepted = ",".join(headers.getlist("accept-encoding"))
            headers["accept-encoding"] = "gzip" if takes_gzip(accepted) else "identity"
        await self._app(scope, receive, send)


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding takes gzip: by its name, else by the star, at any weight above 0."""
    weights: dict[str, bool] = {}
    for part in accepted.split(","):
        if found := _CODING.fullmatch(part.strip()):
            name = found[1].lower().removeprefix("x-")
            weights[name] = bool((found[2] or "1").strip("0."))
    return weights.get("gzip", weights.get("*", False))


def asking_plain(scope: Scope) -> Scope:
    """The same request, whose answer shall not be compressed, since it is changed on its way."""
    others = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
    return {**scope, "headers": [*others, (b"accept-encoding", b"identity")]}
