"""A dashboard of our own to test against, started and stopped as a user would."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scripts.setup import ROOT, SERVER

SECONDS_TO_START = 60


@contextmanager
def running_server(
    script: str | None = None, folder: Path = ROOT, port: int | None = None, options: Sequence[str] = ()
) -> Iterator[str]:
    """The address of a new server, which ends with the block; RuntimeError with its words if it fails."""
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", script or SERVER]
    command += ["--server.port", str(port), "--server.headless", "true", *options]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
        )
        try:
            if not wait_for(f"{address}/_stcore/health", process):
                said.seek(0)
                raise RuntimeError("The server did not start:\n" + said.read().decode(errors="replace"))
            yield address
        finally:
            stop(process)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(url: str, process: subprocess.Popen) -> bool:
    """Whether a process comes to answer at an address before it ends or the time is up."""
    # A proxy that the environment names must not be asked for an address on this machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with opener.open(url, timeout=2):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def stop(process: subprocess.Popen) -> None:
    """End a process and all that it started."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
