"""The readings of a table that can be switched off, each with a short code for links."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.caches import cached_on_value
from analysis.reading.periods import MERGED, only_touch
from analysis.reading.problems import column_name
from analysis.reading.reference import load_reference, name_as_read
from analysis.table.table import Switch, Table
from analysis.text import N_, _

PARAMETER = "off"
OVERLAP = N_("pieces that overlap cannot be kept apart: their days would count twice")
# More texts than this that were read for the same reason are one switch, or nobody would find the one they seek.
_SINGLY = 20


def reading_switches(table: Table) -> tuple[Switch, ...]:
    """The switches of a table, those that are off included, in order of the first line of each."""
    return _switches(table)[0]


def switch_numbers(table: Table) -> np.ndarray:
    """For each row of a table's readings the number of its switch in `reading_switches`."""
    return _switches(table)[1]


def read_off(values: Iterable[str], table: Table) -> tuple[tuple[str, ...], list[str]]:
    """The codes among link values that switch a reading of this table off, in its order, and a sentence for each other.

    The table is one with all its readings in force.
    """
    values = [value for value in dict.fromkeys(values) if value.strip()]
    if not values:
        return (), []
    switches = {switch.code: switch for switch in reading_switches(table)}
    ignored = []
    for value in values:
        if value not in switches:
            ignored.append(_explain(value, switches))
        elif fixed := switches[value].fixed:
            ignored.append(_("{code} stays on: {why}.").format(code=f"{PARAMETER}={value}", why=_(fixed)))
    return tuple(code for code, switch in switches.items() if code in values and not switch.fixed), ignored


def say_switch(switch: Switch) -> str:
    """A switch in words: where it stands first, what was printed, how it is read, and on how many rows."""
    printed = _("“{printed}”").format(printed=switch.printed[:80]) if switch.printed.strip() else _("a blank")
    said = {
        "line": switch.line,
        "column": column_name(switch.column),
        "printed": printed,
        "read": name_as_read(switch.read, load_reference())[:80],
        "why": _(switch.why),
    }
    if switch.texts > 1:
        template = _("from line {line} on, {column}: {texts} texts, such as {printed} read as “{read}”: {why}")
        return template.format(texts=switch.texts, **said)
    return _("line {line}, {column}: {printed} read as “{read}”: {why}").format(**said)


def say_off(table: Table) -> list[str]:
    """A sentence for each reading that is switched off."""
    return [_("Switched off: {reading}.").format(reading=say_switch(switch)) for switch in table.off]


@cached_on_value
def _switches(table: Table) -> tuple[tuple[Switch, ...], np.ndarray]:
    readings = table.readings.reset_index(drop=True)
    kinds = readings.groupby(["column", "why"], sort=False)
    many = kinds["printed"].transform("nunique").to_numpy() > _SINGLY if len(readings) else np.zeros(0, bool)
    texts = readings.assign(printed=readings["printed"].mask(many, ""), read=readings["read"].mask(many, ""))
    groups = texts.groupby(["column", "why", "printed", "read"], sort=False)
    number = groups.ngroup().to_numpy()
    first = readings.groupby(number, sort=True)
    counted = pd.DataFrame({"texts": first["printed"].nunique(), "rows": first["line"].nunique()})
    switches: list[Switch] = []
    codes: set[str] = set()
    for group, row in enumerate(first.head(1).itertuples(index=False)):
        code = _free(f"{row.line}.{row.column}", codes)
        texts_of = int(counted["texts"][group])
        fixed = OVERLAP if texts_of == 1 and row.why == MERGED and not only_touch(row.printed) else ""
        switches.append(
            Switch(code, int(row.line), row.column, row.printed, row.read, row.why, texts_of,
                   int(counted["rows"][group]), fixed)
        )  # fmt: skip
    return tuple(switches), number


def _free(code: str, taken: set[str]) -> str:
    """The code, numbered where another reading begins in the same cell."""
    free, count = code, 1
    while free in taken:
        count += 1
        free = f"{code}.{count}"
    taken.add(free)
    return free


def _explain(value: str, switches: dict[str, Switch]) -> str:
    known = ", ".join(list(switches)[:20]) or _("none, since nothing in this table was read otherwise than printed")
    return _("{name}={value} means nothing here; allowed: {allowed}.").format(
        name=PARAMETER, value=value[:80], allowed=known
    )
