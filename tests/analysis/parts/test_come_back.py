"""Over TLS: a scheduler that is cut off or gone is said to be so in a sentence, and what comes back is used again."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from analysis.counts.ask import ask, forget_answers
from analysis.counts.key_numbers import find_key_numbers
from analysis.errors import InputError
from analysis.intake.read import load_intake, load_up_to
from analysis.parts import connect, workers
from analysis.parts.connect import the_client
from analysis.parts.workers import read_by_workers
from analysis.selection.select import select
from analysis.selection.selection import Selection
from tests.analysis.parts.test_way_in import ROOT, free_port
from tests.analysis.parts.test_workers import ROWS
from tests.pieces import same_answers, write_pieces

dask = pytest.importorskip("dask")
TLS = "distributed.comm.tls"


def certify(folder: Path) -> dict[str, str]:
    """Dask's settings for a certificate that everybody has, written into a folder."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.BasicConstraints(True, None), True)
    (folder / "cert.pem").write_bytes(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    form = serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(secret)
    pair = {"cert": str(folder / "cert.pem"), "key": str(folder / "key.pem")}
    own = {f"{TLS}.{who}.{what}": path for who in ("scheduler", "worker", "client") for what, path in pair.items()}
    return {f"{TLS}.ca-file": pair["cert"], "distributed.comm.require-encryption": "True"} | own


def begin(settings: dict[str, str], port: int) -> list[subprocess.Popen]:
    """A scheduler and a worker that speak TLS alone."""
    said = {f"DASK_{name.upper().replace('.', '__').replace('-', '_')}": value for name, value in settings.items()}
    scheduler = ["scheduler", "--protocol", "tls", "--port", str(port)]
    worker = ["worker", f"tls://127.0.0.1:{port}", "--nthreads", "1"]
    return [
        subprocess.Popen(
            [sys.executable, "-m", "dask", *command, "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0"],
            cwd=ROOT,
            env=os.environ | said,
            stderr=subprocess.DEVNULL,
        )
        for command in (scheduler, worker)
    ]


def end(servers: list[subprocess.Popen]) -> None:
    """End what `begin` began, without a word to anybody."""
    for server in servers:
        server.send_signal(signal.SIGCONT)
        server.kill()
        server.wait(30)


def in_time(ask_it, seconds: float = 60):
    """What a function gives as soon as it raises no InputError."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return ask_it()
        except InputError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_the_last_good_answers_stay_and_what_comes_back_is_used(tmp_path, monkeypatch):
    folder, port = write_pieces(tmp_path / "p", ROWS, [100], "csv"), free_port()
    settings, where = certify(tmp_path), f"tls://127.0.0.1:{port}"
    monkeypatch.setattr(connect, "CONNECT_SECONDS", 2)
    monkeypatch.setattr(connect, "PAUSE_SECONDS", 0.5)
    africa, asia, europe = (Selection(region=(region,)) for region in ("Africa", "Asia", "Europe"))
    whole = load_intake(folder).table

    def numbers(table, selection: Selection):
        return ask(select(table, selection), find_key_numbers)

    servers = begin(settings, port)
    try:
        with dask.config.set(settings):
            parted = in_time(lambda: read_by_workers(partial(the_client, where), partial(load_up_to, str(folder)), 60))
            forget_answers()
            kept = numbers(parted, africa)
            # Cut off for a while, as by a network: the scheduler is there and says nothing.
            servers[0].send_signal(signal.SIGSTOP)
            monkeypatch.setattr(workers, "ANSWER_SECONDS", 1)
            with pytest.raises(InputError, match=r"^Since .* UTC views .* do not answer\.$"):
                numbers(parted, asia)
            servers[0].send_signal(signal.SIGCONT)
            monkeypatch.undo()
            asked = in_time(lambda: numbers(parted, asia))
            end(servers)
            with pytest.raises(InputError, match=r"^Since .* UTC views that nobody has seen before"):
                numbers(parted, europe)
            assert numbers(parted, africa) is kept
            servers = begin(settings, port)
            again = in_time(lambda: numbers(parted, europe))
            the_client(where).close()
    finally:
        end(servers)
    forget_answers()
    found = [numbers(whole, selection) for selection in (africa, asia, europe)]
    same_answers([kept, asked, again], found, "numbers")
