"""`make serve`: the dashboard for an organisation, as several processes behind nginx, until it is stopped.

SIGTERM and Ctrl+C stop it, SIGHUP restarts one process after another. Each process that ends is started anew.
"""

import argparse
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import ExitStack
from ipaddress import ip_address
from pathlib import Path

from streamlit.auth_util import get_secrets_auth_section

from analysis.errors import InputError
from analysis.shared.login import read_login
from scripts.nginx import find_nginx, write_configuration
from scripts.setup import ROOT, SERVER

SECONDS_TO_START = 60
SECONDS_TO_STOP = 10


def main(arguments: list[str] | None = None) -> int:
    """Serve as the command line asks, until somebody stops it; the exit status."""
    asked = read_command(arguments)
    nginx, state, ports = find_nginx(), Path(asked.state).absolute(), _free_ports(asked.processes)
    state.mkdir(parents=True, exist_ok=True)
    configuration = state / "nginx.conf"
    configuration.write_text(write_configuration(asked, state, ports), "utf-8")
    if not (asked.address.is_loopback or asked.login):
        print(f"Everyone who can reach {asked.address}:{asked.port} can see the dashboard: it asks for no login.")
    # All processes sign cookies alike, before and after a restart; each writes a line for every view.
    environment = os.environ | {"STREAMLIT_SERVER_COOKIE_SECRET": _secret(state / "secret"), "OPERATIONS_LOG": "1"}
    processes = {port: Process(_server(port, asked.host), environment) for port in ports}
    proxy = Process([nginx, "-e", "stderr", "-p", str(state), "-c", str(configuration)], os.environ)
    try:
        for process in processes.values():
            process.start()
        if not all(await_ready(port, process) for port, process in processes.items()):
            return 1
        proxy.start()
        scheme, name = "https" if asked.cert else "http", asked.host[0] if asked.host else asked.address
        print(f"The dashboard opens at {scheme}://{name}:{asked.port}, from {asked.processes} processes.", flush=True)
        return watch(processes, proxy)
    finally:
        proxy.stop(signal.SIGQUIT)
        for process in processes.values():
            process.stop()


def read_command(arguments: list[str] | None = None) -> argparse.Namespace:
    """What the command line asks; the program ends with a sentence where it means nothing."""
    parser = argparse.ArgumentParser(prog="make serve", description=__doc__)
    parser.add_argument("--processes", type=int, default=2, choices=range(1, 65), metavar="1-64")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument(
        "--address", type=ip_address, default="127.0.0.1", help="where to listen; 0.0.0.0 is every network"
    )
    parser.add_argument("--host", action="append", default=[], help="a name that people reach it by, once for each")
    parser.add_argument("--cert", help="a certificate for TLS, with its chain")
    parser.add_argument("--key", help="the key of the certificate")
    parser.add_argument("--state", default=ROOT / ".serve", help="a folder for what nginx keeps")
    asked = parser.parse_args(arguments)
    try:
        asked.login = read_login(get_secrets_auth_section()) is not None
    except InputError as error:
        parser.error(str(error))
    if bool(asked.cert) != bool(asked.key):
        parser.error("--cert and --key belong together")
    return asked


def _server(port: int, hosts: list[str]) -> list[str]:
    options = {"port": port, "address": "127.0.0.1", "headless": "true"}
    command = [sys.executable, "-m", "streamlit", "run", SERVER, "--logger.hideWelcomeMessage=true"]
    command += [f"--server.{name}={value}" for name, value in options.items()]
    # The first name is the one that Streamlit compares the origin of a page with.
    command += [f"--server.allowedHosts={host}" for host in hosts]
    return command + ([f"--browser.serverAddress={hosts[0]}"] if hosts else [])


def _free_ports(count: int) -> list[int]:
    with ExitStack() as sockets:
        bound = [sockets.enter_context(socket.socket()) for _ in range(count)]
        for one in bound:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in bound]


def _secret(path: Path) -> str:
    if not path.exists():
        path.touch(0o600)
        path.write_text(secrets.token_hex(32), "utf-8")
    return path.read_text("utf-8")


class Process:
    """A process that can be started again."""

    def __init__(self, command: list[str], environment: Mapping[str, str]):
        self._command, self._environment = command, environment
        self._running: subprocess.Popen | None = None

    def start(self) -> None:
        """Start it; in a group of its own, so that Ctrl+C reaches this process alone."""
        self._running = subprocess.Popen(
            self._command, cwd=ROOT, env=self._environment, stdin=subprocess.DEVNULL, start_new_session=True
        )

    @property
    def is_running(self) -> bool:
        """Whether it runs."""
        return self._running is not None and self._running.poll() is None

    def stop(self, by: int = signal.SIGTERM) -> None:
        """Ask it to end, and end it where it does not within SECONDS_TO_STOP."""
        if not self.is_running:
            return
        self._running.send_signal(by)
        try:
            self._running.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._running.kill()
            self._running.wait()


def await_ready(port: int, process: Process) -> bool:
    """Whether a process comes to answer with its table read."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + SECONDS_TO_START
    while process.is_running and time.monotonic() < deadline:
        try:
            with opener.open(f"http://127.0.0.1:{port}/api/ready", timeout=5):
                return True
        except urllib.error.HTTPError as error:
            # It answers: what is wrong with the table is said on its pages, which wait for a better one.
            return error.code == 503
        except OSError:
            time.sleep(0.1)
    return False


def watch(processes: Mapping[int, Process], proxy: Process) -> int:
    """Start again what ends and restart one after another on SIGHUP; 0 once we are to stop, 1 where nginx ended."""
    asked: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda given, _frame: asked.append(given))
    while proxy.is_running:
        for port, process in processes.items():
            if not process.is_running:
                print(f"The process at port {port} ended and is started again.", flush=True)
                process.start()
        if asked:
            if asked.pop(0) != signal.SIGHUP:
                return 0
            _restart(processes)
        time.sleep(0.2)
    return 1


def _restart(processes: Mapping[int, Process]) -> None:
    for port, process in processes.items():
        process.stop()
        process.start()
        await_ready(port, process)


if __name__ == "__main__":
    sys.exit(main())
