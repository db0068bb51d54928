"""Work on a table that somebody brought, done in a process of its own with limits on time and memory.

Whatever a file does to a parser or to a pattern then happens there: it is stopped, and nobody else waits for it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Lock, Thread, Timer
from typing import IO, Any, cast

from analysis.errors import InputError
from analysis.intake.limits import CHILD_MEMORY_BYTES, CHILD_SECONDS, READER_WAIT_SECONDS, READERS
from analysis.intake.packing import pack, unpack
from analysis.intake.progress import tell_rows, telling
from analysis.text import _, in_language, language

_ROOT = Path(__file__).parents[2]
_REFUSED, _NO_MEMORY = 2, 3
_ROWS = b"rows "
_readers = BoundedSemaphore(READERS)


def run_apart(
    work: Callable,
    *arguments: Any,
    seconds: float = CHILD_SECONDS,
    memory_bytes: int = CHILD_MEMORY_BYTES,
    weigh: Callable[[int], None] | None = None,
) -> Any:
    """What `work(*arguments)` gives in a process of its own; `work` is a function of a module of ours.

    InputError where it raises one there, takes too long or too much, or where too many others are at work. What it
    tells of its progress is told here. `weigh` is given the bytes of what comes back before it is unpacked, and may
    refuse it by an InputError.
    """
    if not _readers.acquire(timeout=READER_WAIT_SECONDS):
        raise InputError(_("Many tables are being read at this moment. Bring yours again in a minute."))
    try:
        limits = json.dumps({"memory": memory_bytes, "language": language()}).encode() + b"\n"
        ended = _spare.take().run(limits + pack((work, arguments)), seconds)
    except OSError:
        raise InputError(_("The table could not be read: no process could be started for it.")) from None
    finally:
        _readers.release()
    if ended.late:
        raise InputError(
            _("Reading the table took longer than {seconds} seconds, so it was stopped. Bring a smaller one.").format(
                seconds=round(seconds)
            )
        )
    if ended.status == _REFUSED:
        raise InputError(ended.given.decode("utf-8", "replace"))
    if ended.status != 0:
        raise InputError(
            _("Reading the table took more memory than it may ({most:,} MB). Bring a smaller one.").format(
                most=memory_bytes // 1_000_000
            )
            if ended.ran_out
            else _("The table could not be read: it is damaged in a way that nobody foresaw.")
        )
    if weigh:
        weigh(len(ended.given))
    return unpack(ended.given)


@dataclass(frozen=True)
class _Ended:
    status: int
    given: bytes
    said: bytes
    late: bool

    @property
    def ran_out(self) -> bool:
        # Killed by the system (a negative code), aborted, or stopped by Python.
        return self.status < 0 or self.status == _NO_MEMORY or b"memory" in self.said[-2000:]


class _Child:
    """A process that has everything loaded and waits for one order."""

    def __init__(self) -> None:
        # A fresh interpreter: a fork of a server would inherit its threads, locks and sockets. Pipes, so that nothing
        # of the table is ever written to a disk; they close when this process ends, and the child with them.
        self._process = subprocess.Popen(
            [sys.executable, "-m", "analysis.intake.isolated"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=_ROOT,
            # Arrow's own pools reserve far more addresses than they use, and the limit counts addresses.
            env=os.environ | {"ARROW_DEFAULT_MEMORY_POOL": "system", "OMP_NUM_THREADS": "1"},
        )
        self._in, self._out, self._err = (
            cast(IO[bytes], pipe) for pipe in (self._process.stdin, self._process.stdout, self._process.stderr)
        )

    @property
    def waits(self) -> bool:
        """Whether it is still there to be given an order."""
        return self._process.poll() is None

    def run(self, order: bytes, seconds: float) -> _Ended:
        """Give it the order and wait for its end, which comes after so many seconds at the latest."""
        late: list[bool] = []
        said: list[bytes] = []

        def stop() -> None:
            late.append(True)
            self._process.kill()

        timer = Timer(seconds, stop)
        beside = [Thread(target=self._feed, args=(order,)), Thread(target=copy_context().run, args=(self._hear, said))]
        timer.start()
        for thread in beside:
            thread.start()
        try:
            given = self._out.read()
            status = self._process.wait()
        finally:
            timer.cancel()
            self._process.kill()
            for thread in beside:
                thread.join()
            self._out.close()
        return _Ended(status, given, b"".join(said), bool(late))

    def _feed(self, order: bytes) -> None:
        # A child that is stopped or refuses early reads no further.
        with suppress(OSError), self._in as pipe:
            pipe.write(order)

    def _hear(self, said: list[bytes]) -> None:
        with self._err as pipe:
            for line in pipe:
                if line.startswith(_ROWS):
                    tell_rows(int(line.removeprefix(_ROWS)))
                else:
                    said.append(line[-2000:])


class _Spare:
    """The next child, started while nobody waits for it, since starting takes longer than most reading."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._next: _Child | None = None

    def take(self) -> _Child:
        """A child that waits for an order; another one is started for whoever comes next."""
        with self._lock:
            child, self._next = self._next, None
        if child is None or not child.waits:
            child = _Child()
        with self._lock:
            self._next = self._next or _Child()
        return child


_spare = _Spare()


def limit_memory(most: int) -> bool:
    """Keep this process from taking more memory than `most` bytes; False where the system cannot."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, ValueError, OSError):
        return False
    return True


def _work() -> int:
    """In the child: an order on standard input to what comes of it; 2 and a sentence where the input is wrong."""
    # What a parser might print must not end up in the answer.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limits = sys.stdin.buffer.readline()
    if not limits:
        return 0
    order = json.loads(limits)
    limit_memory(order["memory"])
    try:
        with in_language(order["language"]), telling(_tell_parent), out:
            work, arguments = unpack(sys.stdin.buffer.read())
            try:
                out.write(pack(work(*arguments)))
            except InputError as error:
                out.write(str(error).encode("utf-8", "replace"))
                return _REFUSED
    except MemoryError:
        return _NO_MEMORY
    return 0


def _tell_parent(rows: int) -> None:
    sys.stderr.buffer.write(_ROWS + str(rows).encode() + b"\n")
    sys.stderr.buffer.flush()


if __name__ == "__main__":
    # Loaded while the child waits, so that an order finds everything there.
    import analysis.intake.read  # noqa: F401

    sys.exit(_work())
