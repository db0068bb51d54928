"""Our first page against a small one in Dash, in one run: `make bench ARGS=peers`."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.counts.ask import ask
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.views.listed_rows import list_rows
from bench.browser import Visit, click_ms, open_page, visit_page
from bench.measure import print_row
from tests.browser.server import free_port, running_server, stop, wait_for

# A Python that has what bench/peers/requirements.txt asks for; it is no part of what the dashboard is pinned to.
PEER_PYTHON = "PEER_PYTHON"


def measure_peers(rounds: int = 3) -> None:
    """Print our times, the other page's and their ratio, from rounds in turn of which the best of each counts."""
    if not os.environ.get(PEER_PYTHON):
        print_row("against a small page in Dash", f"{PEER_PYTHON} names no Python with bench/peers/requirements.txt")
        return
    with running_server() as ours, running_dash() as theirs:
        found = [(_measure(ours), _measure(theirs)) for _round in range(rounds)]
    titles = ("click to new numbers", "click to last chart", "first visit", "repeat visit")
    for place, title in enumerate(titles):
        own, other = (min(times[side][0][place] for times in found) for side in (0, 1))
        print_row(f"{title}: ours, Dash, ratio", f"{own:.0f} ms, {other:.0f} ms, {own / other:.2f}", "1.0")
    own, other = found[-1][0][1], found[-1][1][1]
    print_row("first visit over the wire: ours, Dash", f"{_say_wire(own)}; {_say_wire(other)}", "1.5 MB")
    print_row("layout shift of a first visit: ours, Dash", f"{own.shift:.3f}, {other.shift:.3f}", "0.05")


def _measure(address: str) -> tuple[tuple[float, ...], Visit]:
    with open_page(address) as page:
        visit, repeat = visit_page(page.context.browser, address)
        return (*click_ms(page, 20), visit.ms, repeat), visit


def _say_wire(visit: Visit) -> str:
    return f"{visit.bytes / 1e6:.2f} MB in {visit.requests} requests"


@contextmanager
def running_dash() -> Iterator[str]:
    """The address of the page in Dash over the built-in table, which ends with the block."""
    with tempfile.TemporaryDirectory() as folder:
        rows, port = Path(folder) / "rows.json", free_port()
        rows.write_text(json.dumps(_rows()), "utf-8")
        command = [os.environ[PEER_PYTHON], str(Path(__file__).with_name("dash_page.py")), str(rows), str(port)]
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            if not wait_for(f"http://127.0.0.1:{port}", process):
                raise RuntimeError("The page in Dash did not start.")
            yield f"http://127.0.0.1:{port}"
        finally:
            stop(process)


def _rows() -> list[dict]:
    table = load_built_in()
    listed = ask(select(table, Selection()), list_rows, "start", False)
    return [
        {
            "region": [row.region], "activities": row.activities.split(", "), "status": [row.status],
            "first": int(row.first_year), "last": table.as_of.year if row.status == "ongoing" else int(row.last_year),
        }
        for row in listed.itertuples()
    ]  # fmt: skip
