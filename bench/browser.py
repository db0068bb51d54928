"""What a user waits for, in Chromium: page load, and from a click on a filter to new numbers and charts."""

from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import find_browser

_WATCH = """
() => {
  const painted = (then) => requestAnimationFrame(() => setTimeout(then, 0));
  window.watch = { begin: 0, numbers: 0, charts: 0 };
  for (const plot of document.querySelectorAll(".js-plotly-plot"))
    plot.on("plotly_afterplot", () => painted(() => { watch.charts = performance.now(); }));
  document.addEventListener("pointerdown", () => {
    Object.assign(window.watch, { begin: performance.now(), numbers: 0, charts: 0 });
  }, true);
  new MutationObserver((changes) => {
    const watch = window.watch;
    for (const change of changes) {
      if (change.target.parentElement?.closest?.(".sentence, .numbers")
        || change.target.querySelector?.(".sentence, .numbers")) {
        painted(() => { watch.numbers = performance.now(); });
      }
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
"""
_SHIFT = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
_DRAWN = "() => document.querySelectorAll('.js-plotly-plot:has(.main-svg)').length >= 3"
_OPTIONS = ("Asia", "ongoing", "Africa", "Europe", "Americas")


def open_page(address: str):
    """A context in which a page of the dashboard is open in Chromium."""
    return _Browser(address)


class _Browser:
    def __init__(self, address: str):
        self._address = address

    def __enter__(self) -> Page:
        self._playwright = sync_playwright().start()
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        self._browser = self._playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        page = self._browser.new_page(viewport={"width": 1400, "height": 1400})
        _load(page, self._address)
        return page

    def __exit__(self, *_error) -> None:
        self._browser.close()
        self._playwright.stop()


def click_ms(page: Page, clicks: int = 24) -> tuple[float, float]:
    """The medians from mouse down on a filter option to new numbers, and to the last chart, both painted.

    Each click asks for a selection that nobody has asked for before.
    """
    page.evaluate(_WATCH)
    numbers, charts = [], []
    for turn in range(1, clicks + 1):
        # The option that changes from one number to the next in a Gray code: no set of options comes twice.
        changed = (turn & -turn).bit_length() - 1
        option = page.locator(".filters label", has_text=_OPTIONS[changed]).first
        option.click()
        page.wait_for_function("() => window.watch.numbers && window.watch.charts")
        page.wait_for_timeout(700)
        times = page.evaluate("() => window.watch")
        numbers.append(times["numbers"] - times["begin"])
        charts.append(times["charts"] - times["begin"])
    return median(numbers[4:]), median(charts[4:])


@dataclass(frozen=True)
class Visit:
    """What a first visit takes: ms until the third chart is there, bytes and requests over HTTP, and layout shift."""

    ms: float
    bytes: int
    requests: int
    shift: float


def visit_page(browser: Browser, address: str, visits: int = 5) -> tuple[Visit, float]:
    """The median of first visits, by their time, and the median ms of the visits that follow each."""
    found = sorted((_visit(browser, address) for _turn in range(visits)), key=lambda pair: pair[0].ms)
    return found[visits // 2][0], median(repeat for _visit, repeat in found)


def _visit(browser: Browser, address: str) -> tuple[Visit, float]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page, sizes = context.new_page(), []
    page.add_init_script(_SHIFT)
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda loaded: sizes.append(loaded["encodedDataLength"]))
    took = _load(page, address)
    # What comes after the last chart counts too.
    page.wait_for_timeout(1500)
    visit = Visit(took, int(sum(sizes)), len(sizes), page.evaluate("window.shift"))
    repeat = _load(page, address)
    context.close()
    return visit, repeat


def _load(page: Page, address: str) -> float:
    page.goto(address)
    page.wait_for_function(_DRAWN, timeout=120_000)
    return page.evaluate("() => performance.now()")
