"""The data API: how long the server takes for an answer, one caller asking for one view after another."""

import http.client
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from bench.measure import RUNS
from bench.server import queries
from scripts.setup import ROOT
from tests.browser.server import running_server

_DELAYING = f"""
import streamlit as st
from api.routes import api_routes
app = st.App({str(ROOT / "dashboard.py")!r}, routes=api_routes(""))
"""


def api_ms(address: str) -> dict[str, float]:
    """The median times of answers to selections not asked for before, and of one that the caller has already."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    times = {path: _answer_ms(connection, path, queries(1)) for path in ("summary.json", "operations.csv")}
    times["operations.xlsx"] = _answer_ms(connection, "operations.xlsx", [""])
    _status, tag = _ask(connection, "summary.json", "region=africa")
    times["304"] = _answer_ms(connection, "summary.json", ["region=africa"], {"If-None-Match": tag}, 304)
    connection.close()
    return times


def small_answer_ms(address: str) -> float:
    """The median time of an answer that costs next to nothing to make, on a connection that is kept."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    took = _answer_ms(connection, "summary.json", ["region=africa"])
    connection.close()
    return took


@contextmanager
def delaying_server() -> Iterator[str]:
    """The address of a server whose socket is as Streamlit leaves it, to measure what api/guards/wire.py brings."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "delaying.py"
        script.write_text(_DELAYING)
        with running_server(str(script)) as address:
            yield address


def _answer_ms(connection, path: str, links: list[str], headers: dict | None = None, status: int = 200) -> float:
    times = []
    for _turn, query in zip(range(RUNS + 3), cycle(links), strict=False):
        begin = time.perf_counter()
        answered, _tag = _ask(connection, path, query, headers)
        times.append(1000 * (time.perf_counter() - begin))
        assert answered == status, f"{path}?{query} answered {answered}"
    return median(times[3:])


def _ask(connection, path: str, query: str, headers: dict | None = None) -> tuple[int, str]:
    connection.request("GET", f"/api/{path}?{query}", headers=headers or {})
    response = connection.getresponse()
    response.read()
    return response.status, response.headers["ETag"]
