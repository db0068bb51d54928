"""The seam of counting: whoever draws, writes or serves a view asks a question here and gets a small table back.

Nothing beyond it reaches into the rows of a table. A question is a function of a selection whose decorator says how
the answers of parts of a table are put together, so that a table in pieces is counted where its pieces are.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from analysis.caches import Cache
from analysis.parts.fold import asked_of_folded
from analysis.parts.together import answers_of_parts, on_occasion
from analysis.selection.select import Selected, SelectedInParts, select_without
from analysis.selection.selection import Selection
from analysis.table.in_parts import take_rows, with_rows
from analysis.text import language

Answer = TypeVar("Answer")
Arrange = Callable[..., pd.DataFrame]


@dataclass(frozen=True)
class AddsUp:
    """Answers of parts are added: these columns are sums, all others the key; a plain number is added as it is.

    arrange: gives the sums the form that the answer of a table in one piece has: its order, and rows for what no part
    has. It is given the selection, the sums and the arguments of the question.
    """

    sums: tuple[str, ...]
    arrange: Arrange | None


@dataclass(frozen=True)
class Otherwise:
    """Answers of parts are put together in the way that the reason names.

    merge: makes the answer from those of the parts, the selection and the arguments.  from_others: the question asks
    others and reads no rows.  rows: gives the numbers of the operations of a part that the answer may speak of; it is
    then asked of a table of these alone.  Where there is none of them, it is asked of all rows, brought together.
    """

    reason: str
    merge: Callable | None = None
    from_others: bool = False
    rows: Callable[..., np.ndarray] | None = None


@dataclass(frozen=True)
class Asking:
    """How a question is asked: how answers are put together, whether they are kept, whether they are the same whatever
    the filters choose, and whether a table whose like rows are folded into one gives the same."""

    together: AddsUp | Otherwise
    keep: bool = True
    of_whole: bool = False
    of_folded: bool = True


QUESTIONS: dict[str, Callable] = {}
_asking: dict[Callable, Asking] = {}
_answers = Cache("answers")


def ordered_by(column: str) -> Arrange:
    """Sums in ascending order of a column."""
    return lambda _selected, counts, *_arguments: counts.sort_values(column, ignore_index=True)


def adds_up(
    *sums: str, arrange: Arrange | None = None, of_whole: bool = False, of_folded: bool = True
) -> Callable[[Callable], Callable]:
    """A decorator: the sums of a question over the parts of a table are those over the whole.

    of_whole: whether it speaks of all operations as of the date, whatever the filters choose.  of_folded: whether it
    can be asked of a folded table, as what counts by `Table.tally` can.
    """

    return lambda question: _register(question, Asking(AddsUp(sums, arrange), True, of_whole, of_folded))


def otherwise(
    reason: str,
    keep: bool = True,
    of_whole: bool = False,
    merge: Callable | None = None,
    from_others: bool = False,
    of_folded: bool = False,
    rows: Callable | None = None,
) -> Callable[[Callable], Callable]:
    """A decorator: a question whose answer is put together in another way than by adding.

    keep: false where an answer is as long as the table.  of_whole and of_folded: as above; the others: as in Otherwise.
    """
    together = Otherwise(reason, merge, from_others, rows)
    return lambda question: _register(question, Asking(together, keep, of_whole, of_folded or from_others))


def ask(selected: Selected, question: Callable[..., Answer], *arguments: Hashable) -> Answer:
    """The answer to a question about a selection; LookupError where the function is no question.

    It is kept for everyone who asks the same of the same content, so whoever gets it changes a copy.
    """
    asking = how_asked(question)
    if selected.snapshot.table.alike is not None and not asking.of_folded:
        raise LookupError(f"{question.__qualname__} asks for rows, which a folded table has no more.")
    if not asking.keep or not selected.snapshot.table.content_hash:
        return _work_out(selected, question, asking, arguments)
    key = _key(selected, question, asking, arguments)
    return _answers.get(key, lambda: _work_out(selected, question, asking, arguments))


def _work_out(selected: Selected, question: Callable, asking: Asking, arguments: tuple[Hashable, ...]) -> Any:
    parts, together = selected.snapshot.table.parts, asking.together
    if not parts:
        return question(selected, *arguments)
    if isinstance(together, Otherwise) and together.from_others:
        with on_occasion((question, arguments)):
            parts.rehearse(selected, question, arguments)
            return question(selected, *arguments)
    if asking.of_folded and isinstance(selected, SelectedInParts) and selected.folded:
        return question(selected.folded, *arguments)
    return _from_parts(selected, question, together, arguments)


def _from_parts(
    selected: Selected, question: Callable, together: AddsUp | Otherwise, arguments: tuple[Hashable, ...]
) -> Any:
    parts = selected.snapshot.table.parts
    if isinstance(together, AddsUp):
        return put_together(selected, question, parts.answers(selected, question, arguments), *arguments)
    if together.merge:
        return together.merge(selected, parts.answers(selected, question, arguments), *arguments)
    if together.rows:
        table = with_rows(selected.snapshot.table, parts.answers(selected, _pick_rows, (together.rows, *arguments)))
        return question(select_without(table, selected.selection, selected.left_out), *arguments)
    return question(selected.whole, *arguments)


def _pick_rows(selected: Selected, numbers: Callable[..., np.ndarray], *arguments: Hashable) -> dict[str, Any]:
    """The rows of a part that the answer to a question may speak of."""
    return take_rows(selected.snapshot.table, numbers(selected, *arguments))


def how_asked(question: Callable) -> Asking:
    """How a question is asked; LookupError where the function is no question."""
    if question not in _asking:
        raise LookupError(f"{question.__module__}.{question.__qualname__} is no question: say how it is put together.")
    return _asking[question]


def put_together(selected: Selected, question: Callable, answers: Iterable[Any], *arguments: Hashable) -> Any:
    """The answer for a whole table from the answers of its parts, to a question that adds up."""
    together, answers = how_asked(question).together, list(answers)
    if isinstance(together, Otherwise):
        raise LookupError(f"{question.__qualname__} does not add up: {together.reason}")
    if not together.sums:
        return sum(answers)
    # A part without any has columns of no kind in particular, which would make numbers of counts.
    filled = [answer for answer in answers if len(answer)] or answers[:1]
    parts = pd.concat(filled, ignore_index=True)
    keys = [column for column in parts if column not in together.sums]
    sums = parts.groupby(keys, sort=False, as_index=False)[list(together.sums)].sum()[list(parts)]
    return together.arrange(selected, sums, *arguments) if together.arrange else sums


def forget_answers() -> None:
    """Keep no answer any more, for who measures how long one takes."""
    _answers.clear()
    answers_of_parts.clear()


def _register(question: Callable, asking: Asking) -> Callable:
    QUESTIONS[f"{question.__module__}.{question.__qualname__}"] = question
    _asking[question] = asking
    if asking.of_folded:
        asked_of_folded.add(question)
    return question


def _key(selected: Selected, question: Callable, asking: Asking, arguments: tuple[Hashable, ...]) -> tuple:
    # The content's hash and never the table, so that no answer keeps a table in memory.
    selection = Selection(as_of=selected.selection.as_of) if asking.of_whole else selected.selection
    left_out = None if asking.of_whole else selected.left_out
    return (selected.snapshot.table.content_hash, selection, left_out, language(), question, arguments)
