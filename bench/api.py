"""The data API: how long the server takes for an answer, one caller asking for one view after another."""

import http.client
import time
from itertools import cycle
from statistics import median
from urllib.parse import urlsplit

from bench.measure import RUNS
from bench.server import queries


def api_ms(address: str) -> dict[str, float]:
    """The median times of answers to selections not asked for before, and of one that the caller has already."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    times = {path: _answer_ms(connection, path, queries(1)) for path in ("summary.json", "operations.csv")}
    times["operations.xlsx"] = _answer_ms(connection, "operations.xlsx", [""])
    _status, tag = _ask(connection, "summary.json", "region=africa")
    times["304"] = _answer_ms(connection, "summary.json", ["region=africa"], {"If-None-Match": tag}, 304)
    connection.close()
    return times


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
