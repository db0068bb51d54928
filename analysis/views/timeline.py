"""The rows of the timeline: one line an operation, its spells as bars, in order and in groups."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.counts.ask import adds_up, ask, otherwise
from analysis.records import as_records
from analysis.selection.select import Selected
from analysis.table.columns import OPERATION_COLUMNS
from analysis.table.memberships import facet_memberships
from analysis.table.snapshot import Snapshot
from analysis.views.rows import operation_labels, operation_rows, order_operations

MOST_LINES = 500


class Line(NamedTuple):
    """A row of `Timeline.lines`; where it is the heading of a group, what an operation has is missing."""

    line: int
    group: str
    heading: bool
    name: str
    label: str
    region: str
    period: str
    period_read: str
    status: str
    duration_years: float
    activities: str
    codes: tuple[str, ...]
    source_line: float


class Bar(NamedTuple):
    """A row of `Timeline.bars`."""

    line: int
    start: float
    end: float
    status: str


@dataclass(frozen=True, eq=False)
class Timeline:
    """lines: line (0 on top), group, heading (true for the line that names a group), operation, label (what it is
    called), and our columns of `operation_rows`, the line in the source as source_line; codes: those of its activities,
    or of the facet that lines are parted by.
    bars: line, operation, start and end in years (2006.5 is mid-2006), status.
    more: how many further lines there are; since_start: whether years count from each first start.
    """

    lines: pd.DataFrame
    bars: pd.DataFrame
    more: int
    since_start: bool

    @cached_property
    def by_line(self) -> dict[int, Line]:
        """Each line by its number, from the top."""
        return {line.line: line for line in as_records(self.lines, Line)}

    @cached_property
    def each_bar(self) -> list[Bar]:
        """The bars one by one."""
        return as_records(self.bars, Bar)


@otherwise("the first lines of each part, put in order again, and the number of all", from_others=True)
def lay_out_timeline(
    selected: Selected,
    sort: str,
    group: str,
    since_start: bool = False,
    most: int = MOST_LINES,
    parts: str = "activity",
) -> Timeline:
    """The first lines of the chosen operations by a sort; descending for durations, ascending otherwise.

    Grouped by a facet, an operation stands in each group it belongs to; `parts` is the facet whose codes lines have.
    """
    timeline = ask(selected, lay_out_first_lines, sort, group, since_start, most, parts)
    return replace(timeline, more=max(0, ask(selected, count_lines, group) - most))


@adds_up()
def count_lines(selected: Selected, group: str) -> int:
    """How many lines of a timeline the chosen operations have, grouped by a facet or not."""
    if group == "none":
        return selected.count
    memberships = facet_memberships(selected.snapshot.table, group)
    of_holder = np.bincount(memberships.holder, minlength=memberships.holder_count)
    # What belongs to no group has a line too.
    return int((memberships.count_holders(selected.chosen) * np.maximum(of_holder, 1)).sum())


def _of_first_lines(
    selected: Selected, sort: str, group: str, _since_start: bool, most: int, _parts: str
) -> np.ndarray:
    return _first_lines(selected, sort, group, most)["operation"].to_numpy()


def _first_lines(selected: Selected, sort: str, group: str, most: int) -> pd.DataFrame:
    order = order_operations(selected, sort, descending=sort == "duration")
    if group == "none":
        return _plain_lines(order[:most])
    return _number_lines(_group(selected.snapshot, order, group).head(most))


@otherwise("the first lines of each part, put in order again", keep=False, rows=_of_first_lines)
def lay_out_first_lines(
    selected: Selected, sort: str, group: str, since_start: bool, most: int, parts: str
) -> Timeline:
    """As `lay_out_timeline` has them, without the number of further lines."""
    lines = _first_lines(selected, sort, group, most)
    held = lines[~lines["heading"]]
    numbers = held["operation"].to_numpy()
    rows = operation_rows(selected.snapshot, numbers)
    # A further column of the user's may have the name of one of these.
    shown = {"source_line" if code == "line" else code: rows[code].array for code in OPERATION_COLUMNS}
    shown |= {"label": operation_labels(selected.snapshot, numbers), "codes": _codes(selected.snapshot, numbers, parts)}
    lines = pd.concat([lines, pd.DataFrame(shown, held.index)], axis=1)
    return Timeline(lines, _bars(selected.snapshot, held, since_start), 0, since_start)


def year_moment(days: np.ndarray) -> np.ndarray:
    """Each day's begin as a moment in years: 2006-07-02 is 2006.4986."""
    days = days.astype("datetime64[D]")
    year = days.astype("datetime64[Y]")
    begin, following = year.astype("datetime64[D]"), (year + 1).astype("datetime64[D]")
    return year.astype(int) + 1970 + (days - begin) / (following - begin)


def _group(snapshot: Snapshot, order: np.ndarray, group: str) -> pd.DataFrame:
    """operation, group: in the order of the groups, inside each in the given order."""
    memberships = facet_memberships(snapshot.table, group)
    pairs = pd.DataFrame({"holder": memberships.holder, "option": memberships.option})
    ranked = pd.DataFrame({"operation": order, "holder": memberships.holder_of[order], "rank": np.arange(len(order))})
    joined = ranked.merge(pairs, on="holder", how="left").sort_values(["option", "rank"], kind="stable")
    codes = np.append(memberships.codes, "")
    return pd.DataFrame(
        {"operation": joined["operation"].to_numpy(), "group": codes[joined["option"].fillna(-1).astype(int)]}
    )


def _codes(snapshot: Snapshot, numbers: np.ndarray, facet: str) -> list[tuple[str, ...]]:
    memberships = facet_memberships(snapshot.table, facet)
    return [memberships.codes_held[number] for number in memberships.holder_of[numbers]]


def _plain_lines(order: np.ndarray) -> pd.DataFrame:
    """As `_number_lines`, without groups."""
    return pd.DataFrame({"operation": order, "group": "", "line": np.arange(len(order)), "heading": False})


def _number_lines(groups: pd.DataFrame) -> pd.DataFrame:
    """operation, group, line, heading: each group's lines after a line that names it."""
    first = ~groups["group"].duplicated().to_numpy()
    line = np.arange(len(groups)) + np.cumsum(first)
    headings = groups[first].assign(line=line[first] - 1, heading=True)
    return pd.concat([headings, groups.assign(line=line, heading=False)]).sort_values("line", ignore_index=True)


def _bars(snapshot: Snapshot, held: pd.DataFrame, since_start: bool) -> pd.DataFrame:
    spells, operation = snapshot.spells, held["operation"].to_numpy(np.int64)
    owner = spells["operation"].to_numpy()
    # Spells stand in order of operation, so those of one are a stretch.
    begin, end = (np.searchsorted(owner, operation, side) for side in ("left", "right"))
    line = np.repeat(np.arange(len(operation)), end - begin)
    bars = spells.iloc[np.concatenate([line[:0], *map(np.arange, begin, end)])]
    status = bars["status"].to_numpy(object)
    unknown = status == "unknown"
    start = bars["start"].to_numpy()
    year_end = (start.astype("datetime64[Y]") + 1).astype("datetime64[D]") - 1
    last = np.where(unknown, year_end.astype("datetime64[s]"), bars["end"].to_numpy())
    start, end = year_moment(start), year_moment(last.astype("datetime64[D]") + 1)
    first_start = snapshot.operations["first_start"].to_numpy()[operation[line]]
    origin = year_moment(first_start) if since_start else 0.0
    return pd.DataFrame(
        {
            "line": held["line"].to_numpy()[line],
            "operation": operation[line],
            "start": start - origin,
            "end": end - origin,
            "status": status,
        }
    )
