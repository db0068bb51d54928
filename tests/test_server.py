"""The server beside the dashboard: which hosts it answers to, and what guards every response."""

import asyncio
import base64
import hashlib
import os
import runpy
import socket
import tomllib

import pytest
import streamlit as st
from streamlit import config

from api.guards.headers import allowed_hosts, inline_scripts, security_headers
from api.guards.wire import sending_at_once
from scripts.setup import ROOT, SERVER

HEADERS = {
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
}


def test_make_run_serves_it():
    assert SERVER == "server.py"


def test_a_visit_makes_nobody_look_for_changed_code():
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert settings["server"]["fileWatcherType"] == "none"


def test_pages_can_see_that_the_api_is_there(monkeypatch):
    monkeypatch.setenv("OPERATIONS_API", "")
    monkeypatch.setattr(config, "_main_script_path", config._main_script_path)
    assert isinstance(runpy.run_path(str(ROOT / SERVER))["app"], st.App)
    assert os.environ["OPERATIONS_API"] == "1"


@pytest.mark.parametrize(
    "path",
    [
        "/", "/operations?region=africa", "/no/such/page", "/favicon.png", "/_stcore/health", "/_stcore/host-config",
        "/app/static/world_50m.json", "/app/static/none", "/static/none.js", "//evil", "/api/summary.json", "/api/none",
        "/api/summary.json?odd=1", "/operations/",
    ],
)  # fmt: skip
def test_every_response_has_the_headers(ask, path):
    answer = ask(path)
    assert HEADERS - answer.headers.keys() == set()
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_a_refused_method_has_the_headers_too(ask):
    assert HEADERS - ask("/api/operations.csv", method="DELETE").headers.keys() == set()


OTHERS = ["evil.example", "evil.example:8501", "localhost.evil.example", "127.0.0.2", "[::2]", ""]


@pytest.mark.parametrize("host", OTHERS)
@pytest.mark.parametrize("path", ["/", "/api/operations.csv", "/_stcore/host-config"])
def test_other_hosts_are_refused(ask, host, path):
    answer = ask(path, host=host)
    assert answer.status == 400
    assert HEADERS - answer.headers.keys() == set()


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8501", "127.0.0.1:1", "[::1]:8501"])
def test_our_own_names_are_answered(ask, host):
    assert ask("/api/summary.json", host=host).status == 200


UPGRADE = {
    "connection": "Upgrade",
    "upgrade": "websocket",
    "sec_websocket_version": "13",
    "sec_websocket_key": base64.b64encode(bytes(16)).decode(),
}


def test_a_websocket_under_another_name_is_refused(ask, server_url):
    assert ask("/_stcore/stream", origin=server_url, **UPGRADE).status == 101
    refused = ask("/_stcore/stream", host="evil.example", origin="http://evil.example", **UPGRADE)
    assert refused.status == 400
    assert HEADERS - refused.headers.keys() == set()


def test_a_setting_adds_hosts():
    own = ["localhost", "127.0.0.1", "[::1]"]
    assert allowed_hosts([]) == own
    assert allowed_hosts(["localhost", "::1", "*.Example.org.", "fd00::7"]) == [*own, "*.example.org", "[fd00::7]"]


def test_connections_send_at_once():
    async def listen() -> None:
        async with sending_at_once(None):
            pass

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        asyncio.run(listen())
        with socket.create_connection(listener.getsockname()):
            taken, _address = listener.accept()
            with taken:
                assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_only_scripts_written_in_the_page_may_run_inline():
    page = "<script>\n let a = '&amp;';\r\n</script><script src='a.js'></script><p>c</p><script type='x'>b</script>"
    assert inline_scripts(page) == ["\n let a = '&amp;';\r\n", "b"]
    policy = security_headers(page)["Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(b"\n let a = '&amp;';\n").digest()).decode()
    assert f"'sha256-{digest}'" in policy
    assert policy.count("sha256-") == 2


def test_no_script_may_be_evaluated_or_come_from_elsewhere():
    sources = security_headers("")["Content-Security-Policy"]
    allowed = dict(part.split(" ", 1) for part in sources.split("; "))
    assert allowed["default-src"] == "'none'"
    assert allowed["script-src"] == "'self' blob:"
    assert allowed["connect-src"] == "'self' data:"
    assert not [value for value in allowed.values() if "http" in value or "*" in value]


@pytest.mark.parametrize(
    ("outlines", "sources"),
    [
        ("", "'self' data:"),
        ("other.json", "'self' data:"),
        ("https://maps.example:8443/world.json", "'self' data: https://maps.example:8443"),
        ("https://a; script-src *", "'self' data:"),
    ],
)
def test_only_the_server_of_other_outlines_may_be_asked_besides(outlines, sources):
    policy = security_headers("", outlines)["Content-Security-Policy"]
    assert f"connect-src {sources};" in policy
    assert policy.count("script-src") == 1
