"""One operation whole: its row, its spells, its activities, and what was printed beside what was read."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.counts.ask import otherwise
from analysis.selection.select import Selected
from analysis.table.columns import further_columns
from analysis.table.memberships import facet_memberships
from analysis.table.table import Table
from analysis.trust.readings import read_sentences
from analysis.views.rows import operation_labels, operation_rows


@dataclass(frozen=True, eq=False)
class Operation:
    """row: the columns of `operation_rows`.  spells: start, end, start_precision, status, duration_years.
    activities: codes in the order of the vocabulary.  territories: ISO3 codes.
    area: its activities as printed.  readings: sentences on how its values were read.
    label: what it is called.  further: what columns of the user's own hold, by their headings, where they hold any.
    """

    row: pd.Series
    spells: pd.DataFrame
    activities: list[str]
    territories: list[str]
    area: str
    readings: list[str]
    label: str
    further: dict[str, str]


def _on_line(selected: Selected, line: int) -> np.ndarray:
    return np.flatnonzero((selected.snapshot.operations["line"] == line).to_numpy())


@otherwise("from the part that holds the line", of_whole=True, rows=_on_line)
def find_operation(selected: Selected, line: int) -> Operation | None:
    """The operation on a line of the source, whatever is chosen; None where there is none as of the date."""
    snapshot, table = selected.snapshot, selected.snapshot.table
    found = _on_line(selected, line)
    if not len(found) or not snapshot.operations["started"].iloc[found[0]]:
        return None
    number, row = found[0], operation_rows(snapshot, found[:1]).iloc[0]
    own = snapshot.spells.loc[
        snapshot.spells["operation"] == number, ["start", "end", "start_precision", "status", "duration_years"]
    ]
    return Operation(
        row=row,
        spells=own,
        activities=_codes_of(table, "activity", number),
        territories=_codes_of(table, "territory", number),
        area=table.operations["area"].iloc[number],
        readings=read_sentences(table, line),
        label=operation_labels(snapshot, found[:1])[0],
        further={name: row[name].strip() for name in further_columns(table) if row[name].strip()},
    )


def _first_printed(selected: Selected, most: int) -> np.ndarray:
    return np.flatnonzero(selected.chosen)[:most]


@otherwise("from the first parts", rows=_first_printed)
def list_printed(selected: Selected, most: int) -> pd.DataFrame:
    """line, country, period, area as printed, and readings (sentences) of the first operations of the source."""
    table = selected.snapshot.table
    numbers = _first_printed(selected, most)
    printed = table.operations.iloc[numbers][["line", "country", "period", "area"]].reset_index(drop=True)
    return printed.assign(readings=[read_sentences(table, line) for line in printed["line"]])


def _codes_of(table: Table, facet: str, number: int) -> list[str]:
    memberships = facet_memberships(table, facet)
    return list(memberships.codes_held[memberships.holder_of[number]])
