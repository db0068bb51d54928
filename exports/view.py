"""What a file is made from: the rows of a page, in its order, and how to come back to it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.selection.select import Selected
from analysis.table.columns import OPERATION_COLUMNS
from analysis.views.rows import operation_rows, order_operations


@dataclass(frozen=True, eq=False)
class View:
    """A page's rows: the selected operations, the codes of the columns shown, their order, and the file's origin.

    link: the address that opens the view again.  made_at: when the file was asked for, in ISO 8601; nothing here
    reads the clock, so that the same view gives the same file.  version: that of the dashboard.
    """

    selected: Selected
    columns: tuple[str, ...] = tuple(OPERATION_COLUMNS)
    sort: str = "start"
    descending: bool = False
    link: str = ""
    made_at: str = "2006-12-31"
    version: str = ""

    def __post_init__(self):
        """ValueError where `made_at` is no date, before any file is begun."""
        datetime.fromisoformat(self.made_at)

    @cached_property
    def numbers(self) -> np.ndarray:
        """The numbers of the operations in the order of the view."""
        return order_operations(self.selected, self.sort, self.descending)

    @cached_property
    def all_rows(self) -> pd.DataFrame:
        """The operations in the order of the view with every column there is, by code."""
        return operation_rows(self.selected.snapshot, self.numbers)

    @property
    def rows(self) -> pd.DataFrame:
        """The operations in the order of the view with its columns, by code."""
        return self.all_rows[list(self.columns)]

    @property
    def printed(self) -> pd.DataFrame:
        """country, period, area: the operations in the order of the view as they came."""
        return self.selected.snapshot.table.operations[["country", "period", "area"]].iloc[self.numbers]

    @property
    def made(self) -> datetime:
        """`made_at` as a moment in UTC, taken for UTC where it names no time zone, for the dates of files."""
        moment = datetime.fromisoformat(self.made_at).replace(microsecond=0)
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
