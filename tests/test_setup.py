"""Set-up on a machine where nothing is really made or installed."""

import pytest

from scripts import setup
from scripts.setup import check_python, main, prepare, prepare_programs


@pytest.fixture
def calls(tmp_path, monkeypatch):
    """A project with requirements, and the commands that its set-up ran; each succeeds."""
    for name in setup.PINS["test"]:
        (tmp_path / name).write_text("streamlit==1.67.0\n")
    (tmp_path / "bin").mkdir()
    ran = []
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "PYTHON", tmp_path / "bin" / "python")
    monkeypatch.setattr(setup, "call", lambda command: ran.append(" ".join(map(str, command))) or 0)
    monkeypatch.setattr(setup, "may_use_apt", lambda: True)
    return ran


def steps(calls: list[str]) -> list[str]:
    """What the commands did: made `.venv`, or installed from so many files."""
    return ["made" if "-m venv" in call else f"installed {call.count('-r ')}" for call in calls]


@pytest.mark.parametrize(
    ("kinds", "done"),
    [
        (["run", "run"], ["made", "installed 1"]),
        (["run", "test", "run"], ["made", "installed 1", "installed 3"]),
    ],
)
def test_what_was_made_and_installed_is_not_made_again(calls, kinds, done):
    for kind in kinds:
        prepare(kind)
    assert steps(calls) == done


def test_changed_requirements_are_installed_again(calls, tmp_path):
    prepare("run")
    (tmp_path / "requirements.txt").write_text("streamlit==1.68.0\n")
    prepare("run")
    assert steps(calls) == ["made", "installed 1", "installed 1"]


def test_an_environment_of_another_python_is_made_anew(calls, monkeypatch):
    prepare("run")
    monkeypatch.setattr(setup.sys, "version", "3.99.0")
    prepare("run")
    assert steps(calls)[:3] == ["made", "installed 1", "made"]


@pytest.mark.parametrize(("fails", "says"), [("-m venv", "python3-venv"), ("install", "check the network")])
def test_a_step_that_failed_is_one_sentence_and_done_again_the_next_time(calls, monkeypatch, fails, says):
    monkeypatch.setattr(setup, "call", lambda command: fails in " ".join(map(str, command)))
    with pytest.raises(SystemExit, match=says):
        prepare("run")
    monkeypatch.setattr(setup, "call", lambda command: calls.append(" ".join(map(str, command))) or 0)
    prepare("run")
    assert steps(calls)[-1] == "installed 1"


@pytest.mark.parametrize(("uv", "program"), [("/bin/uv", "/bin/uv pip"), (None, "python -m pip")])
def test_uv_installs_where_it_is_there_and_hashes_are_required(calls, monkeypatch, uv, program):
    monkeypatch.setattr(setup.shutil, "which", lambda _name: uv)
    prepare("run")
    assert program in calls[-1] and "--require-hashes" in calls[-1]


def test_a_browser_that_cannot_be_had_stops_set_up(calls, monkeypatch):
    monkeypatch.setattr(setup, "finds", lambda module: module != "tests.chromium")
    with pytest.raises(SystemExit, match="set CHROMIUM"):
        prepare_programs()
    assert [call.split()[-1] for call in calls] == ["update", "chromium", "chromium"]


def test_programs_that_are_there_are_used(calls, monkeypatch):
    monkeypatch.setattr(setup, "finds", lambda _module: True)
    prepare_programs()
    assert calls == []


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 9, 2), (3, 10, 14)])
def test_an_old_python_is_told_what_to_do(version):
    check_python((3, 11, 0))
    with pytest.raises(SystemExit, match=f"this is {version[0]}.{version[1]}: .* PYTHON="):
        check_python(version)


def test_a_port_in_use_is_one_sentence(monkeypatch):
    monkeypatch.setattr(setup.socket.socket, "connect_ex", lambda _socket, _address: 0)
    with pytest.raises(SystemExit, match=r"Port 9000 is in use.* make run PORT=9001"):
        main("run", "9000")


def test_arguments_reach_pytest_in_order(calls, monkeypatch):
    monkeypatch.setattr(setup, "prepare_programs", lambda: None)
    assert main("test", "tests/test_setup.py", "-k", "port") == 0
    assert calls[-1].endswith("bin/python -m pytest tests/test_setup.py -k port")


def test_every_linter_runs_and_one_that_is_not_content_fails(calls, monkeypatch):
    prepare("test")
    ran = []
    monkeypatch.setattr(setup, "call", lambda command: ran.append(command[0].name) or ran[-1] == "mypy")
    monkeypatch.setattr(setup.shutil, "which", lambda *_name, **_path: "biome")
    assert main("lint") == 1
    assert ran == ["ruff", "ruff", "mypy", "lint-imports", "biome"]


def test_an_unknown_command_is_answered_by_those_there_are():
    with pytest.raises(SystemExit, match=r"run\|test\|lint\|bench"):
        main("serve")
