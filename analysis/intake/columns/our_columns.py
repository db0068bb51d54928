"""The columns of a file that the dashboard wrote: which of them to read, and which a table has anyway."""

from analysis.table.columns import OPERATION_COLUMNS
from analysis.text import N_, in_every_language

_BY_NAME = N_("Activities by name")
_WORKED_OUT = ("first_year", "last_year", "duration_years", "line")


def readable_columns(names: list[str]) -> list[str]:
    """Those of our columns that say something themselves; all columns where none of ours says a period.

    What was worked out from another column is not read in its place, nor is what somebody keeps beside ours.
    """
    periods = [code for code in ("period", "period_read") if _called(code).intersection(names)]
    if not periods:
        return names
    read = {name for code in OPERATION_COLUMNS if code not in (*_WORKED_OUT, *periods[1:]) for name in _called(code)}
    return [name for name in names if name in read or name == "area"]


def columns_by_name(names: list[str]) -> dict[str, str]:
    """Our columns of country and period by their role: in a file of ours their headings say so, whatever they hold."""
    roles = {role: next((name for name in names if name in _called(role)), "") for role in ("country", "period")}
    return {role: name for role, name in roles.items() if name}


def is_ours(name: str) -> bool:
    """Whether every table of ours has this column, so that one that comes home need not keep it beside its own."""
    if name in ("area", "source_line", *in_every_language(_BY_NAME)):
        return True
    return any(name in _called(code) for code in OPERATION_COLUMNS)


def _called(code: str) -> set[str]:
    return {code, *in_every_language(OPERATION_COLUMNS[code])}
