import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import commands, environment, machine
from scripts.commands import main
from scripts.environment import install, is_noted, note, prepare
from scripts.machine import Stop, prepare_browser
from scripts.setup import say_too_old
from tests import chromium

ROOT = Path(__file__).parent.parent


def test_an_old_python_is_told_what_to_do():
    assert say_too_old((3, 11, 0)) is None
    assert say_too_old((3, 14, 1)) is None
    assert "this is 3.9" in say_too_old((3, 9, 2))
    assert "PYTHON=" in say_too_old((3, 9, 2))


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with requirements, and the steps that its set-up took: nothing is made or installed."""
    for name in ("requirements.txt", "requirements-test.txt"):
        (tmp_path / name).write_text("streamlit==1.67.0\n")
    steps = []
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "make", lambda: steps.append("made"))
    monkeypatch.setattr(environment, "install", lambda files: steps.append(f"installed {len(files)}"))
    return steps


def test_what_was_made_and_installed_is_not_made_again(project):
    for _again in range(2):
        prepare("run")
    assert project == ["made", "installed 1"]


def test_what_tests_need_is_installed_when_they_are_asked_for(project):
    for kind in ("run", "test", "run"):
        prepare(kind)
    assert project == ["made", "installed 1", "installed 2"]


def test_changed_requirements_are_installed_again(project, tmp_path):
    prepare("run")
    (tmp_path / "requirements.txt").write_text("streamlit==1.68.0\n")
    prepare("run")
    assert project == ["made", "installed 1", "installed 1"]


def test_an_environment_of_another_python_or_place_is_made_anew(project, monkeypatch):
    prepare("run")
    monkeypatch.setattr(environment.sys, "version", "3.99.0")
    prepare("run")
    assert project[:3] == ["made", "installed 1", "made"]


def test_a_failed_install_is_one_sentence_and_not_noted(project, tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "install", install)
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(environment.subprocess, "run", lambda *_arguments, **_options: failed)
    with pytest.raises(Stop, match="check the network"):
        prepare("run")
    assert not is_noted("run", "streamlit==1.67.0\n")
    note("run", "streamlit==1.67.0\n")
    assert is_noted("run", "streamlit==1.67.0\n")


@pytest.mark.parametrize(("uv", "program"), [("/bin/uv", "/bin/uv"), (None, "python")])
def test_uv_installs_where_it_is_there(monkeypatch, uv, program):
    commands_run = []
    monkeypatch.setattr(environment.shutil, "which", lambda _name: uv)
    done = subprocess.CompletedProcess([], 0)
    monkeypatch.setattr(environment.subprocess, "run", lambda command, **_options: commands_run.append(command) or done)
    install(["requirements.txt"])
    assert Path(commands_run[0][0]).stem == Path(program).stem


def test_a_browser_that_cannot_be_had_stops_set_up(monkeypatch):
    tried = []
    monkeypatch.setattr(machine, "finds", lambda python, module: False)
    monkeypatch.setattr(machine, "apt_install", lambda *packages: tried.append(packages) or True)
    monkeypatch.setattr(machine, "playwright_install", lambda python: tried.append("playwright") or True)
    with pytest.raises(Stop, match="set CHROMIUM"):
        prepare_browser(Path(sys.executable))
    assert tried == [("chromium",), "playwright"]


def test_a_browser_that_is_there_is_used(monkeypatch):
    monkeypatch.setattr(machine, "finds", lambda python, module: True)
    monkeypatch.setattr(machine, "apt_install", lambda *packages: pytest.fail("nothing to install"))
    prepare_browser(Path(sys.executable))


@pytest.mark.skipif(os.name == "nt", reason="made with a shell script")
@pytest.mark.parametrize(
    ("script", "counts"),
    [("echo Chromium 156.0", True), ("echo 'Command requires the chromium snap' >&2; exit 1", False)],
)
def test_a_browser_counts_only_if_it_starts(tmp_path, monkeypatch, script, counts):
    path = tmp_path / "chromium"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(path))
    assert chromium.find_browser() == (str(path) if counts else None)


def test_a_browser_is_found_by_name(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/bin/{name}" if "google" in name else None)
    monkeypatch.setattr(chromium, "starts", lambda path: path.startswith("/bin/"))
    assert chromium.find_browser() == "/bin/google-chrome-stable"


def test_a_port_in_use_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(commands.socket.socket, "connect_ex", lambda _socket, _address: 0)
    assert main(["run", "9000"]) == 1
    assert capsys.readouterr().err == (
        "Port 9000 is in use, perhaps by this dashboard; for another: make run PORT=9001\n"
    )


def test_arguments_reach_pytest_in_order(monkeypatch):
    given = []
    monkeypatch.setitem(commands.COMMANDS, "test", lambda *arguments: given.extend(arguments) or 0)
    assert main(["test", "tests/test_setup.py", "-k", "port", "-p", "no:cacheprovider"]) == 0
    assert given == ["tests/test_setup.py", "-k", "port", "-p", "no:cacheprovider"]


def test_an_unknown_command_is_answered_by_those_there_are(capsys):
    assert main(["serve"]) == 2
    assert "run|test|lint" in capsys.readouterr().err


def pins(name: str) -> list[str]:
    """The lines of a requirements file that ask for something."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line.removesuffix(" \\") for line in lines if line and not line.startswith((" ", "#"))]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_requirement_is_pinned_exactly_and_names_no_index(name):
    pinned = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?")
    assert [line for line in pins(name) if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_pin_carries_hashes(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(re.findall(r"^\S+==[^\n]* \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)) == len(pins(name))


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_everything_asked_for_is_pinned(name):
    # What is for one system only says so behind a semicolon.
    asked = {line.split(" ;")[0] for line in pins(f"{name}.in") if not line.startswith("-")}
    assert asked - {line.split("==")[0] for line in pins(f"{name}.txt")} == set()


def test_both_files_agree_on_what_they_share():
    shared = dict(line.split("==", 1) for line in pins("requirements.txt") if ";" not in line)
    tools = dict(line.split("==", 1) for line in pins("requirements-test.txt"))
    assert {name: tools[name] for name in shared if name in tools} == {
        name: shared[name] for name in shared if name in tools
    }
