"""The headers of every response, which tell a browser what a page of ours may do, and the hosts that are answered."""

import base64
import hashlib
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Under another name a page elsewhere could reach the server as if it were its own.
OWN_HOSTS = ("localhost", "127.0.0.1", "[::1]")


class SecurityHeaders:
    """ASGI middleware that sets `headers` on every response, whoever made it, those that refuse a websocket too.

    embed_hosts: the origins whose pages may show a page of ours that asks to be embedded, and nothing else of ours.
    """

    def __init__(self, app: ASGIApp, headers: dict[str, str], embed_hosts: Sequence[str] = ()):
        self._app = app
        self._headers = headers
        policy = headers["Content-Security-Policy"]
        allowed = " ".join(["frame-ancestors", *embed_hosts])
        framed = policy.replace("frame-ancestors 'none'", allowed) if embed_hosts else policy
        self._framed = headers | {"Content-Security-Policy": framed}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with the headers."""

        asks = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("embed", [])
        headers = self._framed if asks == ["true"] else self._headers

        async def send_secured(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                MutableHeaders(scope=message).update(headers)
            await send(message)

        await self._app(scope, receive, send_secured)


def security_headers(page: str, outlines: str = "") -> dict[str, str]:
    """The headers for an app whose one page is this HTML; only the scripts written in it may run beside our files.

    outlines: what the setting of the map's outlines says; the server it names, if any, may be asked for them.
    """
    inline = [f"'sha256-{_sha256(script)}'" for script in inline_scripts(page)]
    policy = {
        "default-src": ["'none'"],
        # Streamlit runs a component's script from a blob, which only a script that already runs can make.
        "script-src": ["'self'", "blob:", *inline],
        # Streamlit and plotly write their styles as they draw; a style can fetch nothing that is not allowed here.
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        # A chart becomes a picture by way of a data: address.
        "connect-src": ["'self'", "data:", *_server_of(outlines)],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    return {
        "Content-Security-Policy": "; ".join(" ".join([name, *sources]) for name, sources in policy.items()),
        "X-Content-Type-Options": "nosniff",
        # A link holds the whole view, which is nobody else's business.
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join([f"{feature}=()" for feature in _FEATURES] + ["clipboard-write=(self)"]),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def _server_of(address: str) -> list[str]:
    parts = urlsplit(address.strip())
    plain = parts.scheme in ("http", "https") and re.fullmatch(r"[\w.:\[\]-]+", parts.netloc)
    return [f"{parts.scheme}://{parts.netloc}"] if plain else []


_FEATURES = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi",
    "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip


def inline_scripts(page: str) -> list[str]:
    """The scripts that are written in an HTML page itself, letter for letter."""
    reader = _ScriptReader()
    reader.feed(page)
    reader.close()
    return reader.scripts


class _ScriptReader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.scripts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "script" and "src" not in dict(attributes):
            self._inside = True
            self.scripts.append("")

    def handle_data(self, text: str) -> None:
        if self._inside:
            self.scripts[-1] += text

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"


def _sha256(text: str) -> str:
    # A browser reads every line end as \n before it looks at a script.
    return base64.b64encode(hashlib.sha256(text.replace("\r\n", "\n").encode()).digest()).decode()


def allowed_hosts(further: list[str]) -> list[str]:
    """This machine's own names and those that the setting `server.allowedHosts` adds, each once, without ports."""
    named = [host.strip().lower().rstrip(".") for host in further]
    # In an address the numbers of IPv6 stand in brackets; in Streamlit's setting they do not.
    return list(dict.fromkeys([*OWN_HOSTS, *(f"[{host}]" if ":" in host else host for host in named)]))
