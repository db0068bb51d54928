"""A table whose rows lie in parts, in this process or on workers, and come here only where somebody asks for rows."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import fields, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
import pandas as pd

from analysis.table.snapshot import Snapshot, take_snapshot
from analysis.table.table import Table
from analysis.table.vocabulary import vocabulary

ROWS = ("operations", "spells", "period_read", "readings", "problems")


class TableParts(Protocol):
    """Where the parts of a table lie, and the table folded, where that is here."""

    rows: int
    folded: Table | None

    def answers(self, selected: Any, question: Callable, arguments: tuple[Hashable, ...] = ()) -> list[Any]:
        """What a question about a selection gives in each part; InputError where the parts cannot be reached."""

    def answers_each(self, selected: Any, question: Callable, arguments: list[tuple[Hashable, ...]]) -> list[Any]:
        """The same with other arguments for each part."""

    def rehearse(self, selected: Any, question: Callable, arguments: tuple[Hashable, ...]) -> None:
        """Find out what a question asks that asks others, so that all of it can be asked at once."""

    def __len__(self) -> int:
        """How many parts there are."""

    def tables(self) -> list[Table]:
        """The parts themselves, brought here."""


class TableInParts(Table):
    """A table that knows all that is the same for its parts; its rows are brought here when they are first read."""

    def __init__(self, table: Table, parts: TableParts):
        shared = {field.name: getattr(table, field.name) for field in fields(Table) if field.name not in ROWS}
        for name, value in (shared | {"parts": parts, "activities": tuple(vocabulary(table)["activity"])}).items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "columns", table.columns)

    @cached_property
    def whole(self) -> Table:
        """The table with its rows, once they are brought here."""
        assert self.parts
        return join_tables(self.parts.tables(), self)

    operations = cached_property(lambda self: self.whole.operations)
    spells = cached_property(lambda self: self.whole.spells)
    period_read = cached_property(lambda self: self.whole.period_read)
    readings = cached_property(lambda self: self.whole.readings)
    problems = cached_property(lambda self: self.whole.problems)


class SnapshotInParts(Snapshot):
    """A table in parts as of a date, its rows worked out where they are first read."""

    def __init__(self, table: Table, as_of: date):
        for name, value in (("table", table), ("as_of", as_of)):
            object.__setattr__(self, name, value)

    operations = cached_property(lambda self: take_snapshot(self.table.whole, self.as_of).operations)
    spells = cached_property(lambda self: take_snapshot(self.table.whole, self.as_of).spells)
    years = cached_property(lambda self: take_snapshot(self.table.whole, self.as_of).years)


def cut_table(table: Table, count: int) -> list[Table]:
    """The table in so many parts of about equal length, or fewer where it has fewer rows, all by the same numbers."""
    return cut_at(table, even_bounds(len(table.operations), count))


def even_bounds(rows: int, count: int) -> list[int]:
    """Where so many parts of about equal length begin and end, or fewer where there are fewer rows."""
    return np.linspace(0, rows, max(1, min(count, rows)) + 1).astype(int).tolist()


def cut_at(table: Table, bounds: list[int]) -> list[Table]:
    """The table in parts that begin and end at these rows, the first of which is 0 and the last the number of rows."""
    order = tuple(vocabulary(table)["activity"])
    return [_part(table, first, last, order) for first, last in pairwise(bounds)]


def join_tables(parts: list[Table], head: Table) -> Table:
    """The parts one after the other, under the name of their head."""
    if len(parts) == 1:
        return replace(parts[0], content_hash=head.content_hash)
    return replace(
        parts[0],
        **stack_rows([{name: getattr(part, name) for name in ROWS} for part in parts]),
        content_hash=head.content_hash,
        alike=None if parts[0].alike is None else np.concatenate([part.alike for part in parts]),
    )


def _part(table: Table, first: int, last: int, order: tuple[str, ...]) -> Table:
    # Nothing is kept under the name of the whole that is true of a part alone.
    return replace(table, **take_rows(table, np.arange(first, last)), content_hash="", activities=order)


def take_rows(table: Table, numbers: np.ndarray) -> dict[str, Any]:
    """The operations of these numbers in the order of the table, with all that hangs on them, by the names of ROWS."""
    held = np.zeros(len(table.operations), bool)
    held[numbers] = True
    of_spell = table.spells["operation"].to_numpy()
    spells, lines = table.spells[held[of_spell]], table.operations["line"].to_numpy()[held]
    return {
        "operations": table.operations[held].reset_index(drop=True),
        "spells": spells.assign(operation=(np.cumsum(held) - 1)[of_spell[held[of_spell]]]).reset_index(drop=True),
        "period_read": table.period_read[held],
        "readings": table.readings[table.readings["line"].isin(lines)].reset_index(drop=True),
        "problems": table.problems[table.problems["line"].isin(lines)].reset_index(drop=True),
    }


def stack_rows(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """What `take_rows` gave of several parts, one after the other."""
    begins = np.cumsum([0, *(len(part["operations"]) for part in parts)])
    moved = [p["spells"].assign(operation=p["spells"]["operation"] + b) for p, b in zip(parts, begins, strict=False)]
    return {
        "spells": _below(moved),
        "period_read": np.concatenate([part["period_read"] for part in parts]),
        **{name: _below([part[name] for part in parts]) for name in ("operations", "readings", "problems")},
    }


def with_rows(head: Table, parts: list[dict[str, Any]]) -> Table:
    """A table that has these rows of its parts and no others."""
    shared = {field.name: getattr(head, field.name) for field in fields(Table) if field.name not in ROWS}
    return Table(**{**shared, **stack_rows(parts), "parts": None, "content_hash": ""})


def _below(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    frames = list(frames)
    filled = [frame for frame in frames if len(frame)] or frames[:1]
    return pd.concat(filled, ignore_index=True)
