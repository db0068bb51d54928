"""What a link shows where it is pasted: title and description of its view in the head of the page, by the server."""

import re
from datetime import UTC, datetime
from html import escape

from anyio import move_on_after, to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.counts.ask import ask
from analysis.errors import InputError
from analysis.findings.headline import say_headline
from analysis.selection.sentence import selection_sentence
from analysis.shared.table import shared_table
from analysis.text import _, in_language
from analysis.view import TABLE_PARAMETER
from analysis.writing import say_date
from api.errors import MOST_PARAMETERS
from api.guards.encodings import asking_plain
from api.guards.page_head import page_head
from exports.facts import is_built_in
from exports.from_link import link_language, read_link, split_link

# Nobody waits longer than this for what only a preview shows.
_PATIENCE_SECONDS = 1.0
_TITLE = re.compile(rb"<title>[^<]*</title>")


class LinkPreview:
    """ASGI middleware that puts title and description of the view into each page of the dashboard it passes on."""

    def __init__(self, app: ASGIApp, base: str = ""):
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, but for the head of a page."""
        if scope["type"] != "http" or scope["method"] != "GET" or not self._may_be_page(scope["path"]):
            await self._app(scope, receive, send)
            return
        started: Message = {}
        parts: list[bytes] = []

        async def send_with_head(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.update(message)
                if not _is_plain_page(message):
                    await send(message)
                return
            if not _is_plain_page(started):
                await send(message)
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            body = await _with_head(b"".join(parts), scope)
            headers = MutableHeaders(raw=list(started["headers"]))
            headers["Content-Length"] = str(len(body))
            # These name the page without its head.
            del headers["ETag"], headers["Last-Modified"]
            await send({**started, "headers": headers.raw})
            await send({"type": "http.response.body", "body": body})

        await self._app(asking_plain(scope), receive, send_with_head)

    def _may_be_page(self, path: str) -> bool:
        rest = path.removeprefix(self._base).strip("/")
        return "/" not in rest and "." not in rest


def _is_plain_page(message: Message) -> bool:
    headers = Headers(raw=message["headers"])
    html = headers.get("content-type", "").startswith("text/html")
    return html and message["status"] == 200 and "content-encoding" not in headers


async def _with_head(page: bytes, scope: Scope) -> bytes:
    head = ""
    with move_on_after(_PATIENCE_SECONDS):
        link = f"{scope['path']}?{scope['query_string'].decode('latin-1')}"
        head = await to_thread.run_sync(preview_head, link, abandon_on_cancel=True)
    page = page.replace(b"<head>", b"<head>" + page_head(scope["path"].rpartition("/")[2]).encode(), 1)
    return _TITLE.sub(lambda _found: head.encode(), page, count=1) if head else page


def preview_head(link: str) -> str:
    """The title and the tags that say what the view of a link shows; "" where nothing can be said of it."""
    try:
        _address, _page, query = split_link(link)
        if sum(map(len, query.values())) > MOST_PARAMETERS:
            return ""
        with in_language(link_language(query)):
            title, text = _say_own(query) if TABLE_PARAMETER in query else _say_view(link)
    except InputError:
        return ""
    tags = {"og:type": "website", "og:site_name": _("Operations dashboard"), "og:title": title, "og:description": text}
    return "".join(
        [
            f"<title>{escape(title)}</title>",
            f'<meta name="description" content="{escape(text)}">',
            *(f'<meta property="{name}" content="{escape(said)}">' for name, said in tags.items()),
        ]
    )


def _say_view(link: str) -> tuple[str, str]:
    handover = read_link(link, shared_table(datetime.now(UTC)))
    table, as_of = handover.selected.snapshot.table, handover.selected.snapshot.as_of
    title = _(table.title) if is_built_in(handover) else table.title or table.file
    origin = _("As of {date} · {table}").format(date=say_date(as_of), table=title)
    said = [ask(handover.selected, say_headline), origin]
    return selection_sentence(handover.selected), " ".join(filter(None, said))


def _say_own(query: dict[str, list[str]]) -> tuple[str, str]:
    file = query[TABLE_PARAMETER][0][:80]
    return _("Operations dashboard"), _("A view of {file}, a table that whoever sent the link has.").format(file=file)
