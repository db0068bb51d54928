"""A table of 1,000,000 operations: how soon it is there, what it takes, and how it answers."""

import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pandas as pd

from analysis.intake.read import load_intake
from bench.browser import click_ms, open_page
from bench.counting import overview_counts_ms
from bench.exports import peak_megabytes
from bench.made_up import write_dated_table, write_table
from bench.measure import print_row
from tests.browser.server import running_server


def measure_million(operations: int = 1_000_000) -> None:
    """Print the rows for a table of years and codes, and for one of days, status and further columns."""
    with tempfile.TemporaryDirectory() as folder:
        for name, write in {"years": write_table, "days": write_dated_table}.items():
            csv = write(Path(folder) / f"{name}.csv", operations)
            parquet = csv.with_suffix(".parquet")
            pd.read_csv(csv, dtype="str", keep_default_na=False).to_parquet(parquet)
            for path, goal in ((csv, "12 s"), (parquet, "3 s")):
                what = f"{operations:,} operations by {name}, {path.suffix[1:]}"
                with ProcessPoolExecutor(1, get_context("spawn")) as alone:
                    seconds, counts, megabytes = alone.submit(_load, path).result()
                print_row(f"load {what}", f"{seconds:.1f} s", goal)
                print_row(f"selection and all counts, {what}", f"{counts:.0f} ms", "150 ms")
                print_row(f"most memory, {what}", f"{megabytes:,.0f} MB", "1,500 MB")
            _measure_server(csv, f"{operations:,} operations by {name}")


def _load(path: Path) -> tuple[float, float, float]:
    """Seconds to load, ms to count, most megabytes, of a process that does only that."""
    begin = time.perf_counter()
    table = load_intake(path).table
    seconds = time.perf_counter() - begin
    return seconds, overview_counts_ms(table), peak_megabytes()


def _measure_server(path: Path, what: str) -> None:
    os.environ["OPERATIONS_TABLE"] = str(path)
    try:
        with running_server() as address, open_page(address) as page:
            numbers, charts = click_ms(page)
            print_row(f"click to new numbers, {what}", f"{numbers:.0f} ms", "400 ms")
            print_row(f"click to last chart, {what}", f"{charts:.0f} ms")
            begin = time.perf_counter()
            page.goto(f"{address}/operations")
            page.get_by_test_id("stDataFrame").wait_for()
            print_row(f"page of the table, {what}", f"{1000 * (time.perf_counter() - begin):,.0f} ms")
            print_row(f"memory of the server after that, {what}", f"{_children_megabytes():,.0f} MB", "1,500 MB")
    finally:
        del os.environ["OPERATIONS_TABLE"]


def _children_megabytes() -> float:
    """The resident memory of the largest process that this one started; not a number where the system does not say."""
    found = [float("nan")]
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            facts = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        except OSError:
            continue
        if int(facts["PPid"]) == os.getpid() and "VmRSS" in facts:
            found.append(int(facts["VmRSS"].split()[0]) / 1024)
    return max(found[1:], default=found[0])
