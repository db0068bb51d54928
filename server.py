"""What `make run` serves: the dashboard, the data API beside it, and what guards both."""

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from streamlit import config, file_util
from streamlit.auth_util import get_secrets_auth_section

from analysis.errors import InputError
from analysis.shared.login import read_login
from analysis.shared.setting import read_embed_hosts
from api.guards.closed import ClosedPaths
from api.guards.encodings import PlainEncodings
from api.guards.headers import SecurityHeaders, allowed_hosts, security_headers
from api.guards.login import LoginRequired
from api.guards.packed import PackedFiles
from api.guards.page_head import page_head
from api.guards.patience import Patience
from api.guards.sessions import letting_go
from api.guards.wire import sending_at_once
from api.preview import LinkPreview
from api.routes import api_routes

# The pages offer links to data where there is someone to answer them.
os.environ["OPERATIONS_API"] = "1"

try:
    _login, _embed_hosts = read_login(get_secrets_auth_section()), read_embed_hosts()
except InputError as error:
    sys.exit(str(error))
if _login:
    os.environ["OPERATIONS_LOGIN"] = "1"
elif config.get_option("server.address") not in ("127.0.0.1", "::1", "localhost"):
    print("Everyone who can reach this machine can see the dashboard: it asks for no login.", flush=True)

_page = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
_base = "/" + config.get_option("server.baseUrlPath").strip("/")


@asynccontextmanager
async def _beside(app: st.App) -> AsyncIterator[None]:
    async with sending_at_once(app), letting_go(app):
        yield


app = st.App(
    Path(__file__).with_name("dashboard.py"),
    routes=api_routes(_base.rstrip("/")),
    lifespan=_beside,
    middleware=[
        Middleware(Patience),
        Middleware(
            SecurityHeaders,
            security_headers(page_head("") + _page, os.environ.get("DASHBOARD_OUTLINES", "")),
            _embed_hosts,
        ),
        Middleware(TrustedHostMiddleware, allowed_hosts(config.get_option("server.allowedHosts")), www_redirect=False),
        Middleware(ClosedPaths),
        *([Middleware(LoginRequired, _login, _base.rstrip("/"))] if _login else []),
        Middleware(PlainEncodings),
        Middleware(PackedFiles, _base.rstrip("/")),
        Middleware(LinkPreview, _base.rstrip("/")),
    ],
)
