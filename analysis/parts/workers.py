"""Parts that lie on Dask workers: on this machine, or wherever a scheduler has them."""

import time
from collections.abc import Callable, Hashable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from threading import Lock, Thread
from typing import Any

import numpy as np

from analysis.errors import InputError
from analysis.parts.connect import UnansweredError, code_version, reached
from analysis.parts.fold import (
    FOLDED_FROM,
    MOST_FOLDED,
    ROWS_A_FOLD,
    asked_of_folded,
    fold_if_shorter,
    join_folded,
)
from analysis.parts.lay import Laid, SentPart, read_there, send_table
from analysis.parts.local import AskedView, OverheardParts, answer_part, view_to_ask
from analysis.parts.together import Together, WithArguments, answers_of_parts, check_wanted
from analysis.selection.select import Selected, needs_texts, select_without
from analysis.table.in_parts import TableInParts, take_rows, with_rows
from analysis.table.table import Table
from analysis.text import _

ANSWER_SECONDS = 60
RESTART_SECONDS = 15
LOOK_SECONDS = 5
CHECK_SECONDS = 0.25
COPIES = 2


def _fold(part: SentPart, most: int) -> SentPart | None:
    folded = fold_if_shorter(part.table, most)
    return None if folded is None else SentPart(folded)


def _count_folded(folded: SentPart | None) -> int | None:
    return None if folded is None else len(folded.table.operations)


def _answer(part: SentPart, folded: SentPart | None, view: AskedView, questions: list[WithArguments]) -> list[Any]:
    counted = part if folded is None or needs_texts(part.table, view.selection) else folded
    return [
        _answer_one((counted if question in asked_of_folded else part).table, view, question, arguments)
        for question, arguments in questions
    ]


def _answer_one(table: Table, view: AskedView, question: Callable, arguments: tuple[Hashable, ...]) -> Any:
    try:
        return answer_part(table, view, question, arguments)
    except Exception as error:
        # Of the others that go along it is not known whether anybody will ask them of this view.
        return error


class WorkerParts:
    """Parts of a table that lie on the workers of a Dask client, each on two of them where there are two.

    connect: gives the client, another one where that has lost its scheduler.  lay: lays the table on its workers once
    more, in so many parts, where they took parts along; None where it cannot.  head: all of the table that is no row.
    """

    def __init__(self, connect: Callable[[], Any], laid: Laid, lay: Callable[[Any, int], Laid] | None = None):
        self._connect, self._client, self._lay, self._lock = connect, connect(), lay, Lock()
        self._lost_since: datetime | None = None
        self._together = Together()
        self.head, self.rows = laid.head, laid.rows
        self._hold(laid)

    def answers(self, selected: Selected, question: Callable, arguments: tuple[Hashable, ...] = ()) -> list[Any]:
        """What the question gives in each part; InputError where the workers cannot be reached."""
        view, asked = view_to_ask(selected), (question, arguments)
        expected = self._together.expected()
        self._together.note(view, asked)
        key = (self.head.content_hash, view, asked)
        return answers_of_parts.get(key, lambda: self._ask(view, asked, expected))

    def _ask(self, view: AskedView, asked: WithArguments, expected: list[WithArguments]) -> list[Any]:
        """The answers of all parts to a question, brought together with those that will be asked next."""
        questions = list(dict.fromkeys([asked, *expected]))
        found = self._send_out(view, [questions] * len(self))
        for question, *answers in zip(questions, *found, strict=True):
            if failed := next((answer for answer in answers if isinstance(answer, Exception)), None):
                if question == asked:
                    raise failed
            else:
                answers_of_parts.put((self.head.content_hash, view, question), answers)
        return [of_part[0] for of_part in found]

    def answers_each(self, selected: Selected, question: Callable, arguments: list[tuple[Hashable, ...]]) -> list[Any]:
        """What the question gives in each part with the arguments for it; InputError as above."""
        found = [answer for [answer] in self._send_out(view_to_ask(selected), [[(question, own)] for own in arguments])]
        if failed := next((answer for answer in found if isinstance(answer, Exception)), None):
            raise failed
        return found

    def rehearse(self, selected: Selected, question: Callable, arguments: tuple[Hashable, ...]) -> None:
        """Ask the question of a table without rows, to know what it asks others, unless that is known from before."""
        if self._together.expected():
            return
        empty = with_rows(self.head, [take_rows(self.head, np.array([], int))])
        heard = TableInParts(empty, OverheardParts(empty, partial(self._together.note, "rehearsed")))
        # What it makes of no rows is nobody's concern.
        with suppress(Exception):
            question(select_without(heard, selected.selection, selected.left_out), *arguments)

    def __len__(self) -> int:
        return len(self._parts)

    def _send_out(self, view: AskedView, questions: list[list[WithArguments]]) -> list[list[Any]]:
        """The answers of each part to the questions for it, in one message to each."""
        return self._come_back(lambda: self._gather_answers(view, questions))

    def _gather_answers(self, view: AskedView, questions: list[list[WithArguments]]) -> list[list[Any]]:
        futures = [
            self._client.submit(_answer, part, folded, view, of_part, pure=False, retries=3)
            for part, folded, of_part in zip(self._parts, self._folded_parts, questions, strict=True)
        ]
        try:
            return self._gather(futures)
        finally:
            # Where nobody waits any more, what has not begun by now never will.
            for future in futures:
                future.release()

    def tables(self) -> list[Table]:
        """The parts, brought here; InputError where the workers cannot be reached."""
        return [part.table for part in self._come_back(lambda: self._gather(self._parts))]

    def _hold(self, laid: Laid) -> None:
        with reached(self._client):
            self._parts, self._copied = laid.parts, frozenset[str]()
            self.folded: Table | None = None
            self._folded_parts: list[Any] = [None] * len(self)
            if self.rows >= FOLDED_FROM:
                self._fold()
        self._looked = float("-inf")

    def _fold(self) -> None:
        """Have the parts folded: brought here where few rows are left, else kept there where each is much shorter."""
        most = self.rows // ROWS_A_FOLD
        parts = [self._client.submit(_fold, part, most, pure=False) for part in self._parts]
        left = self._gather([self._client.submit(_count_folded, part, pure=False) for part in parts])
        if None not in left and sum(left) <= MOST_FOLDED * len(self):
            self.folded = join_folded([part.table for part in self._gather(parts)], self.head)
        if self.folded is None:
            self._folded_parts = parts

    def _copy(self) -> None:
        """See to it that one worker can go without taking a part along."""
        # Where there is nobody to give it to, it is seen to at the next look.
        with self._lock, suppress(InputError, ValueError), reached(self._client):
            if (workers := frozenset(self._client.scheduler_info(n_workers=-1)["workers"])) != self._copied:
                held, most = self._client.who_has(self._parts), min(COPIES, len(workers))
                if few := [part for part in self._parts if len(held.get(part.key, ())) < most]:
                    self._client.replicate(few, n=most)
                self._copied = workers

    def _copy_soon(self) -> None:
        # Nobody waits for it: a scheduler that is cut off gives no answer to what it is asked here.
        if time.monotonic() - self._looked > LOOK_SECONDS:
            self._looked = time.monotonic()
            Thread(target=self._copy, daemon=True).start()

    def _come_back(self, work: Callable[[], list]) -> list:
        try:
            found = self._reach(work)
        except InputError as lost:
            self._lost_since = self._lost_since or datetime.now(UTC)
            since = _("Since {since} views that nobody has seen before cannot be shown. {why}")
            raise InputError(since.format(since=f"{self._lost_since:%Y-%m-%d %H:%M} UTC", why=lost)) from None
        self._lost_since = None
        self._copy_soon()
        return found

    def _reach(self, work: Callable[[], list]) -> list:
        try:
            with reached(self._client):
                return work()
        except UnansweredError:
            raise
        except InputError:
            if self._lay is None:
                raise
        # Whoever took parts along is made up for once, by another scheduler too.
        with self._lock:
            self._client = self._connect()
            with reached(self._client):
                self._client.wait_for_workers(1, timeout=RESTART_SECONDS)
                # As many as before, since who asks each part for its own knows them by number.
                laid = self._lay(self._client, len(self))
            if laid.head.content_hash != self.head.content_hash:
                raise InputError(_("The workers lost the table, and its pieces are no longer what they were."))
            self._hold(laid)
        with reached(self._client):
            return work()

    def _gather(self, futures: list) -> list:
        from distributed import wait

        over = time.monotonic() + ANSWER_SECONDS
        while True:
            check_wanted()
            try:
                wait(futures, timeout=CHECK_SECONDS)
                return self._client.gather(futures)
            except TimeoutError:
                if time.monotonic() > over:
                    raise


def on_workers(table: Table, connect: Callable[[], Any], read_again: Callable[[], Table] | None = None) -> TableInParts:
    """The table with its rows on the workers of a client, in as many parts as there are workers.

    connect: as in WorkerParts.  read_again: gives the table once more where workers took parts along.  InputError as
    of `check_workers`.
    """
    client = connect()
    check_workers(client)
    with reached(client):
        laid = send_table(client, table)
    again = (lambda client, count: send_table(client, read_again(), count)) if read_again else None
    return TableInParts(table, WorkerParts(connect, laid, again))


def read_by_workers(connect: Callable[[], Any], read: Callable[[], Table], seconds: float) -> TableInParts:
    """The table that `read` gives where a worker calls it, its rows on all of them and never here.

    connect: as in WorkerParts.  InputError as of `check_workers` and `read_there`.
    """
    client = connect()
    check_workers(client)

    def lay(client: Any, count: int = 0) -> Laid:
        return read_there(client, read, seconds, count)

    with reached(client):
        laid = lay(client)
    return TableInParts(laid.head, WorkerParts(connect, laid, lay))


def check_workers(client: Any) -> None:
    """Raise InputError where there is no worker, or one has other code than this process."""
    try:
        with reached(client):
            # Those that were ended are started anew by whoever watches over them.
            with suppress(TimeoutError):
                client.wait_for_workers(1, timeout=RESTART_SECONDS)
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
