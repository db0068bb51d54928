"""What whoever watches the server asks: whether it runs, and whether it has a table to show."""

from datetime import UTC, datetime

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from analysis.errors import InputError
from analysis.shared.table import shared_table
from exports.version import VERSION

_NOT_KEPT = {"Cache-Control": "no-store"}


async def say_health(_request: Request) -> JSONResponse:
    """200: the process answers, in the version that it is."""
    return JSONResponse({"status": "ok", "version": VERSION}, headers=_NOT_KEPT)


async def say_ready(_request: Request) -> JSONResponse:
    """200 once the table that everyone sees can be shown; else 503 and the sentence that says why not."""
    try:
        await to_thread.run_sync(shared_table, datetime.now(UTC))
    except InputError as error:
        return JSONResponse({"status": "no table", "why": str(error)}, 503, headers=_NOT_KEPT)
    return JSONResponse({"status": "ready"}, headers=_NOT_KEPT)


HEALTH = [Route("/health", say_health, methods=["GET"]), Route("/ready", say_ready, methods=["GET"])]
