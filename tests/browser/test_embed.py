"""A page embedded on another origin stands alone, with its source and a link to the whole, where a setting says so."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from scripts.setup import ROOT, SERVER
from tests.browser.server import running_server


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *_arguments) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Iterator[tuple[str, str]]:
    """The address of a page elsewhere with two frames, and that of the dashboard in them, which knows its host."""
    folder, pages = tmp_path_factory.mktemp("served"), tmp_path_factory.mktemp("pages")
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(pages)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    (folder / ".streamlit/operations.toml").write_text(f'embed_hosts = ["{address}"]', "utf-8")
    try:
        with running_server(str(ROOT / SERVER), folder) as ours:
            frames = [f"<iframe src='{ours}/timeline?region=africa{end}'></iframe>" for end in ("&amp;embed=true", "")]
            (pages / "index.html").write_text("".join(frames), "utf-8")
            yield address, ours
    finally:
        server.shutdown()


def test_a_page_is_embedded_where_its_host_is_named(profiles, elsewhere):
    address, ours = elsewhere
    page = profiles().new_page()
    page.goto(address)
    frame = page.frame_locator("iframe").first
    expect(frame.get_by_role("heading", name="Timeline")).to_be_visible(timeout=60_000)
    expect(frame.get_by_text("13 of 32 operations: in Africa").first).to_be_visible()
    link = frame.get_by_role("link", name="Open the whole view")
    expect(link).to_have_attribute("href", f"{ours}/timeline?region=africa")
    expect(link).to_have_attribute("target", "_blank")
    expect(frame.get_by_text("Source: IOM in Emergency")).to_be_visible()
    for name in ("Overview", "Copy link", "Clear all"):
        expect(frame.get_by_text(name, exact=True).locator("visible=true")).to_have_count(0)
    # What does not ask to be embedded is the whole dashboard, which nobody may put into a page of theirs.
    assert not page.frames[2].url.startswith(ours)
    # Nothing there is to be chosen.
    expect(frame.get_by_role("combobox").locator("visible=true")).to_have_count(0)
    for path in ("compare", "operations"):
        page.goto(f"{ours}/{path}?region=africa&embed=true")
        expect(page.get_by_role("link", name="Open the whole view")).to_be_visible()
        expect(page.get_by_role("combobox").locator("visible=true")).to_have_count(0)
        expect(page.get_by_role("button", name="Copy rows").locator("visible=true")).to_have_count(0)
        expect(page.get_by_text("Compare with what you choose here").locator("visible=true")).to_have_count(0)
    page.close()
