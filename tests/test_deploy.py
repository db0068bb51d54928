"""What an organisation deploys: each file passes its own checker, and says what the documentation says."""

import re
import shlex
import shutil
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest
import yaml

from analysis.intake.limits import UPLOAD_BYTES
from scripts import nginx, serve
from scripts.setup import ROOT

DEPLOY = ROOT / "deploy"
COMMANDS = re.findall(
    r"(?:^|\s)(?:make serve ARGS=\"(.*?)\"|python -m scripts\.serve (.*))$",
    (ROOT / "docs/serving.md").read_text(),
    re.M,
)


def run(*command: object) -> str:
    """What a checker says; nothing where it is content."""
    ran = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    return f"{ran.stdout}{ran.stderr}" if ran.returncode else ""


@pytest.fixture
def asked(tmp_path):
    """What the command line of `make serve` would ask, with its state in a folder."""
    return Namespace(
        address="127.0.0.1", port=8080, cert=None, key=None, state=tmp_path, host=[], processes=3, login=False
    )


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
@pytest.mark.parametrize("ports", [[9001], [9001, 9002, 9003]])
def test_nginx_takes_its_configuration(asked, tmp_path, secure, address, ports):
    asked.login = secure
    if secure:
        asked.cert, asked.key = str(tmp_path / "cert.pem"), str(tmp_path / "key.pem")
        subject = ["-subj", "/CN=dashboard.example.org", "-nodes", "-days", "2"]
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-keyout", asked.key, "-out", asked.cert, *subject)
    asked.address = address
    configuration = tmp_path / "nginx.conf"
    configuration.write_text(nginx.write_configuration(asked, tmp_path, ports))
    try:
        found = nginx.find_nginx()
    except SystemExit as missing:
        pytest.skip(str(missing))
    said = run(found, "-e", "stderr", "-t", "-p", tmp_path, "-c", configuration)
    assert said == ""


def test_nginx_lets_through_what_the_server_takes_and_no_more(asked, tmp_path):
    limit = re.search(r"client_max_body_size (\d+);", nginx.write_configuration(asked, tmp_path, [9001]))
    # A form around the file takes some bytes.
    assert limit and 0 < int(limit[1]) - UPLOAD_BYTES < 100_000


def test_the_container_file_passes_its_linter():
    if not (linter := shutil.which("hadolint", path=Path(sys.executable).parent)):
        pytest.skip("hadolint is for Linux on x86-64 alone")
    assert run(linter, DEPLOY / "Dockerfile") == ""


def test_the_unit_passes_its_verifier(tmp_path):
    if not (verifier := shutil.which("systemd-analyze")):
        pytest.skip("systemd is not installed")
    unit = (DEPLOY / "operations-dashboard.service").read_text()
    # The verifier looks whether the programs are there.
    here = tmp_path / "operations-dashboard.service"
    here.write_text(unit.replace("/srv/dashboard/.venv/bin/python", shutil.which("python3") or ""))
    assert "operations-dashboard.service" not in run(verifier, "verify", here)


def test_all_ways_start_what_make_serve_starts(monkeypatch):
    docker = (DEPLOY / "Dockerfile").read_text()
    entry = yaml.safe_load(re.search(r"^ENTRYPOINT (.*)$", docker, re.M)[1])
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]["dashboard"]
    unit = re.search(r"^ExecStart=(.*)$", (DEPLOY / "operations-dashboard.service").read_text(), re.M)[1]
    ways = [[*entry, *yaml.safe_load(re.search(r"^CMD (.*)$", docker, re.M)[1])], [*entry, *compose["command"]]]
    for way in [*ways, shlex.split(unit)]:
        assert way[1:3] == ["-m", "scripts.serve"]
        assert serve.read_command(way[3:]).processes == 2
    port = serve.read_command([]).port
    assert compose["ports"] == [f"127.0.0.1:{port}:{port}"] and f"EXPOSE {port}" in docker


def test_the_commands_of_the_documentation_mean_something():
    assert len(COMMANDS) >= 3
    for made, typed in COMMANDS:
        assert serve.read_command(shlex.split(made or typed)).processes > 0


@pytest.mark.parametrize("wrong", [["--cert", "a.pem"], ["--processes", "0"], ["--port", "x"], ["--address", "here"]])
def test_what_means_nothing_is_a_sentence(wrong, capsys):
    with pytest.raises(SystemExit):
        serve.read_command(wrong)
    assert "make serve: error: " in capsys.readouterr().err
