"""The parts of a table laid on workers: sent there, or read there from where the table lies."""

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, pairwise
from typing import Any, NamedTuple

from analysis.errors import InputError
from analysis.intake.packing import pack, unpack
from analysis.intake.progress import teller, telling
from analysis.table.in_parts import ROWS, cut_at, cut_table, even_bounds
from analysis.table.table import Table
from analysis.table.vocabulary import vocabulary
from analysis.text import _, in_language, language

# What a worker has read so far, for whoever waits.
_TOPIC = "rows that are read"


class SentPart:
    """A part on its way to a worker, or from one to another, without what was kept on it."""

    def __init__(self, table: Table):
        self.table = table

    def __reduce__(self) -> tuple:
        return _arrived, (pack(self.table),)


def _arrived(packed: bytes) -> SentPart:
    return SentPart(unpack(packed))


class Laid(NamedTuple):
    """A table whose rows lie on workers: all of it that is no row, how many rows there are, futures of its parts."""

    head: Table
    rows: int
    parts: list[Any]


def send_table(client: Any, table: Table, count: int = 0) -> Laid:
    """A table that this process has, sent to the workers in so many parts, or in one for each worker."""
    parts = [SentPart(part) for part in cut_table(table, count or len(_workers(client)))]
    return Laid(_without_rows(table), len(table.operations), client.scatter(parts, hash=False))


def read_there(client: Any, read: Callable[[], Table], seconds: float, count: int = 0) -> Laid:
    """A table that one worker reads, whose parts, so many or one for each worker, then move on to all; this process
    never has its rows.

    InputError says what is wrong with the table, or that reading it takes longer than so many seconds.
    """
    tell = teller()
    if tell:
        client.subscribe_topic(_TOPIC, lambda event: tell(event[1]))
    whole = client.submit(_read, read, language(), pure=False, retries=1)
    try:
        head, rows = client.submit(_head, whole, pure=False).result(timeout=seconds)
    except TimeoutError:
        client.cancel(whole)
        raise InputError(
            _("Reading the table took longer than {seconds} seconds, so it was stopped. Bring a smaller one.").format(
                seconds=round(seconds)
            )
        ) from None
    finally:
        if tell:
            client.unsubscribe_topic(_TOPIC)
    workers = _workers(client)
    return Laid(head.table, rows, _spread(client, whole, even_bounds(rows, count or len(workers)), workers))


def _workers(client: Any) -> list[str]:
    return sorted(client.scheduler_info(n_workers=-1)["workers"])


def _spread(client: Any, whole: Any, bounds: list[int], workers: list[str]) -> list[Any]:
    """The parts of a table that one worker has, given to all in turn.

    Where one is lost Dask has the table read once more, since it keeps how each part came about.
    """
    here = {"workers": client.who_has(whole)[whole.key]}
    cut = [
        client.submit(_cut, whole, edges, pure=False, allow_other_workers=True, **here) for edges in pairwise(bounds)
    ]
    return [
        client.submit(_keep, part, pure=False, workers=[worker], allow_other_workers=True)
        for part, worker in zip(cut, cycle(workers), strict=False)
    ]


def _read(read: Callable[[], Table], spoken: str) -> SentPart:
    from distributed import get_worker

    with in_language(spoken), telling(lambda rows: get_worker().log_event(_TOPIC, rows)):
        return SentPart(read())


def _head(whole: SentPart) -> tuple[SentPart, int]:
    return SentPart(_without_rows(whole.table)), len(whole.table.operations)


def _without_rows(table: Table) -> Table:
    rows = {name: getattr(table, name)[:0] for name in ROWS}
    return replace(table, **rows, activities=tuple(vocabulary(table)["activity"]))


def _cut(whole: SentPart, edges: tuple[int, int]) -> SentPart:
    return SentPart(cut_at(whole.table, list(edges))[0])


def _keep(part: SentPart) -> SentPart:
    return part
