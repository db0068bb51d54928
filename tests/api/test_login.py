"""Where a provider of logins is named, nothing is seen without it."""

import time
from collections.abc import Iterator

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from analysis.errors import InputError
from analysis.shared import setting
from analysis.shared.login import Login, read_login
from api.guards import login as guard
from api.guards.login import LoginRequired, is_page_of_ours
from tests.api.oidc import CLIENT, Provider, running_provider, secrets_file
from tests.browser.server import free_port, running_server

TOKEN = "a token of the settings, long enough"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """A provider that can be told to lie."""
    with running_provider() as one:
        yield one


@pytest.fixture(scope="module")
def dashboard(provider, tmp_path_factory) -> Iterator[str]:
    """The address of a dashboard that asks this provider."""
    port, secrets = free_port(), tmp_path_factory.mktemp("login") / "secrets.toml"
    secrets.write_text(secrets_file(f"{provider.address}/.well-known/openid-configuration", f"http://127.0.0.1:{port}"))
    with running_server(port=port, options=[f"--secrets.files={secrets}"]) as address:
        yield address


@pytest.fixture
def browser(dashboard) -> Iterator[httpx2.Client]:
    """What a browser does, without showing anything."""
    with httpx2.Client(base_url=dashboard, headers={"Accept": "text/html"}, trust_env=False) as client:
        yield client


CLOSED = [
    "/api/summary.json", "/api/operations.csv", "/app/static/world_50m.json", "/_stcore/stream", "/media/none",
    "/component/none", "/_stcore/upload_file/a/b", "/_stcore/script-health-check", "/", "/timeline", "//timeline",
]  # fmt: skip


@pytest.mark.parametrize("path", CLOSED)
def test_nothing_is_told_to_a_program_without_a_token(dashboard, path):
    answer = httpx2.get(f"{dashboard}{path}", headers={"Accept": "*/*"}, trust_env=False)
    assert answer.status_code == 401 and answer.json() == {"error": "Sign in, or send a token."}


@pytest.mark.parametrize("path", ["/api/health", "/api/ready", "/_stcore/health"])
def test_health_is_told_to_everybody(dashboard, path):
    assert httpx2.get(f"{dashboard}{path}", trust_env=False).status_code == 200


def test_whoever_signs_in_comes_to_the_page_that_they_wanted_and_signs_out_again(browser, provider):
    answer = browser.get("/timeline?region=africa&activity=CS", follow_redirects=True)
    assert answer.status_code == 200 and str(answer.url).endswith("/timeline?region=africa&activity=CS")
    assert "<title>12 of 32 operations" in answer.text
    assert browser.get("/api/summary.json").status_code == 200
    browser.get("/auth/logout")
    assert browser.get("/api/summary.json").status_code == 401


LIES = [
    {"iss": "https://elsewhere.example"},
    {"aud": "another"},
    {"exp": 1_000_000_000},
    {"nonce": "of another time"},
    {"nonce": None},
]


@pytest.mark.parametrize("lie", LIES, ids=str)
def test_a_login_that_is_not_right_is_none(browser, provider, monkeypatch, lie):
    monkeypatch.setattr(provider, "lies", lie)
    answer = browser.get("/timeline", follow_redirects=True)
    assert answer.status_code == 403 and "Signing in failed." in answer.text
    assert browser.get("/api/summary.json").status_code == 401


def test_an_answer_of_the_provider_counts_once(browser, provider):
    answer = browser.get("/timeline", follow_redirects=True)
    callback = next(str(step.url) for step in answer.history if "/oauth2callback" in str(step.url))
    with httpx2.Client(headers={"Accept": "text/html"}, trust_env=False) as other:
        assert other.get(callback).status_code == 403
    browser.cookies.delete("_streamlit_user")
    assert browser.get(callback).status_code == 403


def test_a_cookie_that_nobody_signed_is_none(dashboard):
    cookies = {"_streamlit_user": '{"is_logged_in": true}'}
    assert httpx2.get(f"{dashboard}/api/summary.json", cookies=cookies, trust_env=False).status_code == 401


def bearer(dashboard: str, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx2.get(f"{dashboard}/api/summary.json", headers=headers, trust_env=False).status_code


def test_a_program_comes_in_by_a_token_of_the_provider(dashboard, provider):
    assert bearer(dashboard, provider.token()) == 200


@pytest.mark.parametrize("lie", LIES[:3], ids=str)
def test_a_token_that_is_not_right_is_none(dashboard, provider, lie):
    assert bearer(dashboard, provider.token(**lie)) == 401


def test_a_token_is_good_to_the_second(dashboard, provider):
    assert bearer(dashboard, provider.token(exp=int(time.time()) - 1)) == 401


def test_a_token_of_another_key_is_none(dashboard, provider):
    with running_provider() as other:
        assert bearer(dashboard, other.token(iss=provider.address)) == 401
    head, body, _signature = provider.token().split(".")
    assert bearer(dashboard, f"{head}.{body}.") == 401


@pytest.fixture
def ask_as(monkeypatch):
    """A function that asks an app as somebody, with rules on who may."""

    def ask(user: dict | None, rules: dict, path: str = "/timeline", **headers: str):
        app = Starlette(
            routes=[Route("/{path:path}", lambda _request: PlainTextResponse("seen"))],
            middleware=[Middleware(LoginRequired, Login("http://none.example", CLIENT, "secret", **rules))],
        )
        monkeypatch.setattr(guard, "signed_in", lambda _cookies: user)
        return TestClient(app).get(path, headers={"Accept": "text/html", **headers})

    return ask


@pytest.mark.parametrize(
    ("user", "rules", "status"),
    [
        ({"email": "a@Example.org", "email_verified": True}, {"domains": ("example.org",)}, 200),
        ({"email": "a@example.org", "email_verified": False}, {"domains": ("example.org",)}, 403),
        ({"email": "a@example.org"}, {"domains": ("example.org",)}, 403),
        ({"email": "a@evil-example.org", "email_verified": True}, {"domains": ("example.org",)}, 403),
        ({"email": "example.org", "email_verified": True}, {"domains": ("example.org",)}, 403),
        ({"sub": "a"}, {"domains": ("example.org",)}, 403),
        ({"groups": ["staff", "desk"]}, {"groups": ("desk",)}, 200),
        ({"groups": "desk"}, {"groups": ("desk",)}, 200),
        ({"groups": ["desks"]}, {"groups": ("desk",)}, 403),
        ({"groups": ["desk"]}, {"domains": ("example.org",), "groups": ("desk",)}, 200),
        ({"sub": "a"}, {}, 200),
    ],
)
def test_domains_and_groups_say_who_may_enter(ask_as, user, rules, status):
    answer = ask_as(user, rules)
    assert answer.status_code == status
    assert ("seen" in answer.text) == (status == 200)


def test_who_may_not_enter_is_told_so_in_their_language_with_a_way_out(ask_as):
    answer = ask_as({"email": "<b>@x.org"}, {"groups": ("desk",)}, Cookie="language=fr")
    assert "&lt;b&gt;@x.org" in answer.text and "/auth/logout" in answer.text
    assert "may not see" not in answer.text


def test_a_token_of_the_settings_lets_a_program_in_and_opens_no_page(ask_as):
    rules = {"tokens": (TOKEN,), "groups": ("desk",)}
    assert ask_as(None, rules, "/api/summary.json", Authorization=f"Bearer {TOKEN}").text == "seen"
    assert ask_as(None, rules, "/api/summary.json", Authorization=f"Bearer {TOKEN}x").status_code == 401
    assert ask_as(None, rules, "/app/static/a.json", Authorization=f"Bearer {TOKEN}", Accept="*/*").status_code == 401


def test_a_websocket_of_nobody_is_refused():
    async def talk(socket) -> None:
        await socket.accept()

    app = Starlette(
        routes=[WebSocketRoute("/_stcore/stream", talk)],
        middleware=[Middleware(LoginRequired, Login("http://none.example", CLIENT, "secret"))],
    )
    with pytest.raises(WebSocketDisconnect), TestClient(app).websocket_connect("/_stcore/stream"):
        pytest.fail("let in")


@pytest.mark.parametrize("address", ["//evil.example/a", "https://evil.example", "/\\evil.example", "", "/a\r\nb", "a"])
def test_nobody_is_led_elsewhere_after_signing_in(address):
    assert not is_page_of_ours(address)
    assert is_page_of_ours("/timeline?region=africa")


RIGHT = {"redirect_uri": "r", "cookie_secret": "c", "client_id": "i", "client_secret": "s", "server_metadata_url": "u"}


def test_half_a_login_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(setting, "SETTING_FILE", tmp_path / "operations.toml")
    assert read_login(None) is None
    with pytest.raises(InputError, match=r"\[auth\] lacks cookie_secret, client_secret\."):
        read_login({**RIGHT, "cookie_secret": "", "client_secret": None})
    setting.SETTING_FILE.write_text('[login]\ndomains = ["Example.org"]\n')
    assert read_login(RIGHT) == Login("u", "i", "s", ("example.org",))
    with pytest.raises(InputError, match=r"no section \[auth\]"):
        read_login({})
    for wrong in ("login = 1", "[login]\nusers = []", "[login]\ndomains = [1]", '[login]\ntokens = ["short"]'):
        setting.SETTING_FILE.write_text(wrong)
        with pytest.raises(InputError, match=r"login|token"):
            read_login(RIGHT)
