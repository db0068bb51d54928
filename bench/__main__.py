"""`make bench`: the table of results."""

import logging
import os
import sys
import tempfile
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from statistics import linear_regression, quantiles

from analysis.intake.read import load_intake
from analysis.table.load import load_built_in
from bench.api import api_ms, delaying_server, small_answer_ms
from bench.browser import click_ms, open_page, visit_page
from bench.check import measure_check
from bench.counting import figure_ms, overview_counts_ms, page_counts_ms
from bench.exports import export_ms, home_seconds, large_export, sheet_ms
from bench.fuzz import FUZZ_SECONDS, fuzz
from bench.fuzz_links import fuzz_links
from bench.habits import HABITS_SECONDS, try_habits
from bench.load import people, soak
from bench.made_up import write_table
from bench.measure import machine, print_row
from bench.million import measure_million
from bench.peers.measure import measure_peers
from bench.script import script_ms
from bench.server import selections_a_second
from tests.browser.server import running_server
from widgets.frame.navigation import PAGE_TITLES

_API_GOALS = {"summary.json": "10 ms", "304": "3 ms", "operations.xlsx": "100 ms"}


def main() -> None:
    """Measure and print what the arguments name, or all: counting, exports, script, browser, server, api, large.

    Only by name, since they take minutes: million (operations), dask (workers), alike (300 selections, by every way of
    counting), peers (a page in Dash), fuzz (hostile tables and links), habits (tables made by chance), load (200
    people), soak (an hour, or SOAK_MINUTES), and check with the paths of tables to measure beside those made up.
    SERVED_AT names a server that runs, such as one of `make serve`, to be measured in place of a new one.
    """
    wanted = set(sys.argv[1:]) or {"counting", "exports", "script", "browser", "server", "api", "large"}
    logging.disable(logging.WARNING)
    print(f"Medians on {machine()}.\n\n| what | measured | goal |\n|---|---|---|")
    if "fuzz" in wanted:
        ends = fuzz(FUZZ_SECONDS)
        found = f"{ends['read']:,}, {ends['refused']:,}"
        print_row("hostile tables read, refused in a sentence", found, "no other end")
        print_row("hostile links read and answered", f"{fuzz_links(FUZZ_SECONDS):,}", "no other end")
    if "habits" in wanted:
        tried, unlike = try_habits(HABITS_SECONDS)
        print_row("tables of all habits, read otherwise than meant", f"{tried:,}, {len(unlike):,} {unlike or ''}", "0")
    if "check" in wanted:
        measure_check([argument for argument in sys.argv[1:] if Path(argument).is_file()])
    if "counting" in wanted:
        print_row("selection and all counts, 32 operations", f"{overview_counts_ms(load_built_in()):.1f} ms")
        for name, took in figure_ms(load_built_in()).items():
            print_row(f"figure: {name}, 32 operations", f"{took:.1f} ms")
    if "exports" in wanted:
        _measure_exports(100_000)
    if "script" in wanted:
        for page in PAGE_TITLES:
            new, seen = script_ms(page)
            print_row(f"script of {page}: new selection, seen before", f"{new:.0f} ms, {seen:.0f} ms", "25 ms")
    with _server() as address:
        if "browser" in wanted:
            with open_page(address) as page:
                numbers, charts = click_ms(page)
                print_row("click to new numbers, 32 operations", f"{numbers:.0f} ms", "150 ms")
                print_row("click to last chart, 32 operations", f"{charts:.0f} ms", "250 ms")
                visit, repeat = visit_page(page.context.browser, address)
                print_row("first visit, later visit, to the third chart", f"{visit.ms:.0f} ms, {repeat:.0f} ms")
                print_row(
                    "first visit over the wire", f"{visit.bytes / 1e6:.2f} MB in {visit.requests} requests", "1.5 MB"
                )
                print_row("layout shift of a first visit", f"{visit.shift:.3f}", "0.05")
        _measure_many(address, wanted)
        if "server" in wanted:
            rate, answer = selections_a_second(address)
            print_row("20 clients without pause", f"{rate:.0f} new selections/s, {answer:.0f} ms each", "60/s")
        if "api" in wanted:
            for name, took in api_ms(address).items():
                print_row(f"data API: {name}, 32 operations", f"{took:.1f} ms", _API_GOALS.get(name, ""))
            with delaying_server() as delaying:
                took = f"{small_answer_ms(address):.1f} ms, {small_answer_ms(delaying):.1f} ms"
            print_row(
                "data API: a small answer sent at once (api/guards/wire.py), as Streamlit's socket sends it", took
            )
    if "peers" in wanted:
        measure_peers()
    _measure_workers(wanted)
    if "million" in wanted:
        measure_million()
    if "large" in wanted:
        _measure_large(100_000)


def _measure_workers(wanted: set[str]) -> None:
    # They need more than is installed to run the dashboard.
    if "dask" in wanted:
        from bench.workers import measure_workers

        measure_workers()
    if "alike" in wanted:
        from bench.alike import SELECTIONS, try_alike

        for way, differ in try_alike().items():
            print_row(
                f"{SELECTIONS} selections, {way}: of which it states otherwise than one table", f"{len(differ)}", "0"
            )


def _server() -> AbstractContextManager[str]:
    address = os.environ.get("SERVED_AT")
    return nullcontext(address) if address else running_server()


def _measure_many(address: str, wanted: set[str]) -> None:
    if "load" in wanted:
        _measure_load(address)
    if "soak" in wanted:
        _measure_soak(address, 60 * float(os.environ.get("SOAK_MINUTES", "60")))


def _measure_load(address: str) -> None:
    seen = people(address, 200, 60)
    for what, seconds, goal in (("first visit", seen.visits, "1,000 ms"), ("click", seen.clicks, "300 ms")):
        half, most = (1000 * quantiles(seconds, n=20)[place] for place in (9, 18))
        print_row(
            f"200 people at a click in 10 s: {what}, median and p95 of {len(seconds):,}",
            f"{half:.0f} ms, {most:.0f} ms",
            goal,
        )
    print_row("200 people: errors", "; ".join(sorted(set(seen.errors))[:3]) or "none", "none")


def _measure_soak(address: str, seconds: float) -> None:
    seen, memory = soak(address, seconds)
    done = (
        f"{len(seen.clicks):,} clicks, {len(seen.visits):,} visits, {len(seen.files):,} files, {seen.uploads:,} uploads"
    )
    print_row(f"{seconds / 60:.0f} minutes: {done}; errors", f"{len(seen.errors)}: {sorted(set(seen.errors))[:3]}", "0")
    print_row("memory of the server by the minute, MB", ", ".join(f"{size / 1e6:.0f}" for _at, size in memory))
    settled = [(at, size) for at, size in memory if at > 600]
    if len(settled) > 2:
        slope = linear_regression(*zip(*settled, strict=True)).slope
        print_row("memory after ten minutes, by a line through it", f"{slope * 3600 / 1e6:+.0f} MB an hour", "5 MB")


def _measure_exports(operations: int) -> None:
    for title, (took, size) in export_ms(load_built_in()).items():
        goal = "100 ms" if title == "Excel" else ""
        print_row(f"file: {title}, 32 operations", f"{took:.0f} ms, {size:.0f} kB", goal)
    columns, cells = sheet_ms(operations)
    print_row(f"Excel sheet by whole columns, cell by cell, {operations:,} rows", f"{columns:.0f} ms, {cells:.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        for suffix, seconds in home_seconds(write_table(Path(folder) / "home.csv", 5_000)).items():
            print_row(
                f"file: {suffix} of 5,000 operations, written and read back with the same facts", f"{seconds:.1f} s"
            )
        path = write_table(Path(folder) / "made_up.csv", operations)
        for suffix, goal in {"csv": "1 s", "xlsx": "15 s, 500 MB", "zip": "", "json": "", "parquet": ""}.items():
            seconds, megabytes = large_export(path, suffix)
            print_row(f"file: {suffix}, {operations:,} operations", f"{seconds:.1f} s, {megabytes:.0f} MB", goal)


def _measure_large(operations: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_table(Path(folder) / "made_up.csv", operations)
        table = load_intake(path).table
        print_row(
            f"selection and all counts, {operations:,} operations", f"{overview_counts_ms(table):.0f} ms", "60 ms"
        )
        for page, took in page_counts_ms(table).items():
            print_row(f"counts of {page}, {operations:,} operations", f"{took:.0f} ms", "60 ms")
        os.environ["OPERATIONS_TABLE"] = str(path)
        with running_server() as address, open_page(address) as page:
            numbers, charts = click_ms(page)
        del os.environ["OPERATIONS_TABLE"]
        print_row(f"click to new numbers, {operations:,} operations", f"{numbers:.0f} ms", "300 ms")
        print_row(f"click to last chart, {operations:,} operations", f"{charts:.0f} ms")


if __name__ == "__main__":
    main()
