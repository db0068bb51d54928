"""The commands that make and Windows users call."""

import argparse
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from scripts.browser import prepare_browser
from scripts.environment import ROOT, prepare
from scripts.office import prepare_office
from scripts.system import Stop

ABOUT = "Set up the dashboard and run it, its tests or its linters."
LEFT_BEHIND = [".venv", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".hypothesis"]
PIN = ["--universal", "--python-version", "3.11", "--no-emit-index-url", "--quiet"]


def app_script(root: Path = ROOT) -> str:
    """The file to serve: the data API around the dashboard where there is one, else the dashboard alone."""
    return "server.py" if (root / "server.py").exists() else "dashboard.py"


def is_taken(port: int) -> bool:
    """Whether something on this machine already answers on a port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def serve(port: int) -> int:
    """Serve the dashboard until it is stopped; its exit status."""
    if is_taken(port):
        raise Stop(f"Port {port} is in use, perhaps by this dashboard; for another: make run PORT={port + 1}")
    python = prepare("run")
    # Streamlit opens a browser where there is a display and none elsewhere, which is what we want,
    # so nothing is said about it here; .streamlit/config.toml keeps it from asking for an e-mail address.
    # Its welcome advertises tools for programmers, so we say where the dashboard is ourselves.
    command = [str(python), "-m", "streamlit", "run", app_script(), "--server.port", str(port)]
    command += ["--logger.hideWelcomeMessage", "true"]
    print(f"The dashboard opens at http://127.0.0.1:{port} (Ctrl+C stops it).", flush=True)
    if os.name == "nt":
        return subprocess.run(command, cwd=ROOT).returncode
    os.chdir(ROOT)
    # Taking this process's place, the server gets Ctrl+C and every other signal itself.
    os.execv(command[0], command)


def test(arguments: list[str]) -> int:
    """Run every test, or those that the arguments choose; pytest's exit status."""
    python = prepare("test")
    prepare_browser(python)
    prepare_office(python)
    return run([python, "-m", "pytest", *arguments])


def bench(arguments: list[str]) -> int:
    """Measure speed; the exit status of the bench."""
    python = prepare("test")
    prepare_browser(python)
    return run([python, "-m", "bench", *arguments])


def lint() -> int:
    """Run the linters: style, form, and the layers of the packages; 0 if they are content."""
    python = prepare("test")
    ruff = [python, "-m", "ruff"]
    checks = [[*ruff, "check", "."], [*ruff, "format", "--check", "."], [python.with_name("lint-imports")]]
    return max(run(check) for check in checks)


def messages() -> int:
    """Gather every text that readers see into the file for translators; 0, or the exit status of the step."""
    return run([prepare("test"), "-m", "scripts.messages"])


def requirements(arguments: list[str]) -> int:
    """Pin both requirements files anew; 0, or the exit status of the step that failed."""
    python = prepare("test")
    status = run([python, "-m", "pip", "install", "--quiet", "uv"])
    compiler = [python, "-m", "uv", "pip", "compile", *PIN, *arguments]
    for name in ("requirements", "requirements-test"):
        status = status or run([*compiler, f"{name}.in", "-o", f"{name}.txt"])
    return status


def clean() -> int:
    """Remove what set-up, tests and linters left behind; always 0."""
    for folder in [*(ROOT / name for name in LEFT_BEHIND), *ROOT.rglob("__pycache__")]:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def run(command: list) -> int:
    """The exit status of a command run in the project's folder."""
    return subprocess.run(command, cwd=ROOT).returncode


def main(arguments: list[str]) -> int:
    """Do what the command line asks; its exit status."""
    parser = argparse.ArgumentParser(prog="setup.py", description=ABOUT, allow_abbrev=False)
    parser.add_argument("command", choices=["run", "test", "lint", "bench", "messages", "requirements", "clean"])
    parser.add_argument("--port", type=int, default=8501, help="where to serve (default: 8501)")
    asked, others = parser.parse_known_args(arguments)
    takes_others = {"test": test, "bench": bench, "requirements": requirements}
    if others and asked.command not in takes_others:
        parser.error("{} takes no {}".format(asked.command, " ".join(others)))
    try:
        if asked.command in takes_others:
            return takes_others[asked.command](others)
        return {"run": lambda: serve(asked.port), "lint": lint, "messages": messages, "clean": clean}[asked.command]()
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
