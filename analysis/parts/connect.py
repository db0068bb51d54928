"""The way to a scheduler and its workers; Dask is imported here and nowhere else, and only where it is asked for."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from analysis.errors import InputError, first_line
from analysis.intake.pieces.find import NEEDED
from analysis.text import _

# How long a scheduler that does not answer is waited for, and workers that start.
CONNECT_SECONDS = 10
PAUSE_SECONDS = 5
START_SECONDS = 60
_CODE = Path(__file__).parents[1]


class UnansweredError(InputError):
    """Workers are there, as far as anybody knows, and do not answer in time."""


def connect(scheduler: str | int) -> Any:
    """A client of the scheduler at an address, or of so many workers on this machine, one process each.

    InputError where Dask is not installed or nobody answers.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise InputError(
            _("A scheduler needs more than is installed: pip install -r {file}.").format(file=NEEDED)
        ) from None
    try:
        if isinstance(scheduler, int):
            # The pages that Dask shows of itself are for this machine alone.
            local = LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0")
            return _start_workers(Client(local), scheduler)
        return Client(scheduler, timeout=CONNECT_SECONDS)
    except (OSError, ValueError, RuntimeError) as error:
        raise InputError(
            _("The scheduler {scheduler} does not answer: {why}.").format(scheduler=scheduler, why=first_line(error))
        ) from None


def _start_workers(client: Any, count: int) -> Any:
    """The client, once so many workers of this machine have come to it; they end with its scheduler."""
    # Dask would run the script of the page in each worker, since that is what is run here.
    command = [sys.executable, "-m", "dask", "worker", client.scheduler.address, "--host", "127.0.0.1"]
    command += ["--nworkers", str(count), "--nthreads", "1", "--dashboard-address", "127.0.0.1:0"]
    command += ["--death-timeout", str(START_SECONDS)]
    subprocess.Popen(command, cwd=_CODE.parent, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client.wait_for_workers(count, timeout=START_SECONDS)
    return client


_clients: dict[str | int, Any] = {}
_refused: dict[str | int, tuple[float, InputError]] = {}


def the_client(scheduler: str | int) -> Any:
    """The one client of this process for a scheduler, made anew where the last one has lost it; InputError as above.

    A scheduler that did not answer is not asked again for some seconds, so that nobody waits for it at each click.
    """
    if scheduler not in _clients or _clients[scheduler].status != "running":
        tried, error = _refused.get(scheduler, (-PAUSE_SECONDS, None))
        if error and time.monotonic() - tried < PAUSE_SECONDS:
            raise error
        try:
            _clients[scheduler] = connect(scheduler)
        except InputError as refused:
            _refused[scheduler] = time.monotonic(), refused
            raise
    return _clients[scheduler]


def code_version() -> str:
    """A short name for the code that counts, to tell workers of another version."""
    digest = hashlib.sha256()
    for path in sorted(_CODE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def reached(client: Any) -> Iterator[None]:
    """InputError for whatever says within this block that the workers are not there."""
    from concurrent.futures import CancelledError

    from distributed import KilledWorker

    try:
        if client.status != "running":
            raise OSError(client.status)
        yield
    except KilledWorker:
        raise InputError(
            _("A worker was ended again and again at this work, as where it has less memory than its part needs.")
        ) from None
    except TimeoutError:
        raise UnansweredError(_("The workers that hold the table do not answer.")) from None
    except (OSError, CancelledError, KeyError) as error:
        raise InputError(
            _("The workers that hold the table cannot be reached ({why}).").format(why=type(error).__name__)
        ) from None
