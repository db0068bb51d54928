"""Many people at once, and for long: clients over Streamlit's protocol, the data API and a browser that uploads."""

import asyncio
import random
import time
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psutil
import websockets
from playwright.async_api import async_playwright

from bench.server import queries, rerun
from tests.browser.conftest import FLAGS
from tests.chromium import find_browser

_FILES = ("summary.json", "operations.csv", "operations.xlsx", "operations.parquet", "brief.html", "readings.json")
_TABLE = "country,start,end,activity\n" + "Kenya,2004,2005,Health\nMali,2001,,Water\n" * 2_000
_SECONDS_BETWEEN_CLICKS = 10


@dataclass
class Seen:
    """What the people of a bench met: seconds of first visits, of clicks, of files, and what went wrong."""

    visits: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)
    files: list[float] = field(default_factory=list)
    uploads: int = 0
    errors: list[str] = field(default_factory=list)

    @contextmanager
    def noting(self, seconds: list[float]) -> Iterator[None]:
        """Note how long the block takes, or what it ends in."""
        begin = time.perf_counter()
        try:
            yield
        except Exception as error:
            self.errors.append(f"{type(error).__name__}: {error}"[:200])
        else:
            seconds.append(time.perf_counter() - begin)


def people(address: str, count: int, seconds: float) -> Seen:
    """What so many people meet who come one after another within ten seconds, then click once in ten seconds each."""
    return asyncio.run(_together(address, seconds, [_person(number, count) for number in range(count)]))


def soak(address: str, seconds: float) -> tuple[Seen, list[tuple[float, int]]]:
    """What people meet who click, leave and come back, take files and upload tables; and the memory of the server every
    minute, in bytes, with the seconds since the start."""
    memory: list[tuple[float, int]] = []
    port = address.rsplit(":", 1)[1]
    processes = [child for child in psutil.Process().children() if port in child.cmdline()]
    crowd = [
        *(_restless(number) for number in range(20)),
        *(_taker() for _ in range(2)),
        _uploader,
        _weigher(processes, memory),
    ]
    return asyncio.run(_together(address, seconds, crowd)), memory


Part = Callable[[str, float, Seen], Awaitable[None]]


async def _together(address: str, seconds: float, parts: list[Part]) -> Seen:
    seen, end = Seen(), time.perf_counter() + seconds
    await asyncio.gather(*(part(address, end, seen) for part in parts))
    return seen


def _stream(address: str):
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    return websockets.connect(stream, subprotocols=["streamlit"], max_size=None, origin=address, open_timeout=60)


def _person(number: int, count: int) -> Part:
    async def come(address: str, end: float, seen: Seen) -> None:
        await asyncio.sleep(_SECONDS_BETWEEN_CLICKS * number / count)
        begin = time.perf_counter()
        async with _stream(address) as socket:
            with seen.noting([]):
                await asyncio.to_thread(_get, address)
                await rerun(socket, "")
                seen.visits.append(time.perf_counter() - begin)
            for query in queries(number):
                await asyncio.sleep(_SECONDS_BETWEEN_CLICKS)
                if time.perf_counter() > end:
                    return
                with seen.noting(seen.clicks):
                    await rerun(socket, query)

    return come


def _restless(number: int) -> Part:
    async def come_and_go(address: str, end: float, seen: Seen) -> None:
        chance, asked = random.Random(number), iter(queries(number) * 1000)
        while time.perf_counter() < end:
            with seen.noting(seen.visits):
                async with _stream(address) as socket:
                    for _click in range(chance.randint(1, 30)):
                        with seen.noting(seen.clicks):
                            await rerun(socket, next(asked))
                        await asyncio.sleep(chance.uniform(0.5, 4))

    return come_and_go


def _taker() -> Part:
    async def take(address: str, end: float, seen: Seen) -> None:
        chance = random.Random(1)
        asked = iter(queries(7) * 1000)
        while time.perf_counter() < end:
            with seen.noting(seen.files):
                await asyncio.to_thread(_get, f"{address}/api/{chance.choice(_FILES)}?{next(asked)}")
            await asyncio.sleep(chance.uniform(0.5, 3))

    return take


async def _uploader(address: str, end: float, seen: Seen) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        while time.perf_counter() < end:
            with seen.noting([]):
                page = await browser.new_page()
                await page.goto(f"{address}/your_table")
                file = {"name": "own.csv", "mimeType": "text/csv", "buffer": _TABLE.encode()}
                await page.locator("input[type=file]").first.set_input_files([file])
                await page.get_by_role("button", name="Use this table").click(timeout=60_000)
                await page.get_by_text("Table: own.csv").wait_for(timeout=60_000)
                seen.uploads += 1
                await page.close()
            await asyncio.sleep(5)


def _weigher(processes: list[psutil.Process], memory: list[tuple[float, int]]) -> Part:
    async def weigh(_address: str, end: float, _seen: Seen) -> None:
        begin = time.perf_counter()
        while time.perf_counter() < end:
            memory.append((time.perf_counter() - begin, sum(process.memory_info().rss for process in processes)))
            await asyncio.sleep(60)

    return weigh


def _get(address: str) -> bytes:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(address, timeout=60) as answer:
        return answer.read()
