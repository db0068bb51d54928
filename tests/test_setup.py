"""Set-up on a machine where nothing is really made or installed."""

import pytest

from scripts import setup


@pytest.fixture
def calls(tmp_path, monkeypatch):
    """What set-up ran, each with success, for a project whose `.venv` and requirements are in `tmp_path`."""
    for name in setup.PINS["test"]:
        (tmp_path / name).write_text("streamlit==1.67.0\n")
    ran = []
    for name, value in {"ROOT": tmp_path, "VENV": tmp_path, "PYTHON": tmp_path / "python"}.items():
        monkeypatch.setattr(setup, name, value)
    monkeypatch.setattr(setup, "call", lambda command: ran.append(" ".join(map(str, command))) or 0)
    monkeypatch.setattr(setup, "may_use_apt", lambda: True)
    return ran


def steps(calls):
    """What the commands did: made `.venv`, or installed from so many files."""
    return ["made" if "-m venv" in call else f"installed {call.count('-r ')}" for call in calls]


def test_only_what_changed_is_made_or_installed_again(calls, tmp_path, monkeypatch):
    for kind in ("run", "test", "run"):
        setup.prepare(kind)
    assert steps(calls) == ["made", "installed 1", "installed 4"]
    (tmp_path / "requirements.txt").write_text("streamlit==1.68.0\n")
    setup.prepare("run")
    assert steps(calls[3:]) == ["installed 1"]
    monkeypatch.setattr(setup.sys, "version", "3.99.0")
    setup.prepare("run")
    assert steps(calls[4:5]) == ["made"]


@pytest.mark.parametrize(("fails", "says"), [("-m venv", "python3-venv"), ("install", "check the network")])
def test_a_step_that_failed_is_one_sentence_and_done_again_the_next_time(calls, monkeypatch, fails, says):
    succeeding = setup.call
    monkeypatch.setattr(setup, "call", lambda command: fails in " ".join(map(str, command)))
    with pytest.raises(SystemExit, match=says):
        setup.prepare("run")
    monkeypatch.setattr(setup, "call", succeeding)
    setup.prepare("run")
    assert steps(calls)[-1] == "installed 1"


@pytest.mark.parametrize(("uv", "program"), [("/bin/uv", "/bin/uv pip"), (None, "python -m pip")])
def test_uv_installs_where_it_is_there_and_hashes_are_required(calls, monkeypatch, uv, program):
    monkeypatch.setattr(setup.shutil, "which", lambda _name: uv)
    setup.prepare("run")
    assert program in calls[-1] and "--require-hashes" in calls[-1]


def test_programs_that_are_there_are_used_and_a_browser_that_cannot_be_had_stops_set_up(calls, monkeypatch):
    monkeypatch.setattr(setup, "finds", lambda _module: True)
    setup.prepare_programs()
    assert calls == []
    monkeypatch.setattr(setup, "finds", lambda module: module != "tests.chromium")
    with pytest.raises(SystemExit, match="set CHROMIUM"):
        setup.prepare_programs()
    assert [call.split()[-1] for call in calls] == ["update", "chromium", "chromium"]


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 10, 14)])
def test_an_old_python_is_told_what_to_do(version):
    setup.check_python((3, 11, 0))
    with pytest.raises(SystemExit, match=f"this is {version[0]}.{version[1]}: .* PYTHON="):
        setup.check_python(version)


def test_arguments_follow_what_a_command_runs_and_an_unknown_one_is_answered_by_those_there_are(calls, monkeypatch):
    monkeypatch.setattr(setup, "prepare_programs", lambda: None)
    assert setup.main("test", "tests/test_setup.py", "-k", "port") == 0
    assert calls[-1].endswith("python -m pytest tests/test_setup.py -k port")
    with pytest.raises(SystemExit, match=r"run\|serve\|test\|lint\|bench"):
        setup.main("deploy")


def test_every_linter_runs_and_one_that_is_not_content_fails(calls, monkeypatch):
    setup.prepare("test")
    ran = []
    monkeypatch.setattr(setup, "call", lambda command: ran.append(command[0].name) or ran[-1] == "mypy")
    monkeypatch.setattr(setup.shutil, "which", lambda *_name, **_path: "biome")
    assert setup.main("lint") == 1
    assert ran == ["ruff", "ruff", "mypy", "lint-imports", "biome"]
