"""The commands of docs/distributed.md work as they stand, on this machine."""

import json
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.pieces import write_pieces

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "distributed.md").read_text(encoding="utf-8")
COMMANDS = re.search(r"```\n(.*?)```", PAGE, re.DOTALL)[1].splitlines()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_there_are_five_commands_and_the_first_installs_what_is_pinned():
    assert len(COMMANDS) == 5
    assert (ROOT / COMMANDS[0].split()[-1]).is_file()


def test_the_other_commands_count_alike(tmp_path):
    pytest.importorskip("distributed")
    rows = [("Mali", "2001 - 2003", "CS"), ("Chad", "2002 - ", "DDR"), ("Togo", "2003", "CS"), ("Haiti", "2004", "ND")]
    folder = write_pieces(tmp_path / "projects", rows, [2], "csv")
    port = str(free_port())

    def words(number: int) -> list[str]:
        line = COMMANDS[number].replace("8786", port).replace(" projects ", f" {folder} ")
        program, *rest = line.split()
        return [sys.executable, *rest] if program.endswith("python") else [sys.executable, "-m", "dask", *rest]

    def said(number: int) -> dict:
        ended = subprocess.run(words(number), cwd=ROOT, capture_output=True, timeout=120)
        assert ended.returncode == 0, ended.stderr.decode()
        return json.loads(ended.stdout)

    alone = subprocess.run(
        [sys.executable, "-m", "analysis", "summary", str(folder)], cwd=ROOT, capture_output=True, timeout=120
    )
    local = said(1)
    servers = [subprocess.Popen(words(number), cwd=ROOT, stderr=subprocess.DEVNULL) for number in (2, 3)]
    try:
        deadline = time.monotonic() + 60
        while True:
            ended = subprocess.run(words(4), cwd=ROOT, capture_output=True, timeout=120)
            if ended.returncode == 0 or time.monotonic() > deadline:
                break
        assert json.loads(ended.stdout) == json.loads(alone.stdout) == local
    finally:
        for server in reversed(servers):
            server.terminate()
            server.wait(30)
