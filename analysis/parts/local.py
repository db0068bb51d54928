"""The answer of one part, and parts that lie in this process."""

from collections.abc import Callable, Hashable
from typing import Any, NamedTuple

from analysis.caches import cached_on_value
from analysis.parts.fold import fold_where_it_pays
from analysis.parts.together import WithArguments
from analysis.selection.select import Selected, select_without
from analysis.selection.selection import Selection
from analysis.table.in_parts import TableInParts, cut_at
from analysis.table.table import Table
from analysis.text import in_language, language


class AskedView(NamedTuple):
    """A selection, what is left out of it, and the language that it is asked in."""

    selection: Selection
    left_out: Selection | None
    spoken: str


def view_to_ask(selected: Selected) -> AskedView:
    """What is asked about, in the language in force, without the table."""
    return AskedView(selected.selection, selected.left_out, language())


def answer_part(part: Table, view: AskedView, question: Callable, arguments: tuple[Hashable, ...]) -> Any:
    """What a question about a view gives in one part of a table."""
    with in_language(view.spoken):
        return question(_select_part(part, *view), *arguments)


@cached_on_value
def _select_part(part: Table, selection: Selection, left_out: Selection | None, _spoken: str) -> Selected:
    """What a selection leaves of a part: a view asks many questions about the same one, in a language that it
    searches names in."""
    return select_without(part, selection, left_out)


class LocalParts:
    """Parts that lie in this process, and the table folded, if it is."""

    def __init__(self, tables: list[Table], folded: Table | None = None):
        self._tables, self.folded = tables, folded
        self.rows = sum(len(table.operations) for table in tables)

    def answers(self, selected: Selected, question: Callable, arguments: tuple[Hashable, ...] = ()) -> list[Any]:
        """What the question gives in each part."""
        return self.answers_each(selected, question, [arguments] * len(self))

    def answers_each(self, selected: Selected, question: Callable, arguments: list[tuple[Hashable, ...]]) -> list[Any]:
        """What the question gives in each part with the arguments for it."""
        view = view_to_ask(selected)
        return [answer_part(table, view, question, own) for table, own in zip(self._tables, arguments, strict=True)]

    def rehearse(self, selected: Selected, question: Callable, arguments: tuple[Hashable, ...]) -> None:
        """Nothing: a question to a part of this process costs no message."""

    def __len__(self) -> int:
        return len(self._tables)

    def tables(self) -> list[Table]:
        """The parts."""
        return self._tables


class OverheardParts(LocalParts):
    """A table without rows, as the parts of one that has them: whatever it is asked is told."""

    def __init__(self, table: Table, tell: Callable[[WithArguments], None]):
        super().__init__([table])
        self._tell = tell

    def answers(self, selected: Selected, question: Callable, arguments: tuple[Hashable, ...] = ()) -> list[Any]:
        """What the question gives of no rows."""
        self._tell((question, arguments))
        return super().answers(selected, question, arguments)


def folded_here(table: Table) -> Table:
    """The table with its counts made from folded rows where that pays; else the table as it is."""
    folded = fold_where_it_pays(table)
    return TableInParts(table, LocalParts([table], folded)) if folded is not None else table


def in_parts(table: Table, bounds: list[int]) -> TableInParts:
    """The table in parts in this process that begin and end at these rows, from 0 to the number of rows."""
    return TableInParts(table, LocalParts(cut_at(table, bounds)))
