"""Scripts and styles come packed to who takes them so, and the head of a page says what the browser would find late."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from api.guards.headers import inline_scripts, security_headers
from api.guards.packed import PackedFiles
from api.guards.page_head import page_head
from tests.asking import ask_app

BODY = "function draw() {}" * 100


def answer(request):
    """A file that has changed, or not, since it was asked for last."""
    if request.headers.get("if-none-match") == 'W/"1"':
        return PlainTextResponse("", 304)
    if request.url.path.endswith("none.js"):
        return PlainTextResponse("Not Found", 404)
    assert "gzip" not in request.headers.get("accept-encoding", "")
    return PlainTextResponse(BODY, headers={"ETag": '"1"'})


APP = PackedFiles(Starlette(routes=[Route("/{path:path}", answer)]), "/base")


@pytest.mark.parametrize("path", ["/base/static/js/a.js", "/base/app/static/world.json"])
def test_a_file_comes_packed_with_a_mark_that_the_server_knows_again(path):
    found = ask_app(APP, path, accept_encoding="gzip")
    assert gzip.decompress(found.body).decode() == BODY
    assert found.headers["content-encoding"] == "gzip" and found.headers["vary"] == "Accept-Encoding"
    assert int(found.headers["content-length"]) == len(found.body) < len(BODY)
    again = ask_app(APP, path, accept_encoding="gzip", if_none_match=found.headers["etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "accepts"),
    [("/base/static/a.js", "identity"), ("/base/static/a.woff2", "identity"), ("/elsewhere/a.js", "identity")],
)
def test_all_else_comes_as_it_is(path, accepts):
    assert ask_app(APP, path, accept_encoding=accepts).body.decode() == BODY


def test_a_file_that_is_not_there_is_not_there():
    assert ask_app(APP, "/base/static/none.js", accept_encoding="gzip").status == 404


def test_the_script_in_the_head_may_run_and_only_pages_with_a_map_ask_for_outlines():
    (script,) = inline_scripts(page_head("timeline"))
    policy = security_headers(page_head(""))["Content-Security-Policy"]
    assert policy == security_headers(f"<script>{script}</script>")["Content-Security-Policy"]
    assert ["world_50m" in page_head(page) for page in ("", "map", "timeline")] == [False, True, False]
    assert ["world_110m" in page_head(page) for page in ("", "map", "timeline")] == [True, False, False]
