"""The link that hands the rows of a view to a program."""

from analysis.selection.selection import to_query
from analysis.table.columns import OPERATION_COLUMNS, further_columns
from analysis.trust.switches import PARAMETER as OFF
from exports.handover import Handover


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
