"""One answer: its tag before any work is done, its headers, its body where the caller has none yet."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from analysis.select import select
from analysis.table import Table
from analysis.text import language
from api.query import PAGE, Query
from api.resources import Resource
from exports.version import VERSION
from exports.view import View

ROOT = Path(__file__).parent.parent
# What decides the bytes of an answer beside the data and the query.
_CODE = ("analysis/**/*.py", "api/*.py", "exports/*.py", "exports/*.css", "locale/**/*.mo")
# A file is all processor, so more at once would only take more memory.
_writers = CapacityLimiter(2)
# What compresses a body says so itself; where there is no body nobody else would.
_VARY = {"Vary": "Accept-Encoding"}


@dataclass(frozen=True)
class Asked:
    """What a caller asks for: the resource, what the query means, those of its names that change nothing, the table
    that all this speaks of, the address of the dashboard, the day."""

    resource: Resource
    query: Query
    ignored: list[str]
    table: Table
    dashboard: str
    day: str


async def answer(asked: Asked, request: Request) -> Response:
    """The resource, its headers alone where no more is asked for, or 304 where the caller has it already."""
    headers = _headers(asked, "gzip" in request.headers.get("accept-encoding", ""))
    if is_known(request.headers.get("if-none-match", ""), headers["ETag"]):
        return Response(status_code=304, headers=headers | _VARY)
    headers["Content-Type"] = asked.resource.media_type
    if request.method == "HEAD":
        response = Response(headers=headers | _VARY)
        # The length is known only once the body is written.
        del response.headers["Content-Length"]
        return response
    limiter = _writers if asked.resource.attached else None
    body = await to_thread.run_sync(partial(_write, asked), limiter=limiter)
    return Response(body, headers=headers) if isinstance(body, bytes) else StreamingResponse(body, headers=headers)


def entity_tag(asked: Asked, packed: bool) -> str:
    """A strong tag of everything that the bytes depend on; what says when it was made has another one each day."""
    resource, query = asked.resource, asked.query
    parts = (
        resource.what,
        resource.suffix,
        asked.table.content_hash,
        query,
        asked.dashboard,
        asked.day if resource.dated else "",
        language(),
        code_state(),
        # A body that is compressed on its way is other bytes.
        packed,
    )
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def is_known(if_none_match: str, tag: str) -> bool:
    """Whether a caller says that it has what the tag names."""
    named = [part.strip().removeprefix("W/") for part in if_none_match.split(",")]
    return "*" in named or tag in named


def page_link(asked: Asked) -> str:
    """The address of the page that shows the same rows."""
    query = urlencode(asked.query.link, doseq=True)
    return f"{asked.dashboard}/{PAGE}" + (f"?{query}" if query else "")


def today() -> str:
    """The day in UTC: a file says on which day it was made, so that it stays the same for as long as its tag."""
    return datetime.now(UTC).date().isoformat()


@cache
def code_state() -> str:
    """A short name for the code that writes answers, since another version may write the same data otherwise."""
    digest = hashlib.sha256(VERSION.encode())
    for path in sorted(path for pattern in _CODE for path in ROOT.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _write(asked: Asked) -> bytes | Iterable[bytes]:
    query = asked.query
    view = View(
        select(asked.table, query.selection),
        query.columns,
        query.sort,
        query.descending,
        link=page_link(asked),
        made_at=asked.day,
        version=VERSION,
    )
    return asked.resource.write(view)


def _headers(asked: Asked, packed: bool) -> dict[str, str]:
    shown = "attachment" if asked.resource.attached else "inline"
    ignored = {"X-Ignored-Parameters": ", ".join(asked.ignored)} if asked.ignored else {}
    return {
        "ETag": entity_tag(asked, packed),
        "Cache-Control": "no-cache",
        "Content-Disposition": f'{shown}; filename="{asked.resource.name(asked.query.selection)}"',
        "Content-Language": language(),
        **ignored,
    }
