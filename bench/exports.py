"""Writing the files that a view can be taken away as."""

import io
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

from analysis.counts.ask import ask
from analysis.counts.summary import summarise
from analysis.intake.read import load_intake, read_intake
from analysis.selection.select import select
from analysis.selection.selection import Selection
from analysis.table.table import Table
from bench.measure import median_ms
from exports.excel.sheets import Book, LongSheet
from exports.formats import FORMATS
from exports.handover import Handover


def export_ms(table: Table) -> dict[str, tuple[float, float]]:
    """For each format by title the time of writing the whole table, the view made anew each time, and its kilobytes."""
    selected = select(table, Selection())
    return {
        kind.title: (
            median_ms(lambda kind=kind: kind.write(Handover(selected))), len(kind.write(Handover(selected))) / 1000
        )
        for kind in FORMATS
    }  # fmt: skip


def home_seconds(path: Path) -> dict[str, float]:
    """For each kind of file that states its facts the seconds to write a table and read it back, both giving the same
    facts; ValueError where they do not."""
    table = load_intake(path).table
    selected = select(table, Selection())
    took = {}
    for kind in FORMATS:
        if kind.suffix in ("xlsx", "zip", "json", "parquet"):
            begin = time.perf_counter()
            again = read_intake(kind.write(Handover(selected))).table
            took[kind.suffix] = time.perf_counter() - begin
            if _facts(again) != _facts(table):
                raise ValueError(f"{kind.suffix} came home with other facts")
    return took


def _facts(table: Table) -> dict:
    found = ask(select(table, Selection()), summarise)
    found["duration_years"]["total"] = round(found["duration_years"]["total"], 4)
    return {name: found[name] for name in found if name not in ("readings", "problems", "not_started")}


def large_export(path: Path, suffix: str) -> tuple[float, float]:
    """The seconds that the first file of a table takes, and the most memory (MB) of a process that only does that."""
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        return alone.submit(_write_once, path, suffix).result()


def _write_once(path: Path, suffix: str) -> tuple[float, float]:
    selected = select(load_intake(path).table, Selection())
    kind = next(kind for kind in FORMATS if kind.suffix == suffix)
    begin = time.perf_counter()
    kind.write(Handover(selected))
    return time.perf_counter() - begin, peak_megabytes()


def sheet_ms(rows: int) -> tuple[float, float]:
    """The time of a sheet of ten columns with few different texts by whole columns, and cell by cell."""
    texts = [f"text {row % 50}" for row in range(rows)]

    def by_columns(book: Book, sheet: LongSheet) -> None:
        rendered = {text: sheet.render(text) for text in set(texts)}
        sheet.write_columns([[rendered[text] for text in texts]] * 10)

    def by_cells(book: Book, sheet: LongSheet) -> None:
        for row, text in enumerate(texts, 1):
            for column in range(10):
                book.write(sheet, row, column, text)

    return _sheet_ms(by_columns), _sheet_ms(by_cells)


def _sheet_ms(fill: Callable[[Book, LongSheet], None]) -> float:
    begin = time.perf_counter()
    book = Book(io.BytesIO(), "made up", datetime(2006, 12, 31))
    fill(book, book.add_sheet("Operations", ""))
    book.workbook.close()
    return 1000 * (time.perf_counter() - begin)


def peak_megabytes() -> float:
    """The most memory that this process has held; not a number where the system does not say."""
    try:
        import resource
    except ImportError:
        # Windows does not say.
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
