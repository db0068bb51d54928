"""Which table the pages speak of."""

from analysis.shared import shared_table
from analysis.table import Table


def current_table() -> Table:
    """The table in use; InputError names what is wrong with its file."""
    return shared_table()
