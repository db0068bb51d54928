import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import browser, commands, environment
from scripts.browser import choose_ways
from scripts.commands import app_script, main
from scripts.environment import find_fault, install, is_installed, read_settings
from scripts.setup import say_too_old
from scripts.system import Stop, read_families
from tests import chromium

ROOT = Path(__file__).parent.parent
HOME = Path("/opt/python/bin").resolve()
VENV = Path("/project/.venv").resolve()
SOUND = {"home": str(HOME), "version": "3.11.7", "command": f"{HOME}/python3 -m venv --clear {VENV}"}


def test_an_old_python_is_told_what_to_do():
    assert say_too_old((3, 11, 0)) is None
    assert say_too_old((3, 14, 1)) is None
    assert "this is 3.9" in say_too_old((3, 9, 2))
    assert "PYTHON=" in say_too_old((3, 9, 2))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, None),
        ({"version": "3.11.9"}, None),
        ({"version": "3.1.1"}, "another version of Python made it"),
        ({"version": "3.12.1"}, "another version of Python made it"),
        ({"home": "/usr/elsewhere"}, "another Python made it"),
        ({"command": f"{HOME}/python3 -m venv /old/.venv"}, "it was moved"),
    ],
)
def test_an_environment_is_made_anew_when_it_does_not_fit(change, fault):
    assert find_fault({**SOUND, **change}, VENV, HOME, (3, 11)) == fault


def test_a_missing_environment_is_made(tmp_path):
    assert find_fault(read_settings(tmp_path / "none"), VENV, HOME, (3, 11)) == "it is not there yet"


def test_settings_are_read_as_python_writes_them(tmp_path):
    (tmp_path / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11.2\n")
    assert read_settings(tmp_path) == {"home": "/usr/bin", "version": "3.11.2"}


@pytest.fixture
def project(tmp_path):
    """A project with requirements and an empty environment."""
    for name in ("requirements.txt", "requirements-test.txt"):
        (tmp_path / name).write_text("streamlit==1.67.0\n")
    (tmp_path / ".venv").mkdir()
    return tmp_path


@pytest.fixture
def pip(monkeypatch):
    """A pip that does nothing and ends with the status in its list; the commands it was given follow."""
    calls = [0]

    def pretend(command, **options):
        calls.append(command)
        return subprocess.CompletedProcess(command, calls[0])

    monkeypatch.setattr(environment.subprocess, "run", pretend)
    return calls


def test_what_was_installed_is_not_installed_again(project, pip):
    install("run", project)
    assert is_installed("run", project)
    assert not is_installed("test", project)


def test_installing_for_tests_serves_running_too(project, pip):
    install("test", project)
    assert is_installed("run", project)
    assert is_installed("test", project)


def test_changed_requirements_are_installed_again(project, pip):
    install("test", project)
    (project / "requirements.txt").write_text("streamlit==1.68.0\n")
    assert not is_installed("run", project)
    assert not is_installed("test", project)


def test_a_failed_install_leaves_no_stamp(project, pip):
    install("test", project)
    pip[0] = 1
    with pytest.raises(Stop, match="check the network"):
        install("run", project)
    assert not is_installed("run", project)
    assert not is_installed("test", project)


@pytest.mark.parametrize(
    ("apt", "families", "ways"),
    [
        (True, {"debian"}, ["apt", "playwright with libraries"]),
        (True, {"ubuntu", "debian"}, ["playwright with libraries", "playwright"]),
        (False, {"debian"}, ["playwright"]),
        (True, {"fedora"}, ["playwright"]),
        (False, set(), ["playwright"]),
    ],
)
def test_ways_to_a_browser(apt, families, ways):
    assert choose_ways(apt, families) == ways


def test_a_browser_that_cannot_be_had_stops_set_up(monkeypatch):
    tried = []
    monkeypatch.setattr(browser, "has_browser", lambda python: False)
    monkeypatch.setattr(browser, "install_browser", lambda python, way: tried.append(way))
    monkeypatch.setattr(browser, "choose_ways", lambda apt, families: ["apt", "playwright"])
    with pytest.raises(Stop, match="set CHROMIUM"):
        browser.prepare_browser(Path(sys.executable))
    assert tried == ["apt", "playwright"]


def test_a_browser_that_is_there_is_used(monkeypatch):
    monkeypatch.setattr(browser, "has_browser", lambda python: True)
    monkeypatch.setattr(browser, "install_browser", lambda python, way: pytest.fail("nothing to install"))
    browser.prepare_browser(Path(sys.executable))


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


def test_a_linux_knows_its_family():
    assert read_families({"ID": "debian"}) == {"debian"}
    assert read_families({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}) == {"linuxmint", "ubuntu", "debian"}


def test_the_server_is_run_once_it_is_there(tmp_path):
    assert app_script(tmp_path) == "dashboard.py"
    (tmp_path / "server.py").touch()
    assert app_script(tmp_path) == "server.py"


def test_a_port_in_use_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(commands, "is_taken", lambda port: True)
    assert main(["run", "--port", "9000"]) == 1
    assert capsys.readouterr().err == (
        "Port 9000 is in use, perhaps by this dashboard; for another: make run PORT=9001\n"
    )


def test_arguments_reach_pytest_in_order(monkeypatch):
    given = []
    monkeypatch.setattr(commands, "test", lambda arguments: given.extend(arguments) or 0)
    main(["test", "tests/test_setup.py", "-k", "port", "-p", "no:cacheprovider"])
    assert given == ["tests/test_setup.py", "-k", "port", "-p", "no:cacheprovider"]


def pins(name: str) -> list[str]:
    """The lines of a requirements file that ask for something."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.lstrip().startswith("#")]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_requirement_is_pinned_exactly_and_names_no_index(name):
    pinned = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?")
    assert [line for line in pins(name) if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_everything_asked_for_is_pinned(name):
    asked = {line for line in pins(f"{name}.in") if not line.startswith("-")}
    assert asked - {line.split("==")[0] for line in pins(f"{name}.txt")} == set()


def test_both_files_agree_on_what_they_share():
    shared = dict(line.split("==", 1) for line in pins("requirements.txt") if ";" not in line)
    tools = dict(line.split("==", 1) for line in pins("requirements-test.txt"))
    assert {name: tools[name] for name in shared if name in tools} == {
        name: shared[name] for name in shared if name in tools
    }
