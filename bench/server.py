"""The server without a browser: clients that ask for one new selection after another."""

import asyncio
import time
from itertools import product
from statistics import median

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_REGIONS = ("africa", "asia", "americas", "europe")
_CODES = ("CS", "IDPs", "DDR", "OCV", "ND")


def queries(client: int) -> list[str]:
    """Links to selections in an order of its own for each client."""
    pairs = list(product(_REGIONS, _CODES, ("active", "started"), range(1990, 2007)))
    start = client * 37 % len(pairs)
    return [
        f"region={region}&activity={code}&years={year}-2006&when={when}"
        for region, code, when, year in pairs[start:] + pairs[:start]
    ]


def selections_a_second(address: str, clients: int = 20, seconds: float = 8) -> tuple[float, float]:
    """How many new selections a second the server answers, and the median answer in ms."""
    return asyncio.run(_load(address, clients, seconds))


async def _load(address: str, clients: int, seconds: float) -> tuple[float, float]:
    times: list[float] = []
    begin = time.perf_counter()
    await asyncio.gather(*(_client(address, number, seconds, times) for number in range(clients)))
    return len(times) / (time.perf_counter() - begin), 1000 * median(times)


async def _client(address: str, number: int, seconds: float, times: list[float]) -> None:
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    async with websockets.connect(stream, subprotocols=["streamlit"], max_size=None, origin=address) as socket:
        await rerun(socket, "")
        end = time.perf_counter() + seconds
        for query in queries(number):
            if time.perf_counter() > end:
                return
            begin = time.perf_counter()
            await rerun(socket, query)
            times.append(time.perf_counter() - begin)


async def rerun(socket, query: str) -> None:
    """Ask for a run of the first page with this query, and wait for its end; RuntimeError where it says an error."""
    asked = BackMsg()
    asked.rerun_script.query_string = query
    await socket.send(asked.SerializeToString())
    answer = ForwardMsg()
    while answer.WhichOneof("type") != "script_finished":
        answer.ParseFromString(await socket.recv())
        if answer.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(answer.delta.new_element.exception.message)
