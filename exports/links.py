"""The link that hands the rows of a view to a program, and what a program has to know of them."""

from analysis.selection.selection import to_query
from analysis.table.columns import OPERATION_COLUMNS, further_columns
from analysis.trust.switches import PARAMETER as OFF
from exports.handover import Handover
from exports.tables.titles import column_titles


def data_query(handover: Handover) -> dict[str, list[str]]:
    """The parameters of a view's data link: what decides its rows, in the letters of the page's own link."""
    table = handover.selected.snapshot.table
    every_column = (*OPERATION_COLUMNS, *further_columns(table))
    order = {
        OFF: [switch.code for switch in table.off if switch.code],
        "sort": [handover.sort] if handover.sort != "start" else [],
        "order": ["descending"] if handover.descending else [],
        "columns": [",".join(handover.columns)] if handover.columns != every_column else [],
    }
    return to_query(handover.selected.selection) | {name: values for name, values in order.items() if values}


def number_titles(handover: Handover) -> dict[str, str]:
    """The titles of the columns of a view's CSV that hold numbers, with "integer" or "number"."""
    kinds = {"first_year": "integer", "last_year": "integer", "duration_years": "number", "line": "integer"}
    titles = zip(handover.columns, column_titles(handover.columns), strict=True)
    return {title: kinds[code] for code, title in titles if code in kinds}
