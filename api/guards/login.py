"""Who may see anything, where the settings name a provider of logins (OpenID Connect) in `.streamlit/secrets.toml`.

Streamlit asks the provider, checks what it says and keeps it in a signed cookie; this looks at the cookie before all
else, and lets programs in by a token.
"""

import json
from collections.abc import Mapping
from html import escape
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import quote, unquote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.auth_util import encode_provider_token, get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from analysis.shared.login import Login
from analysis.text import _, in_language, languages
from api.guards.tokens import Tokens

# What is there before somebody has signed in, and tells nothing: the way in, Streamlit's own scripts, the health.
_OPEN = ("/auth/login", "/auth/logout", "/api/health", "/api/ready", "/_stcore/health", "/_stcore/host-config")
_OPEN_FOLDER = "/static/"
_CALLBACK = "/oauth2callback"
# The page that somebody wanted before they were asked who they are.
_WANTED = "operations_wanted"


class LoginRequired:
    """ASGI middleware that answers those whom the provider knows and the settings admit; all others are to sign in."""

    def __init__(self, app: ASGIApp, login: Login, base: str = ""):
        self._app, self._login, self._base = app, login, base
        self._tokens = Tokens(login)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, but nothing to those who may not see it."""
        if scope["type"] not in ("http", "websocket"):
            return await self._app(scope, receive, send)
        path = scope["path"].removeprefix(self._base)
        connection = HTTPConnection(scope)
        if path == _CALLBACK:
            return await self._app(scope, receive, self._going_on(connection, send))
        if path in _OPEN or path.startswith(_OPEN_FOLDER):
            return await self._app(scope, receive, send)
        user = signed_in(connection.cookies)
        if user is None and path.startswith("/api/"):
            user = await self._tokens.holder(connection.headers.get("authorization", ""))
        if user is not None and self._login.admits(user):
            return await self._app(scope, receive, send)
        if scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": 1008})
        with in_language(_spoken(connection.cookies)):
            answer = self._refuse(user) if user is not None else self._ask(connection, path)
        await answer(scope, receive, send)

    def _ask(self, connection: HTTPConnection, path: str) -> Response:
        if "text/html" not in connection.headers.get("accept", "") or path.startswith("/api/"):
            return JSONResponse({"error": _("Sign in, or send a token.")}, 401, {"WWW-Authenticate": "Bearer"})
        answer = RedirectResponse(f"{self._base}/auth/login?provider={encode_provider_token('default')}", 302)
        query = connection.url.query
        wanted = f"{connection.url.path}?{query}" if query else connection.url.path
        # A cookie has little room; who wanted more comes to the first page.
        answer.set_cookie(_WANTED, quote(wanted[:3000], safe=""), max_age=600, httponly=True, samesite="lax")
        return answer

    def _refuse(self, user: Mapping[str, Any]) -> Response:
        name = str(user.get("email") or user.get("name") or user.get("sub") or "")
        says = _("{name} may not see this dashboard.").format(name=name)
        return _page(says, f"{self._base}/auth/logout", _("Sign in as somebody else"), 403)

    def _going_on(self, connection: HTTPConnection, send: Send) -> Send:
        """Send that leads from a login to the page that was wanted, and from one that failed to a sentence."""
        wanted = unquote(connection.cookies.get(_WANTED, ""))
        failed = False

        async def send_on(message: Message) -> None:
            nonlocal failed
            if message["type"] == "http.response.start" and not _signs_in(Headers(raw=message["headers"])):
                failed = True
                with in_language(_spoken(connection.cookies)):
                    answer = _page(_("Signing in failed."), f"{self._base}/", _("Try again"), 403)
                await send({"type": "http.response.start", "status": 403, "headers": answer.raw_headers})
                await send({"type": "http.response.body", "body": answer.body})
            elif message["type"] == "http.response.start":
                if is_page_of_ours(wanted, self._base):
                    kept = [(name, value) for name, value in message["headers"] if name != b"location"]
                    message = {**message, "headers": [*kept, (b"location", wanted.encode("latin-1", "ignore"))]}
                await send(message)
            elif not failed:
                await send(message)

        return send_on


def signed_in(cookies: Mapping[str, str]) -> dict[str, Any] | None:
    """What the provider said of the one whose cookies these are; None for cookies that this server has not signed."""

    def unsigned(name: str) -> bytes | None:
        value = cookies.get(name)
        return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1", "replace")) if value else None

    found = get_cookie_with_chunks(unsigned, USER_COOKIE_NAME)
    try:
        user = json.loads(found) if found else None
    except ValueError:
        return None
    return user if isinstance(user, dict) and user.get("is_logged_in") else None


def is_page_of_ours(address: str, base: str = "") -> bool:
    """Whether an address is a path of this server, which no other server can be meant by."""
    plain = address.isprintable() and "\\" not in address and not address.startswith("//")
    return plain and address.startswith(f"{base}/") and len(address) < 3000


def _signs_in(headers: Headers) -> bool:
    for header in headers.getlist("set-cookie"):
        kept = SimpleCookie(header)
        if USER_COOKIE_NAME in kept and kept[USER_COOKIE_NAME].value and kept[USER_COOKIE_NAME]["max-age"] != "0":
            return True
    return False


def _spoken(cookies: Mapping[str, str]) -> str:
    return cookies["language"] if cookies.get("language") in languages() else "en"


def _page(says: str, address: str, offer: str, status: int) -> Response:
    style = "<style>body{font:1.1rem/1.5 sans-serif;margin:4rem auto;max-width:30rem;padding:0 1rem}</style>"
    said, link = escape(says), f'<a href="{address}">{escape(offer)}</a>'
    body = f"<!doctype html><title>{said}</title>{style}<p>{said}</p>{link}"
    return HTMLResponse(body, status, headers={"Cache-Control": "no-store"})
