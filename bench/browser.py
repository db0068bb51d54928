"""What a user waits for, in Chromium: page load, and from a click on a filter to new numbers and charts."""

from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.chromium import find_browser

_WATCH = """
() => {
  const painted = (then) => requestAnimationFrame(() => setTimeout(then, 0));
  window.watch = { begin: 0, numbers: 0, charts: 0 };
  document.addEventListener("pointerdown", () => {
    Object.assign(window.watch, { begin: performance.now(), numbers: 0, charts: 0 });
  }, true);
  new MutationObserver((changes) => {
    const watch = window.watch;
    for (const change of changes) {
      if (change.type === "attributes" && change.attributeName === "data-drawn") {
        painted(() => { watch.charts = performance.now(); });
      } else if (change.target.parentElement?.closest?.(".sentence, .numbers")
        || change.target.querySelector?.(".sentence, .numbers")) {
        painted(() => { watch.numbers = performance.now(); });
      }
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}
"""
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


def load_ms(page: Page, address: str, loads: int = 10) -> float:
    """The median from asking for the overview to its last chart, with what the browser keeps of earlier visits."""
    return median(_load(page, address) for _turn in range(loads))


def _load(page: Page, address: str) -> float:
    page.goto(address)
    page.wait_for_function("() => document.querySelectorAll('.figure[data-drawn]').length >= 3", timeout=120_000)
    return page.evaluate("() => performance.now()")
