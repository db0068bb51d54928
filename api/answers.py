"""One answer: its headers, and its body where the caller has none yet."""

from collections.abc import Iterable
from functools import partial

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.text import language
from api.asked import Asked, entity_tag, is_known
from api.errors import refuse_crowd
from api.handing_out import Held, hand_out
from api.query import PAGE
from exports.handover import Handover
from exports.version import VERSION

# A file is all processor, so more at once would only take more memory.
_writers = CapacityLimiter(2)
# What compresses a body says so itself; where there is no body nobody else would.
_VARY = {"Vary": "Accept-Encoding"}


async def answer(asked: Asked, request: Request) -> Response | Held:
    """The resource, its headers alone where no more is asked for, or 304 where the caller has it already."""
    headers = _headers(asked, request.url.query, "gzip" in request.headers.get("accept-encoding", ""))
    if is_known(request.headers.get("if-none-match", ""), headers["ETag"]):
        return Response(status_code=304, headers=headers | _VARY)
    headers["Content-Type"] = asked.resource.kind.media_type
    if request.method == "HEAD":
        response = Response(headers=headers | _VARY)
        # The length is known only once the body is written.
        del response.headers["Content-Length"]
        return response
    return await hand_out(partial(_make, asked, headers)) or refuse_crowd()


async def _make(asked: Asked, headers: dict[str, str]) -> Response:
    limiter = _writers if asked.resource.attached else None
    body = await to_thread.run_sync(partial(_write, asked), limiter=limiter)
    return Response(body, headers=headers) if isinstance(body, bytes) else StreamingResponse(body, headers=headers)


def _write(asked: Asked) -> bytes | Iterable[bytes]:
    view, columns, table = asked.rows
    address = f"{asked.dashboard}/{PAGE}"
    return asked.resource.write(
        Handover(select(table, view.selection), view, columns, address, made_at=asked.day, version=VERSION)
    )


def _headers(asked: Asked, query: str, packed: bool) -> dict[str, str]:
    shown = "attachment" if asked.resource.attached else "inline"
    ignored = {"X-Ignored-Parameters": ", ".join(asked.ignored)} if asked.ignored else {}
    kind, (view, _columns, table) = asked.resource.kind, asked.rows
    name = kind.name(view.selection if asked.resource.filtered else Selection(), table)
    # What is nothing but rows cannot say what they are: the same rows as JSON do.
    told = {"Link": f'<{asked.dashboard}/api/{kind.what}.json?{query}>; rel="alternate"; type="application/json"'}
    return {
        "ETag": entity_tag(asked, packed),
        "Cache-Control": "no-cache",
        "Content-Disposition": f'{shown}; filename="{name}"',
        "Content-Language": language(),
        **(told if kind.bare else {}),
        **ignored,
    }
