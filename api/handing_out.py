"""How many answers are made and sent at once: each holds its rows until the caller has taken them."""

from collections.abc import Awaitable, Callable

from anyio import CapacityLimiter, move_on_after
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

SENDERS = 6
# Whoever waits longer is told to come again.
PATIENCE_SECONDS = 20
_senders = CapacityLimiter(SENDERS)


class Held:
    """A response whose place is free once it has been sent, or has come to nothing."""

    def __init__(self, response: Response, place: object):
        self.response, self._place = response, place

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        try:
            await self.response(scope, receive, send)
        finally:
            _senders.release_on_behalf_of(self._place)


async def hand_out(make: Callable[[], Awaitable[Response]]) -> Held | None:
    """The response that `make` gives, in a place of its own; None where none came free in PATIENCE_SECONDS."""
    place = object()
    with move_on_after(PATIENCE_SECONDS) as waited:
        await _senders.acquire_on_behalf_of(place)
    if waited.cancelled_caught:
        return None
    try:
        return Held(await make(), place)
    except BaseException:
        _senders.release_on_behalf_of(place)
        raise
