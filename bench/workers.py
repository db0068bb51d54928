"""A table in pieces, counted in this process and on workers of this machine: `make bench ARGS=dask`."""

import tempfile
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.intake.read import load_intake
from analysis.parts.connect import connect
from analysis.parts.workers import on_workers
from analysis.table.table import Table
from bench.counting import overview_counts_ms
from bench.exports import peak_megabytes
from bench.made_up import write_table
from bench.measure import print_row

PIECES = 16


def measure_workers(operations: int = 1_000_000) -> None:
    """Print the rows for a made-up table in Parquet pieces, counted in this process and by 1 and 2 workers."""
    with tempfile.TemporaryDirectory() as folder:
        pieces = write_pieces(Path(folder), operations)
        begin = time.perf_counter()
        table = load_intake(pieces).table
        what = f"{operations:,} operations in {PIECES} Parquet pieces"
        print_row(f"load {what}", f"{time.perf_counter() - begin:.1f} s")
        print_row(f"selection and all counts, {what}, one process", f"{overview_counts_ms(table):.0f} ms")
        for workers in (1, 2):
            _measure(table, workers, what)


def write_pieces(folder: Path, operations: int) -> Path:
    """Write the made-up table of bench.made_up as Parquet pieces into a new folder and give back the folder."""
    cells = pd.read_csv(write_table(folder / "whole.csv", operations), dtype="str", keep_default_na=False)
    pieces = folder / "pieces"
    pieces.mkdir()
    edges = np.linspace(0, operations, PIECES + 1).astype(int)
    for number, (first, last) in enumerate(pairwise(edges)):
        cells.iloc[first:last].to_parquet(pieces / f"part-{number:02}.parquet")
    return pieces


def _measure(table: Table, workers: int, what: str) -> None:
    client = connect(workers)
    try:
        begin = time.perf_counter()
        parted = on_workers(table, client)
        print_row(f"send {what}, {workers} workers", f"{time.perf_counter() - begin:.1f} s")
        counts = overview_counts_ms(parted)
        print_row(f"selection and all counts, {what}, {workers} workers", f"{counts:.0f} ms", "400 ms at 10 million")
        print_row(f"most memory of a worker, {what}, {workers} workers", f"{_most_memory(client):,.0f} MB")
        assert "whole" not in vars(parted)
    finally:
        client.close()
        client.cluster.close()


def _most_memory(client) -> float:
    return max(client.run(peak_megabytes).values())
