"""A table as it stood on an as-of date: spells cut there, each operation's status and duration."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.errors import InputError
from analysis.table.durations import add_duration
from analysis.table.table import Table
from analysis.text import _

STATUSES = ("ongoing", "closed", "unknown")
_YEARS = 10_000


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A table as of a date.

    operations: those of the table (same index) with first_start and last_end (dates; last_end missing while
        ongoing or unknown), status, duration_years (so far; missing where part of the period is),
        and started, false for operations that begin after the date.
    spells: operation, start, end (cut at the date), precisions, status, duration_years, start_year, end_year
        (of a spell with an unknown end: its start year).
    years: operation, first_year, last_year: the stretches of years in which it was active, none touching twice.
    """

    table: Table
    as_of: date
    operations: pd.DataFrame
    spells: pd.DataFrame
    years: pd.DataFrame


@cached_on_value
def take_snapshot(table: Table, as_of: date | None = None) -> Snapshot:
    """The table as of a date, its own unless another is given; InputError for a date later than the table's."""
    check_day(table, as_of)
    as_of = as_of or table.as_of
    spells = _add_years(add_duration(_cut_spells(table.spells, np.datetime64(as_of, "s"))))
    return Snapshot(table, as_of, _add_status(table, spells), spells, _active_years(spells))


def check_day(table: Table, as_of: date | None) -> None:
    """Raise InputError for a date later than the table's."""
    if as_of and as_of > table.as_of:
        raise InputError(
            _("The table speaks up to {own}; it says nothing of {asked}.").format(own=table.as_of, asked=as_of)
        )


def _cut_spells(spells: pd.DataFrame, as_of: np.datetime64) -> pd.DataFrame:
    spells = spells[spells["start"].to_numpy() <= as_of]
    end = spells["end"].to_numpy()
    unknown = (spells["end_precision"] == "unknown").to_numpy()
    ongoing = ~unknown & (np.isnat(end) | (end > as_of))
    status = np.select([ongoing, unknown], ["ongoing", "unknown"], "closed")
    return spells.assign(end=np.where(ongoing, as_of, end), status=pd.Categorical(status, STATUSES))


def _add_years(spells: pd.DataFrame) -> pd.DataFrame:
    start = spells["start"].to_numpy()
    end = np.where(spells["status"] == "unknown", start, spells["end"].to_numpy())
    return spells.assign(start_year=_year(start), end_year=_year(end))


def _add_status(table: Table, spells: pd.DataFrame) -> pd.DataFrame:
    count = len(table.operations)
    operation = spells["operation"].to_numpy()
    status = spells["status"].cat.codes.to_numpy()
    ongoing = _any(operation[status == 0], count)
    # A part of the period that nobody could read has an end that nobody knows.
    unknown = ~ongoing & (_any(operation[status == 2], count) | ~table.period_read)
    whole = table.period_read & ~_any(operation[status == 2], count)
    duration = np.bincount(operation, np.nan_to_num(spells["duration_years"].to_numpy()), count)
    open_end = ongoing | unknown
    first, last = _extremes(operation, spells, count)
    return table.operations.assign(
        first_start=first,
        last_end=np.where(open_end, np.datetime64("NaT", "s"), last),
        status=pd.Categorical.from_codes(np.select([ongoing, unknown], [0, 2], 1), STATUSES),
        duration_years=np.where(whole, duration, np.nan),
        started=_any(operation, count) | ~_any(table.spells["operation"].to_numpy(), count),
    )


def _any(operation: np.ndarray, count: int) -> np.ndarray:
    found = np.zeros(count, bool)
    found[operation] = True
    return found


def _extremes(operation: np.ndarray, spells: pd.DataFrame, count: int) -> tuple[np.ndarray, np.ndarray]:
    first, last = (np.full(count, np.datetime64("NaT", "s")) for _side in range(2))
    # Spells stand in order of start, so the last written start is the first one when written backwards.
    first[operation[::-1]] = spells["start"].to_numpy()[::-1]
    last[operation] = spells["end"].to_numpy()
    return first, last


def _active_years(spells: pd.DataFrame) -> pd.DataFrame:
    """Stretches of years, so that an operation with two spells in one year is active in it once."""
    operation = spells["operation"].to_numpy()
    first, last = spells["start_year"].to_numpy(), spells["end_year"].to_numpy()
    # A spell with an unknown end may lie within the one before it, so the latest year so far is what counts.
    reach = np.maximum.accumulate(operation * _YEARS + last) % _YEARS
    begins = np.ones(len(spells), bool)
    begins[1:] = (operation[1:] != operation[:-1]) | (first[1:] > reach[:-1])
    ends = np.append(begins[1:], True) if len(begins) else begins
    return pd.DataFrame({"operation": operation[begins], "first_year": first[begins], "last_year": reach[ends]})


def _year(moments: np.ndarray) -> np.ndarray:
    return (moments.astype("datetime64[Y]").astype(np.int64) + 1970).astype(np.int32)
