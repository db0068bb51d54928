"""The browser, and pages that fail a test on uncaught errors, on requests to other machines and on what the
Content-Security-Policy forbids."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from scripts.setup import NO_BROWSER
from tests.browser.server import running_server
from tests.chromium import find_browser

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
OWN_HOSTS = {"127.0.0.1", "localhost"}
INNER_SCHEMES = {"data", "blob", "about"}

expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not browser"` leaves them out, and run them last."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
    # Playwright keeps an event loop running until the end, in which no other test could start one.
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture
def fresh_server_url() -> Iterator[Callable[[], str]]:
    """A function that starts another server, which nobody has visited yet, and returns its address."""
    with ExitStack() as servers:
        yield lambda: servers.enter_context(running_server())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser, started once; a machine without one fails and says what to do."""
    path = find_browser()
    if path is None:
        pytest.fail(NO_BROWSER, pytrace=False)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=FLAGS)


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Callable[..., BrowserContext]:
    """A function that gives the browser profile with these options, the same one each time.

    A profile keeps the scripts that it has loaded, which is most of what opening a page costs; what a reader
    has chosen is kept by no profile but by the server, for each page of its own.
    """
    kept: dict[tuple, BrowserContext] = {}

    def profile(**options) -> BrowserContext:
        key = tuple(sorted(options.items()))
        if key not in kept:
            kept[key] = browser.new_context(**options)
        return kept[key]

    return profile


@pytest.fixture
def new_page(profiles: Callable[..., BrowserContext]) -> Iterator[Callable[..., Page]]:
    """A function that opens a page: `new_page(375, 812, color_scheme="dark")`."""
    faults: list[str] = []
    with ExitStack() as pages:

        def open_page(width: int = 1400, height: int = 900, **options) -> Page:
            page = profiles(**options).new_page()
            pages.callback(page.close)
            page.set_viewport_size({"width": width, "height": height})
            note_faults(page, faults)
            return page

        yield open_page
    assert not faults, faults


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page the size of a laptop's."""
    return new_page()


@pytest.fixture
def phone(new_page: Callable[..., Page]) -> Page:
    """A page the size of a phone's."""
    return new_page(375, 812, has_touch=True)


def note_faults(page: Page, faults: list[str]) -> None:
    """Write down each uncaught error of a page, each request of it that leaves this machine, and each thing refused."""
    page.on("pageerror", lambda error: faults.append(f"uncaught: {error}"))
    page.on("console", lambda said: "Content Security Policy" in said.text and faults.append(f"refused: {said.text}"))
    page.on("request", lambda request: leaves(request.url) and faults.append(f"outside: {request.url}"))


def leaves(url: str) -> bool:
    """Whether a request goes to another machine."""
    parts = urlsplit(url)
    return parts.scheme not in INNER_SCHEMES and parts.hostname not in OWN_HOSTS
