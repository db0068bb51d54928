"""A link says what it shows where it is pasted, and a page may be embedded where the setting says so."""

import pytest

from analysis.errors import InputError
from analysis.shared.setting import SETTING_FILE, read_embed_hosts, read_setting
from api.guards.headers import SecurityHeaders, security_headers
from api.preview import preview_head
from tests.asking import ask_app

TABLE = "Major operations of IOM&#x27;s Emergency and Post Crisis Division"


def test_the_head_says_what_the_view_of_a_link_shows():
    head = preview_head("/timeline?region=africa&activity=CS")
    assert head.startswith("<title>12 of 32 operations: in Africa, with Community Stabilization</title>")
    assert f"As of 2006-12-31 · {TABLE}" in head
    assert '<meta property="og:title" content="' in head and '<meta name="description" content="' in head


@pytest.mark.parametrize(
    "link", ["/nowhere", "/?region=atlantis", "/?lang=xx", "/?as_of=2030-01-01", "/?" + "&".join(["off=1"] * 300)]
)
def test_nothing_is_said_of_a_link_that_means_nothing(link):
    assert preview_head(link) == ""


def test_what_a_link_says_is_text():
    head = preview_head("/?search=%3C%2Ftitle%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%22+x%3D%22")
    assert "<script" not in head and head.count("<title>") == head.count("</title>") == 1
    assert "&lt;/title&gt;&lt;script&gt;" in head and 'x=""' not in head


def test_of_somebodys_own_table_no_more_is_said_than_the_link_does():
    head = preview_head("/map?table=%3Cb%3Eours.csv&region=africa")
    assert "A view of &lt;b&gt;ours.csv, a table that whoever sent the link has." in head
    assert "operations:" not in head


@pytest.mark.parametrize("path", ["/", "/timeline?region=africa&embed=true", "/operations?search=a%26b"])
def test_a_page_has_the_head_of_its_link(ask, path):
    # Whoever shows a preview takes packed pages too.
    answer = ask(path, accept_encoding="gzip")
    text = answer.body.decode()
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert preview_head(path) and preview_head(path) in text and "<title>Streamlit</title>" not in text


def test_a_page_whose_link_means_nothing_has_no_title_of_its_own(ask):
    assert "<title>Streamlit</title>" in ask("/?region=atlantis").body.decode()


async def page(_scope, _receive, send):
    """Answer with an empty page."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


@pytest.mark.parametrize(
    ("hosts", "path", "allowed"),
    [
        ((), "/?embed=true", "'none'"),
        (
            ("https://a.example", "https://*.b.example:8443"),
            "/?embed=true",
            "https://a.example https://*.b.example:8443",
        ),
        (("https://a.example",), "/", "'none'"),
        (("https://a.example",), "/?embed=1", "'none'"),
        (("https://a.example",), "/?search=embed%3Dtrue", "'none'"),
    ],
)
def test_only_what_asks_to_be_embedded_may_be_by_the_hosts_named(hosts, path, allowed):
    policy = ask_app(SecurityHeaders(page, security_headers(""), hosts), path).headers["content-security-policy"]
    assert policy.partition("frame-ancestors ")[2] == allowed


def test_the_setting_names_the_hosts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert read_embed_hosts() == ()
    (tmp_path / SETTING_FILE).parent.mkdir()
    (tmp_path / SETTING_FILE).write_text('embed_hosts = ["https://a.example/", "http://localhost:8080"]', "utf-8")
    assert read_embed_hosts() == ("https://a.example", "http://localhost:8080") and read_setting() is None
    for text in ('"https://a.example"', '["*"]', '["a.example"]', '["https://a.example; script-src *"]', "[5]"):
        (tmp_path / SETTING_FILE).write_text(f"embed_hosts = {text}", "utf-8")
        with pytest.raises(InputError, match="embed_hosts must be a list of addresses such as"):
            read_embed_hosts()
