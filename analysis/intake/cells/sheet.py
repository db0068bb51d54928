"""The cells of one table as text, before anybody has asked what they mean."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.text import _


class Skipped(NamedTuple):
    """A line of the file that is no row of the table; `what` is a marked constant that says why."""

    line: int
    what: str
    text: str = ""


class Note(NamedTuple):
    """Something about the file that a reader should know; `template` is marked and filled with `values`."""

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def say(self) -> str:
        """The note in the language in force."""
        return _(self.template).format(**dict(self.values))


class SwitchedOff(NamedTuple):
    """A reading that was switched off when a file of ours was written: where, what was printed, what it was read
    as, and why, as a marked constant."""

    column: str
    printed: str
    read: str
    why: str


@dataclass(frozen=True, eq=False)
class Sheet:
    """One table as text.

    cells: one column a heading, each heading once, all text, blanks as ""; lines: the file's line of each row.
    repeated: headings that the file has more than once, as they are named in `cells`.
    tags: the HXL tag of a heading, where the file has a row of them.
    sheet, sheets: the name of this sheet and of all, for workbooks.
    as_of: what a file of ours states as its as-of date, beside the table; "" for all others.
    off: the readings that were switched off when a file of ours was written.
    events: dated facts of another sheet or file, each with its date, country and text; event_sheet: its name;
        further_events: how many more stand there.
    """

    cells: pd.DataFrame
    lines: np.ndarray
    repeated: frozenset[str] = frozenset()
    tags: tuple[tuple[str, str], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Note, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    as_of: str = ""
    off: tuple[SwitchedOff, ...] = ()
    events: tuple[tuple[str, str, str], ...] = ()
    event_sheet: str = ""
    further_events: int = 0

    def without(self, rows: np.ndarray, passed: list[Skipped]) -> "Sheet":
        """The sheet without the rows of a mask, which are said to be passed over."""
        return replace(
            self,
            cells=self.cells[~rows].reset_index(drop=True),
            lines=self.lines[~rows],
            skipped=tuple(sorted([*self.skipped, *passed])),
        )

    @property
    def titles(self) -> list[str]:
        """The texts that stand above the headings."""
        first = self.lines[0] if len(self.lines) else 0
        return [skipped.text for skipped in self.skipped if skipped.line < first and skipped.text]
