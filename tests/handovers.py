"""Views on their way into a file, written short."""

from analysis.selection.select import Selected
from analysis.selection.settings import OperationsSettings
from analysis.table.columns import OPERATION_COLUMNS
from analysis.view import View
from exports.handover import Handover


def handover(
    selected: Selected,
    columns: tuple[str, ...] = tuple(OPERATION_COLUMNS),
    sort: str = "start",
    descending: bool = False,
    **origin: str,
) -> Handover:
    """The rows of a selection on the page of operations, in an order, with their address, moment and version."""
    settings = OperationsSettings(sort=sort, order="descending" if descending else "ascending")
    return Handover(selected, View("operations", selected.selection, settings=settings), columns, **origin)
