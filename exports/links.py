"""The link that opens a view, and the one that hands its rows to a program."""

from collections.abc import Mapping
from urllib.parse import urlencode

from analysis.selection.selection import to_query
from analysis.table.columns import OPERATION_COLUMNS, further_columns
from analysis.trust.switches import PARAMETER as OFF
from exports.view import View


def link_to(address: str, query: Mapping[str, list[str]]) -> str:
    """The address with these parameters, written as the pages write them."""
    return f"{address}?{urlencode(query, doseq=True)}" if query else address


def data_query(view: View) -> dict[str, list[str]]:
    """The parameters of a view's data link: what decides its rows, in the letters of the page's own link."""
    table = view.selected.snapshot.table
    every_column = (*OPERATION_COLUMNS, *further_columns(table))
    order = {
        OFF: [switch.code for switch in table.off],
        "sort": [view.sort] if view.sort != "start" else [],
        "order": ["descending"] if view.descending else [],
        "columns": [",".join(view.columns)] if view.columns != every_column else [],
    }
    return to_query(view.selected.selection) | {name: values for name, values in order.items() if values}
