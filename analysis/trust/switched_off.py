"""A table read again with some of its readings switched off; only the rows concerned are touched."""

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.intake.activity_cells import cell_parts
from analysis.intake.dates.spans import CANCELLED_END, CENTURY, CLOSED_END, LEFT_BEHIND, NO_END, SERIAL, STILL_OPEN
from analysis.reading.periods import SWITCHED_OFF
from analysis.reading.written.ways import REWRITTEN
from analysis.table.build import SPELL_COLUMNS, by_line, read_corrected
from analysis.table.load import hash_content
from analysis.table.table import Table
from analysis.trust.switches import reading_switches, switch_numbers

# What an end is without the reading that says so: for a blank one, what the other columns do not say is not said.
_OTHER_END = {
    NO_END: "unknown",
    STILL_OPEN: "unknown",
    CLOSED_END: "ongoing",
    CANCELLED_END: "ongoing",
    LEFT_BEHIND: "ongoing",
}
_DATES = frozenset((SERIAL, CENTURY)) | REWRITTEN


def table_without(table: Table, codes: tuple[str, ...]) -> Table:
    """The table with the readings of these codes switched off, the same value each time; unknown codes do nothing.

    What was read otherwise than printed is then taken as printed: a country, a date or a piece of a period that says
    nothing as it stands is listed as a problem, an activity counts under its printed name, an end that only a status or
    a blank stood for is what the blank alone says.
    """
    return _without(table, codes) if codes else table


@cached_on_value
def _without(table: Table, codes: tuple[str, ...]) -> Table:
    switches = reading_switches(table)
    chosen = [position for position, switch in enumerate(switches) if switch.code in codes and not switch.fixed]
    if not chosen:
        return table
    table = table.whole
    is_off = np.isin(switch_numbers(table), chosen)
    off = table.readings[is_off]
    table = replace(
        table,
        readings=table.readings[~is_off].reset_index(drop=True),
        content_hash=hash_content(table.content_hash, *(switches[position].code + "\0" for position in chosen)),
        off=(*table.off, *(switches[position] for position in chosen)),
    )
    ends, dates = off["why"].isin(_OTHER_END), off["why"].isin(_DATES)
    cells = off[~ends & ~dates]
    table = _other_ends(table, off[ends])
    table = _drop_dates(table, off[dates])
    table = _drop_places(table, cells[cells["column"] == "country"])
    table = _read_periods(table, cells[cells["column"] == "period"])
    return _print_activities(table, cells[cells["column"] == "area"])


def _rows_of(table: Table, off: pd.DataFrame) -> np.ndarray:
    """The numbers of the operations on the lines of some readings."""
    return np.flatnonzero(table.operations["line"].isin(off["line"]))


def _add_problems(table: Table, off: pd.DataFrame) -> pd.DataFrame:
    problems = off[["line", "column"]].assign(value=off["printed"], problem=SWITCHED_OFF)
    return by_line(table.problems, problems)


def _other_ends(table: Table, off: pd.DataFrame) -> Table:
    if off.empty:
        return table
    line_of = table.operations["line"].to_numpy()[table.spells["operation"].to_numpy()]
    other = off.drop_duplicates("line", keep="last").set_index("line")["why"].map(_OTHER_END)
    precision = pd.Series(line_of).map(other).to_numpy(object)
    open_end = table.spells["end"].isna().to_numpy() & pd.notna(precision)
    ends = np.where(open_end, precision, table.spells["end_precision"].to_numpy(object))
    return replace(table, spells=table.spells.assign(end_precision=ends))


def _drop_dates(table: Table, off: pd.DataFrame) -> Table:
    if off.empty:
        return table
    rows = _rows_of(table, off)
    read = table.period_read.copy()
    read[rows] = False
    kept = table.spells[~np.isin(table.spells["operation"], rows)].reset_index(drop=True)
    return replace(table, spells=kept, period_read=read, problems=_add_problems(table, off))


def _drop_places(table: Table, off: pd.DataFrame) -> Table:
    if off.empty:
        return table
    # A reading of a country is one of a printed text, so it goes for the place as a whole.
    dropped = table.operations["place"].iloc[_rows_of(table, off)].unique()
    kept = table.place_territories[~table.place_territories["place"].isin(dropped)].reset_index(drop=True)
    return replace(table, place_territories=kept, problems=_add_problems(table, off))


def _read_periods(table: Table, off: pd.DataFrame) -> Table:
    if off.empty:
        return table
    rows = _rows_of(table, off)
    lines, texts = (table.operations[name].iloc[rows].tolist() for name in ("line", "period"))
    off_of = {line: frozenset(zip(part["printed"], part["why"], strict=True)) for line, part in off.groupby("line")}
    periods = [read_corrected(text, table.reference, off_of[line]) for line, text in zip(lines, texts, strict=True)]
    over = set(table.readings["line"][table.readings["why"].isin((CLOSED_END, CANCELLED_END))])
    spells = [
        (row, *(spell._replace(end_precision="unknown") if spell.end is None and line in over else spell))
        for row, line, period in zip(rows, lines, periods, strict=True)
        for spell in period.spells
    ]
    kept = table.spells[~np.isin(table.spells["operation"], rows)]
    again = pd.DataFrame(spells, columns=["operation", *SPELL_COLUMNS])
    again = again.astype({"operation": kept["operation"].dtype, "start": "datetime64[s]", "end": "datetime64[s]"})
    read = table.period_read.copy()
    read[rows] = [not period.problems for period in periods]
    return replace(
        table,
        spells=pd.concat([kept, again]).sort_values("operation", kind="stable", ignore_index=True),
        period_read=read,
        readings=_replace(table.readings, lines, [p.readings for p in periods], ["printed", "read", "why"]),
        problems=_replace(table.problems, lines, [p.problems for p in periods], ["value", "problem"]),
    )


def _replace(findings: pd.DataFrame, lines: list[int], found: list[tuple], columns: list[str]) -> pd.DataFrame:
    """The findings with those on the periods of these lines replaced."""
    kept = findings[~(findings["line"].isin(lines) & (findings["column"] == "period"))]
    new = [(line, "period", *entry) for line, entries in zip(lines, found, strict=True) for entry in entries]
    return by_line(kept, pd.DataFrame(new, columns=["line", "column", *columns]))


def _print_activities(table: Table, off: pd.DataFrame) -> Table:
    if off.empty:
        return table
    pairs_of = {line: list(zip(part["printed"], part["read"], strict=True)) for line, part in off.groupby("line")}
    still = table.readings[table.readings["column"] == "area"].groupby("line")["read"].agg(set).to_dict()
    codes_of: dict[int, frozenset[str]] = {number: frozenset() for number in range(table.set_count)}
    codes_of |= table.set_activities.groupby("activity_set")["activity"].agg(frozenset).to_dict()
    number_of = {codes: number for number, codes in codes_of.items()}
    numbers = table.operations["activity_set"].to_numpy(copy=True)
    rows = _rows_of(table, off)
    lines, texts = (table.operations[name].iloc[rows].tolist() for name in ("line", "area"))
    for row, line, printed in zip(rows, lines, texts, strict=True):
        # A code may stand in the cell once more, as itself or by a reading that is in force.
        given = set(cell_parts(printed)) | still.get(line, set())
        dropped = {code for _part, code in pairs_of[line]} - given
        codes = codes_of[numbers[row]] - dropped | {part for part, _code in pairs_of[line]}
        numbers[row] = number_of.setdefault(codes, len(number_of))
    return _with_sets(table, numbers, list(number_of))


def _with_sets(table: Table, numbers: np.ndarray, sets: list[frozenset[str]]) -> Table:
    """The table with these sets of activities, only those that occur, numbered anew."""
    occurring, numbers = np.unique(numbers, return_inverse=True)
    pairs = [(new, code) for new, old in enumerate(occurring) for code in sorted(sets[old])]
    return replace(
        table,
        operations=table.operations.assign(activity_set=numbers),
        set_activities=pd.DataFrame(pairs, columns=["activity_set", "activity"]).astype(table.set_activities.dtypes),
        set_count=len(occurring),
    )
