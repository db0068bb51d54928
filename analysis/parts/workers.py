"""Parts that lie on Dask workers: on this machine, or wherever a scheduler has them."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from threading import Lock
from typing import Any

from analysis.caches import Cache
from analysis.errors import InputError
from analysis.intake.packing import pack, unpack
from analysis.parts.connect import code_version, reached
from analysis.parts.fold import FOLDED_FROM, fold_if_shorter, join_folded
from analysis.parts.local import AskedView, answer_part, view_to_ask
from analysis.parts.together import Together, WithArguments
from analysis.selection.select import Selected
from analysis.table.in_parts import TableInParts, cut_table
from analysis.table.table import Table
from analysis.text import _

ANSWER_SECONDS = 120
RESTART_SECONDS = 15
COPIES = 2


def _fold(part: "SentPart", rows: int) -> "SentPart | None":
    folded = fold_if_shorter(part.table, rows)
    return None if folded is None else SentPart(folded)


class SentPart:
    """A part on its way to a worker, or from one to another, without what was kept on it."""

    def __init__(self, table: Table):
        self.table = table

    def __reduce__(self) -> tuple:
        return _arrived, (pack(self.table),)


def _arrived(packed: bytes) -> SentPart:
    return SentPart(unpack(packed))


def _answer(part: SentPart, view: AskedView, questions: list[WithArguments]) -> list[Any]:
    return [_answer_one(part.table, view, *asked) for asked in questions]


def _answer_one(table: Table, view: AskedView, question: Callable, arguments: tuple[Hashable, ...]) -> Any:
    try:
        return answer_part(table, view, question, arguments)
    except Exception as error:
        # Of the others that go along it is not known whether anybody will ask them of this view.
        return error


class WorkerParts:
    """Parts of a table that lie on the workers of a Dask client, each on two of them where there are two.

    read_again: gives the whole table once more where workers took parts along, in which case it is sent again.
    """

    def __init__(self, client: Any, table: Table, read_again: Callable[[], Table] | None = None):
        self._client, self._read_again = client, read_again
        self._content, self._lock = table.content_hash, Lock()
        self._together, self._answers = Together(), Cache("answers of parts")
        self.rows = len(table.operations)
        self._send(table)

    def answers(self, selected: Selected, question: Callable, arguments: tuple[Hashable, ...] = ()) -> list[Any]:
        """What the question gives in each part; InputError where the workers cannot be reached."""
        view, asked = view_to_ask(selected), (question, arguments)
        expected = self._together.expected()
        self._together.note(view, asked)
        return self._answers.get((view, asked), lambda: self._ask(view, asked, expected))

    def _ask(self, view: AskedView, asked: WithArguments, expected: list[WithArguments]) -> list[Any]:
        """The answers of all parts to a question, brought together with those that will be asked next."""
        questions = list(dict.fromkeys([asked, *expected]))
        found = self._come_back(
            lambda: [self._client.submit(_answer, part, view, questions, pure=False, retries=3) for part in self._parts]
        )
        for question, *answers in zip(questions, *found, strict=True):
            if failed := next((answer for answer in answers if isinstance(answer, Exception)), None):
                if question == asked:
                    raise failed
            else:
                self._answers.put((view, question), answers)
        return [of_part[0] for of_part in found]

    def tables(self) -> list[Table]:
        """The parts, brought here; InputError where the workers cannot be reached."""
        return [part.table for part in self._come_back(lambda: self._parts)]

    def _send(self, table: Table) -> None:
        with reached(self._client):
            tables = cut_table(table, len(self._workers()))
            self._parts = self._client.scatter([SentPart(part) for part in tables], hash=False)
            self._copied: frozenset[str] = frozenset()
            self.folded = self._fold(table) if self.rows >= FOLDED_FROM else None

    def _fold(self, head: Table) -> Table | None:
        """The folded table, made by the workers and brought here; None where too many rows would be left."""
        parts = self._gather([self._client.submit(_fold, part, self.rows, pure=False) for part in self._parts])
        return join_folded([part.table for part in parts], head) if all(parts) else None

    def _workers(self) -> frozenset[str]:
        return frozenset(self._client.scheduler_info(n_workers=-1)["workers"])

    def _copy(self) -> None:
        """See to it that one worker can go without taking a part along."""
        with self._lock:
            if (workers := self._workers()) != self._copied:
                # It refuses where there is more than it is asked for, or nobody to give it to.
                with suppress(ValueError):
                    self._client.replicate(self._parts, n=min(COPIES, len(workers)))
                self._copied = workers

    def _come_back(self, work: Callable[[], list]) -> list:
        try:
            with reached(self._client):
                self._copy()
                return self._gather(work())
        except InputError:
            # Without a scheduler nothing can be sent; with one, whoever took parts along is made up for once.
            if self._read_again is None or self._client.status != "running":
                raise
        with self._lock, reached(self._client):
            # A worker that was killed is started anew by whoever watches over it.
            self._client.wait_for_workers(1, timeout=RESTART_SECONDS)
            table = self._read_again()
            if table.content_hash != self._content:
                raise InputError(_("The workers lost the table, and its pieces are no longer what they were."))
            self._send(table)
        with reached(self._client):
            self._copy()
            return self._gather(work())

    def _gather(self, futures: list) -> list:
        from distributed import wait

        wait(futures, timeout=ANSWER_SECONDS)
        return self._client.gather(futures)


def on_workers(table: Table, client: Any, read_again: Callable[[], Table] | None = None) -> TableInParts:
    """The table with its rows on the workers of a client, in as many parts as there are workers.

    read_again: as in WorkerParts.  InputError where there is no worker, or one has other code than this process.
    """
    try:
        with reached(client):
            workers = client.run(code_version)
    except (ImportError, AttributeError):
        raise InputError(_("A worker has no dashboard: install the same version of it there.")) from None
    if not workers:
        raise InputError(_("The scheduler has no workers: start one with dask worker and its address."))
    if wrong := [name for name, version in workers.items() if version != code_version()]:
        raise InputError(
            _("The worker {worker} has another version of the dashboard: install the same one there.").format(
                worker=wrong[0]
            )
        )
    return TableInParts(table, WorkerParts(client, table, read_again))
