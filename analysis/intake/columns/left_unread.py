"""Readings that were switched off when a file of ours was written stay off when it is read."""

from collections.abc import Callable

import pandas as pd

from analysis.intake.cells.sheet import SwitchedOff
from analysis.reading.activities import ActivityReading
from analysis.reading.countries import CountryReading
from analysis.table.table import Switch


def switches_left(off: tuple[SwitchedOff, ...], operations: pd.DataFrame) -> tuple[Switch, ...]:
    """The switches of what is off, each at the first line that has its text; those of no line are left out.

    They have no code, since nothing in this table could switch them on.
    """
    found = []
    for each in off:
        if each.column not in operations:
            continue
        # What was printed may be one piece of a cell.
        texts = operations[each.column].astype("str")
        lines = operations["line"][texts.str.contains(each.printed, regex=False) & (texts != "")]
        if len(lines):
            found.append(Switch("", int(lines.min()), *each, 1, len(lines)))
    return tuple(found)


def periods_left(off: tuple[SwitchedOff, ...]) -> frozenset[tuple[str, str]]:
    """The (printed, why) of periods that stay unread."""
    return frozenset((each.printed, each.why) for each in off if each.column == "period")


def leave_countries(
    read: Callable[[str], CountryReading], off: tuple[SwitchedOff, ...]
) -> Callable[[str], CountryReading]:
    """A reader of countries that takes those switched off for no country."""
    left = _printed(off, "country")
    return (lambda text: CountryReading((), "", (text,)) if text in left else read(text)) if left else read


def leave_activities(
    read: Callable[[str], ActivityReading], off: tuple[SwitchedOff, ...]
) -> Callable[[str], ActivityReading]:
    """A reader of activities that takes those switched off under their printed name."""
    left = _printed(off, "area")

    def read_others(text: str) -> ActivityReading:
        found = read(text)
        printed_of = {code: printed for printed, code, _why in found.readings if printed in left}
        codes = tuple(dict.fromkeys(printed_of.get(code, code) for code in found.codes))
        return ActivityReading(codes, tuple(r for r in found.readings if r[0] not in left), found.problems)

    return read_others if left else read


def _printed(off: tuple[SwitchedOff, ...], column: str) -> frozenset[str]:
    return frozenset(each.printed for each in off if each.column == column)
