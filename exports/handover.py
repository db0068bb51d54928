"""What a file is made from: a view, the operations it leaves, and where and when the file was asked for."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

import pandas as pd

from analysis.counts.ask import ask
from analysis.selection.select import Selected
from analysis.selection.settings import OperationsSettings
from analysis.table.columns import OPERATION_COLUMNS
from analysis.view import View, default_view, link_to
from analysis.views.listed_rows import list_printed_cells, list_rows


@dataclass(frozen=True, eq=False)
class Handover:
    """A view on its way into a file: its operations, the codes of the columns that rows have, the file's origin.

    address: that of the page, None where no page is known.  made_at: when the file was asked for, in ISO 8601; nothing
    here reads the clock, so that the same view gives the same file.  version: that of the dashboard.
    """

    selected: Selected
    view: View = field(default_factory=lambda: default_view("operations"))
    columns: tuple[str, ...] = tuple(OPERATION_COLUMNS)
    address: str | None = None
    made_at: str = "2006-12-31"
    version: str = ""

    def __post_init__(self):
        """ValueError where `made_at` is no date, before any file is begun."""
        datetime.fromisoformat(self.made_at)

    @property
    def _order(self) -> OperationsSettings:
        settings = self.view.settings
        # Only the page of operations has rows in an order of the reader's.
        return settings if isinstance(settings, OperationsSettings) else OperationsSettings()

    @property
    def sort(self) -> str:
        """What the rows are in order of."""
        return self._order.sort

    @property
    def descending(self) -> bool:
        """Whether the last of the order stands first."""
        return self._order.descending

    @property
    def link(self) -> str:
        """The address that opens the view again; "" where no page is known."""
        return "" if self.address is None else link_to(self.address, self.view.to_query())

    @cached_property
    def all_rows(self) -> pd.DataFrame:
        """The operations in the order of the view with every column there is, by code."""
        return ask(self.selected, list_rows, self.sort, self.descending)

    @property
    def rows(self) -> pd.DataFrame:
        """The operations in the order of the view with its columns, by code."""
        return self.all_rows[list(self.columns)]

    @property
    def printed(self) -> pd.DataFrame:
        """country, period, area: the operations in the order of the view as they came."""
        return ask(self.selected, list_printed_cells, self.sort, self.descending)

    @property
    def made(self) -> datetime:
        """`made_at` as a moment in UTC, taken for UTC where it names no time zone, for the dates of files."""
        moment = datetime.fromisoformat(self.made_at).replace(microsecond=0)
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
