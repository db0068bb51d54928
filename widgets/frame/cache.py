"""The key of results that are kept for everyone who sees the same view."""

from collections.abc import Hashable

from analysis.selection.select import Selected
from analysis.text import language


def view_key(selected: Selected, *parts: Hashable) -> tuple:
    """A key of everything that a view's results depend on: content, selection, language and the parts given.

    It holds the content's hash, never the table, so that a cache keeps no table in memory.
    """
    return (selected.snapshot.table.content_hash, selected.selection, selected.left_out, language(), *parts)
