"""The time of a page's script, as Streamlit runs it, for selections not seen before."""

import time
from pathlib import Path
from statistics import median

import streamlit.runtime.scriptrunner.script_runner as script_runner
from streamlit.testing.v1 import AppTest

from analysis.counts.ask import forget_answers
from bench.server import queries

ROOT = Path(__file__).parent.parent
# A page that shows nothing much until something is chosen on it.
_CHOSEN = {"country": {"iso3": "SDN"}}


def script_ms(page: str, runs: int = 24) -> tuple[float, float]:
    """The median wall time of a page's script in ms: for new selections, and for ones seen before."""
    # Another page may have asked of the same selections.
    forget_answers()
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.run()
    if page != "overview":
        app.switch_page(f"pages/{page}.py").run()
    links = queries(1)[: runs + 3]
    with _timed_scripts() as times:
        new = _run_all(app, links, times, _CHOSEN.get(page, {}))
        seen = _run_all(app, links, times, _CHOSEN.get(page, {}))
    return new, seen


def _run_all(app: AppTest, links: list[str], times: list[float], chosen: dict[str, str]) -> float:
    longest = []
    for link in links:
        times.clear()
        app.query_params.clear()
        app.query_params.update(chosen)
        for part in link.split("&"):
            name, value = part.split("=")
            app.query_params[name] = value
        app.run()
        # The harness starts a page without the frame first, which ends at once; the page's own run is the longest.
        longest.append(max(times))
    return 1000 * median(longest[3:])


class _timed_scripts:
    """While it lasts, notes how long each script takes, apart from what a test harness adds around it."""

    def __enter__(self) -> list[float]:
        self._run = script_runner.exec_func_with_error_handling
        times: list[float] = []

        def run(*arguments):
            begin = time.perf_counter()
            try:
                return self._run(*arguments)
            finally:
                times.append(time.perf_counter() - begin)

        script_runner.exec_func_with_error_handling = run
        return times

    def __exit__(self, *_error) -> None:
        script_runner.exec_func_with_error_handling = self._run
