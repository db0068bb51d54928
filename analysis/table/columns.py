"""The columns and orders that rows of operations are shown in, by the short stable codes that links hold."""

from analysis.table.table import Table
from analysis.text import N_

OPERATION_SORTS = {
    "start": N_("First start"),
    "end": N_("Last end"),
    "duration": N_("Duration"),
    "name": N_("Name"),
    "region": N_("Region"),
    "status": N_("Status"),
    "line": N_("Order of the source"),
}
OPERATION_COLUMNS = {
    "name": N_("Country or territory"),
    "country": N_("Printed name"),
    "region": N_("Region"),
    "subregion": N_("Sub-region"),
    "period": N_("Printed period"),
    "period_read": N_("Period as read"),
    "first_year": N_("First year"),
    "last_year": N_("Last year"),
    "status": N_("Status"),
    "duration_years": N_("Years so far"),
    "activities": N_("Activities"),
    "territories": N_("ISO3"),
    "line": N_("Line"),
}
SHOWN_FIRST = ("name", "region", "period", "first_year", "last_year", "status", "duration_years", "activities")
_OURS = {"line", "country", "period", "area", "place", "activity_set"}


def further_columns(table: Table) -> list[str]:
    """The columns of the user's table that are not ours, as they came."""
    return [column for column in table.columns if column not in _OURS]


def shown_first(table: Table) -> list[str]:
    """The columns that rows have before anyone chooses: ours, with the title of each operation where it has one."""
    name, *others = SHOWN_FIRST
    return [name, table.own.title, *others] if table.own.title else [name, *others]
