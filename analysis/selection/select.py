"""The operations that a selection leaves, and the number beside each option."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.selection.selection import FACETS, Selection
from analysis.table.in_parts import SnapshotInParts
from analysis.table.memberships import (
    facet_memberships,
    search_key,
    search_texts,
    search_titles,
    status_codes,
    status_numbers,
)
from analysis.table.snapshot import STATUSES, Snapshot, check_day, take_snapshot
from analysis.table.table import Table
from analysis.table.vocabulary import vocabulary


@dataclass(frozen=True, eq=False)
class Selected:
    """The operations of a snapshot that a selection leaves.

    chosen: a mask over the table's operations.  total: how many there are without a filter.
    not_started: a mask of those that begin after the as-of date and are chosen but for that.
    conditions: for each facet that asks something, the mask of the operations that meet it.
    left_out: another selection whose operations are not among these, though they meet the conditions.
    """

    snapshot: Snapshot
    selection: Selection
    chosen: np.ndarray
    not_started: np.ndarray
    conditions: dict[str, np.ndarray]
    left_out: Selection | None = None

    @property
    def filtered(self) -> bool:
        """Whether any condition is in force; an as-of date is none."""
        selection = self.selection
        conditions = (
            *(getattr(selection, facet) for facet in FACETS),
            selection.own,
            selection.years,
            selection.search,
        )
        return any(conditions) or self.left_out is not None

    @property
    def whole(self) -> "Selected":
        """The selection with its rows here."""
        return self

    @cached_property
    def count(self) -> int:
        """How many operations are chosen."""
        return self.snapshot.table.count_rows_of(self.chosen)

    @cached_property
    def total(self) -> int:
        """How many operations the snapshot holds, those not yet started left out."""
        return self.snapshot.table.count_rows_of(self.snapshot.operations["started"].to_numpy())

    @cached_property
    def operations(self) -> pd.DataFrame:
        """The chosen rows of the snapshot's operations."""
        return self.snapshot.operations[self.chosen]

    @cached_property
    def spells(self) -> pd.DataFrame:
        """All spells of the chosen operations."""
        return self.snapshot.spells[self.chosen[self.snapshot.spells["operation"].to_numpy()]]

    @cached_property
    def years(self) -> pd.DataFrame:
        """The stretches of active years of the chosen operations."""
        return self.snapshot.years[self.chosen[self.snapshot.years["operation"].to_numpy()]]


class SelectedInParts(Selected):
    """What a selection leaves of a table in parts; which rows these are is worked out where somebody asks for rows."""

    def __init__(self, table: Table, selection: Selection, left_out: Selection | None = None):
        check_day(table, selection.as_of)
        snapshot = SnapshotInParts(table, selection.as_of or table.as_of)
        for name, value in (("snapshot", snapshot), ("selection", selection), ("left_out", left_out)):
            object.__setattr__(self, name, value)

    @cached_property
    def whole(self) -> Selected:
        """The same of the whole table, its rows brought here."""
        return select_without(self.snapshot.table.whole, self.selection, self.left_out)

    @cached_property
    def folded(self) -> Selected | None:
        """The same of the folded table; None where there is none, or where what is searched for is not in it."""
        table = self.snapshot.table
        return (
            None
            if table.parts.folded is None or needs_texts(table, self.selection)
            else select_without(table.parts.folded, self.selection, self.left_out)
        )

    @cached_property
    def count(self) -> int:
        """How many operations are chosen."""
        return self.folded.count if self.folded else sum(self.snapshot.table.parts.answers(self, count_chosen))

    @cached_property
    def total(self) -> int:
        """How many operations the snapshot holds, those not yet started left out."""
        return self.folded.total if self.folded else sum(self.snapshot.table.parts.answers(self, count_started))

    chosen = cached_property(lambda self: self.whole.chosen)
    not_started = cached_property(lambda self: self.whole.not_started)
    conditions = cached_property(lambda self: self.whole.conditions)


def count_chosen(selected: Selected) -> int:
    """How many operations of a part are chosen."""
    return selected.count


def count_started(selected: Selected) -> int:
    """How many operations of a part have begun."""
    return selected.total


def select(table: Table, selection: Selection) -> Selected:
    """The operations that meet every condition of a selection, as of its date."""
    if table.parts:
        return SelectedInParts(table, selection)
    snapshot = take_snapshot(table, selection.as_of)
    conditions = dict(_conditions(snapshot, selection))
    started = snapshot.operations["started"].to_numpy()
    timeless = [mask for name, mask in conditions.items() if name not in ("years", "status")]
    return Selected(
        snapshot=snapshot,
        selection=selection,
        chosen=_all(started, conditions.values()),
        not_started=_all(~started, timeless),
        conditions=conditions,
    )


def select_without(table: Table, selection: Selection, left_out: Selection | None) -> Selected:
    """What a selection leaves of a table, without the operations of another one if there is one."""
    selected = select(table, selection)
    return selected if left_out is None else leave_out(selected, select(table, left_out))


def needs_texts(table: Table, selection: Selection) -> bool:
    """Whether a selection asks for titles or ids, which a folded table has no more."""
    return bool(selection.search and (table.own.title or table.own.id))


def leave_out(selected: Selected, other: Selected) -> Selected:
    """The operations of one selection that another one leaves out."""
    if isinstance(selected, SelectedInParts):
        return SelectedInParts(selected.snapshot.table, selected.selection, other.selection)
    outside = ~other.chosen
    return replace(
        selected,
        chosen=selected.chosen & outside,
        conditions=selected.conditions | {"left-out": outside},
        left_out=other.selection,
    )


def count_options(selected: Selected) -> dict[str, dict[str, int]]:
    """For each facet, by code: how many operations would be left.

    That is with only this option in its facet; for activities under all, none or exactly, with this option
    added to those chosen. Every other facet stays as it is.
    """
    counts = {}
    for facet in vocabulary(selected.snapshot.table):
        others = [mask for name, mask in selected.conditions.items() if name != facet]
        rest = _all(selected.snapshot.operations["started"].to_numpy(), others)
        counts[facet] = dict(
            zip(vocabulary(selected.snapshot.table)[facet], _count_facet(selected, facet, rest), strict=True)
        )
    return counts


def _all(start: np.ndarray, masks) -> np.ndarray:
    chosen = start.copy()
    for mask in masks:
        chosen &= mask
    return chosen


def _conditions(snapshot: Snapshot, selection: Selection):
    table = snapshot.table
    for facet in vocabulary(table):
        if facet != "status" and (wanted := selection.chosen(facet)):
            memberships = facet_memberships(table, facet)
            has = (
                match_sets(table, wanted, selection.match) if facet == "activity" else memberships.holders_with(wanted)
            )
            yield facet, has.astype(bool)[memberships.holder_of]
    if selection.status:
        codes = status_codes(snapshot.operations)
        yield "status", np.isin(codes, status_numbers(selection.status))
    if selection.years:
        yield "years", _in_years(snapshot, *selection.years, selection.when)
    if selection.search:
        yield "search", _named_like(table, search_key(selection.search))


def _named_like(table: Table, wanted: str) -> np.ndarray:
    """The operations whose place, title or id holds a folded text."""
    of_place = np.array([wanted in text for text in search_texts(table)], bool)
    named = of_place[table.operations["place"].to_numpy()]
    if not (table.own.title or table.own.id):
        return named
    return named | np.array([wanted in text for text in search_titles(table)], bool)


def match_sets(table: Table, codes: tuple[str, ...], match: str) -> np.ndarray:
    """For each set of activities whether it has any, all, none or exactly these codes."""
    memberships = facet_memberships(table, "activity")
    wanted = len(set(codes))
    having = memberships.holders_with(codes)
    if match == "any":
        return having > 0
    if match == "none":
        return having == 0
    size = np.bincount(memberships.holder, minlength=memberships.holder_count)
    return (having == wanted) & ((match == "all") | (size == wanted))


def _in_years(snapshot: Snapshot, first: int, last: int, when: str) -> np.ndarray:
    spells = snapshot.spells
    start, end = spells["start_year"].to_numpy(), spells["end_year"].to_numpy()
    if when == "active":
        meets = (start <= last) & (end >= first)
    elif when == "started":
        meets = (start >= first) & (start <= last)
    else:
        meets = (end >= first) & (end <= last) & (spells["status"].cat.codes.to_numpy() == STATUSES.index("closed"))
    chosen = np.zeros(len(snapshot.operations), bool)
    chosen[spells["operation"].to_numpy()[meets]] = True
    return chosen


def _count_facet(selected: Selected, facet: str, rest: np.ndarray) -> list[int]:
    table = selected.snapshot.table
    if facet == "status":
        return table.tally(rest, status_codes(selected.snapshot.operations)[rest], len(STATUSES)).tolist()
    if facet == "activity" and selected.selection.match != "any":
        return _count_additions(selected, rest).tolist()
    return facet_memberships(table, facet).count_options(rest).tolist()


def _count_additions(selected: Selected, rest: np.ndarray) -> np.ndarray:
    """For each activity the operations left when it joins the chosen ones; a chosen one shows the current number."""
    memberships = facet_memberships(selected.snapshot.table, "activity")
    chosen, match = set(selected.selection.activity), selected.selection.match
    held = memberships.count_holders(rest)
    having = memberships.holders_with(chosen)
    if match == "all":
        return memberships.weigh_options(held * (having == len(chosen)))
    if match == "none":
        left = held * (having == 0)
        return left.sum() - memberships.weigh_options(left)
    size = np.bincount(memberships.holder, minlength=memberships.holder_count)
    has_all = having == len(chosen)
    current = (held * (has_all & (size == len(chosen)))).sum()
    larger = memberships.weigh_options(held * (has_all & (size == len(chosen) + 1)))
    return np.where(np.isin(memberships.codes, list(chosen)), current, larger)
