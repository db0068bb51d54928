"""Tables in pieces, counted in this process and on workers of this machine: `make bench ARGS=dask`."""

import pickle
import tempfile
import time
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analysis.counts.ask import ask
from analysis.intake.read import load_intake, load_up_to
from analysis.parts.connect import connect
from analysis.parts.local import folded_here
from analysis.parts.together import set_occasion
from analysis.parts.workers import read_by_workers
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.table import Table
from analysis.views.listed_rows import list_rows
from analysis.views.row_parts import list_row_parts
from bench.counting import count_overview, next_selected, overview_counts_ms, selections
from bench.exports import peak_megabytes
from bench.made_up import make_columns
from bench.measure import print_row
from exports.tables.csv_file import csv_parts

PIECES = 16
KINDS = 20_000
PAGE_ROWS = 1_000
CSV_ROWS = 200_000
SECONDS = 900


def measure_workers(sizes: tuple[int, ...] = (1_000_000, 10_000_000)) -> None:
    """Print the rows for made-up tables in Parquet pieces, all rows different and of few kinds, of each size."""
    for operations in sizes:
        for kinds in (None, KINDS):
            with tempfile.TemporaryDirectory() as folder:
                pieces = write_pieces(Path(folder), operations, kinds)
                what = f"{operations:,} operations" + (f" of {kinds:,} kinds" if kinds else "")
                if operations == sizes[0]:
                    begin = time.perf_counter()
                    table = load_intake(pieces).table
                    print_row(f"{what}, one process: load", f"{time.perf_counter() - begin:.1f} s")
                    _measure_answers(folded_here(table), f"{what}, one process")
                for workers in (1, 2):
                    _measure(pieces, workers, f"{what}, {workers} workers")


def write_pieces(folder: Path, operations: int, kinds: int | None = None) -> Path:
    """Write made-up operations as Parquet pieces into a folder, of so many kinds or as they come; the folder."""
    few = np.stack(make_columns(kinds)) if kinds else None
    for number, size in enumerate(np.diff(np.linspace(0, operations, PIECES + 1).astype(int))):
        picked = np.random.default_rng(number)
        columns = make_columns(size, number) if few is None else few[:, picked.integers(0, kinds, size)]
        cells = pd.DataFrame(dict(zip(("country", "period", "area"), columns, strict=True)), dtype="str")
        cells.to_parquet(folder / f"part-{number:02}.parquet")
    return folder


def _measure(pieces: Path, workers: int, what: str) -> None:
    client = connect(workers)
    try:
        begin, busy = time.perf_counter(), time.process_time()
        table = read_by_workers(lambda: client, partial(load_up_to, str(pieces)), SECONDS)
        took, cpu = time.perf_counter() - begin, max(client.run(time.process_time).values())
        print_row(f"{what}: load", f"{took:.1f} s")
        print_row(f"{what}: processor time of the busiest worker, of the server", f"{cpu:.1f}, {_since(busy):.1f} s")
        _measure_answers(table, what)
        _measure_wire(client, table, what)
        print_row(f"{what}: most memory of a worker", f"{max(client.run(peak_megabytes).values()):,.0f} MB")
        print_row(f"{what}: most memory of this process so far", f"{peak_megabytes():,.0f} MB")
        assert "whole" not in vars(table)
    finally:
        client.close()
        client.cluster.close()


def _since(busy: float) -> float:
    return time.process_time() - busy


def _measure_answers(table: Table, what: str) -> None:
    set_occasion("counts")
    print_row(f"{what}: selection and all counts", f"{overview_counts_ms(table):.0f} ms", "400 ms at 10 million")
    set_occasion("rows")
    for first, place in ((0, "first"), (5 * PAGE_ROWS, "sixth")):
        begin = time.perf_counter()
        ask(select(table, Selection(status=("ongoing",))), list_rows, "start", False, first, PAGE_ROWS)
        print_row(f"{what}: {place} page of {PAGE_ROWS:,} rows", f"{1000 * (time.perf_counter() - begin):.0f} ms")
    begin = time.perf_counter()
    rows = list_row_parts(select(table, Selection()), "start", False)
    written = sum(map(len, csv_parts(islice(rows, CSV_ROWS // 20_000))))
    print_row(
        f"{what}: the first {CSV_ROWS:,} rows as CSV", f"{time.perf_counter() - begin:.1f} s, {written / 1e6:.0f} MB"
    )


def _measure_wire(client: Any, table: Table, what: str) -> None:
    """In how many messages to each worker the counts of a click come, and what the answers weigh."""
    set_occasion("counts")
    turns, gather = selections(table), client.gather
    for _turn in range(3):
        weights: list[int] = []

        def weigh(futures: list[Any], weights: list[int] = weights) -> Any:
            answers = gather(futures)
            weights.append(len(pickle.dumps(answers)))
            return answers

        client.gather = weigh
        count_overview(next_selected(table, turns))
    client.gather = gather
    print_row(f"{what}: messages to each worker, and bytes back, of a click", f"{len(weights)}, {sum(weights):,}")
