"""The frozen value that holds one table of operations, its parts made once at load."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.reading.reference import Reference

# Columns of operations and of their rows that this package makes; one of that name in a file is kept as
# "status (printed)".
OWN_COLUMNS = (
    "line", "place", "activity_set", "first_start", "last_end", "status", "duration_years", "started",
    "name", "region", "subregion", "period_read", "first_year", "last_year", "activities", "territories",
)  # fmt: skip


class Switch(NamedTuple):
    """Readings that are switched off together: one text read in one way, or all texts of a column read for one reason.

    code: the line and column of the first, as links have it; texts and rows: how many different ones and on how many
    rows; fixed: a marked sentence that says why it cannot be switched off, "" where it can.
    """

    code: str
    line: int
    column: str
    printed: str
    read: str
    why: str
    texts: int
    rows: int
    fixed: str = ""


class Facet(NamedTuple):
    """A column of a user's own to filter by, and its values in the order that every list of them is shown in."""

    column: str
    values: tuple[str, ...]


class Measure(NamedTuple):
    """A column of a user's own whose numbers can be summed.

    code: what links call it.  label: its heading, and its currency.  unit: the currency, "" where none is named.
    currency_column: the column that says in which rows it is this currency, "" where all are.
    """

    code: str
    label: str
    column: str
    unit: str = ""
    currency_column: str = ""


class OwnColumns(NamedTuple):
    """Columns of a user's own table that are put to work, by the names that `operations` has them under.

    title and id: what each operation is called and numbered by, "" where no column says so.
    facets: those that can be filtered, grouped and coloured by.  measures: those that can be summed.
    latitude and longitude: where the place of each operation lies, "" where no columns say so.
    """

    title: str = ""
    id: str = ""
    facets: tuple[Facet, ...] = ()
    measures: tuple[Measure, ...] = ()
    latitude: str = ""
    longitude: str = ""


@dataclass(frozen=True, eq=False)
class Table:
    """One table of operations, as read; numbers into a part count from 0 in its order.

    operations: line, country, period, area as printed (text), further columns as they came, and
        `place` and `activity_set`, numbers of rows in `places` and of the sets below.
    spells: operation, start, end (NaT where open), start_precision, end_precision ("ongoing" and
        "unknown" beside year, month and day); in order of operation and start.
    places: each different printed country once.
    place_territories: place, iso3; one row for each territory that a printed country covers.
    set_activities: activity_set, activity; one row for each activity of a set that occurs.
    set_count: how many different sets of activities occur, the empty one included.
    period_read: for each operation, whether its whole period was read.
    readings: line, column, printed, read, why.  problems: line, column, value, problem.
    as_of: the day up to which the table speaks.
    off: the readings that are switched off; they stand in `readings` no more.
    own: further columns that are more than shown.
    activities: the order of activities where more rows than these settle it; parts: where the rows lie, if not here.
    alike: how many rows each operation stands for, where those that are alike are folded into one.
    """

    operations: pd.DataFrame
    spells: pd.DataFrame
    places: np.ndarray
    place_territories: pd.DataFrame
    set_activities: pd.DataFrame
    set_count: int
    period_read: np.ndarray
    readings: pd.DataFrame
    problems: pd.DataFrame
    reference: Reference
    as_of: date
    title: str
    file: str
    content_hash: str
    off: tuple[Switch, ...] = ()
    own: OwnColumns = field(default_factory=OwnColumns)
    activities: tuple[str, ...] = ()
    parts: Any = None
    alike: np.ndarray | None = None

    @property
    def whole(self) -> "Table":
        """The table with all its rows here."""
        return self

    @property
    def row_count(self) -> int:
        """How many rows the table has, wherever they lie."""
        if self.alike is not None:
            return int(self.alike.sum())
        return self.parts.rows if self.parts else len(self.operations)

    def tally(self, operations: np.ndarray | slice, number: np.ndarray, size: int) -> np.ndarray:
        """How many rows have each number from 0 to `size`, where each of these operations has the number beside it."""
        weights = None if self.alike is None else self.alike[operations]
        return np.bincount(number, weights, size).astype(np.int64, copy=False)

    def count_rows_of(self, operations: np.ndarray) -> int:
        """How many rows the operations of a mask stand for."""
        return int(operations.sum() if self.alike is None else self.alike[operations].sum())

    @cached_property
    def columns(self) -> list[str]:
        """The names of the columns of `operations`."""
        return list(self.operations)
