"""The commands that make and Windows users call."""

import os
import shutil
import socket
import subprocess
import sys

from scripts.environment import ROOT, prepare
from scripts.machine import Stop, prepare_browser, prepare_node, prepare_office

SERVER = "server.py"
LINTERS = [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports"]]
SCRIPT_LINTER = ["biome", "check", "--error-on-warnings"]
PIN = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--quiet"]
LEFT_BEHIND = [".venv", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".hypothesis", "**/__pycache__"]


def run(port: str = "8501") -> int:
    """Serve the dashboard until it is stopped."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", int(port))) == 0:
            raise Stop(f"Port {port} is in use, perhaps by this dashboard; for another: make run PORT={int(port) + 1}")
    python = str(prepare("run"))
    print(f"The dashboard opens at http://127.0.0.1:{port} (Ctrl+C stops it).", flush=True)
    # Streamlit's welcome advertises tools for programmers, so we have said where the dashboard is ourselves.
    command = [python, "-m", "streamlit", "run", SERVER, "--server.port", port, "--logger.hideWelcomeMessage", "true"]
    if os.name == "nt":
        return call(command)
    os.chdir(ROOT)
    # Taking this process's place, the server gets Ctrl+C and every other signal itself.
    os.execv(python, command)


def test(*arguments: str) -> int:
    """Run every test, or those that pytest's arguments choose."""
    python = prepare("test")
    prepare_browser(python)
    prepare_office(python)
    prepare_node()
    return call([python, "-m", "pytest", *arguments])


def bench(*arguments: str) -> int:
    """Measure speed and print the table."""
    python = prepare("test")
    prepare_browser(python)
    return call([python, "-m", "bench", *arguments])


def lint() -> int:
    """Run every linter to its end; 0 if all are content."""
    python = prepare("test")
    linters = LINTERS
    if python.with_name("biome").exists():
        linters = [*LINTERS, SCRIPT_LINTER]
    else:
        print("JavaScript and CSS are not checked: the package of their linter is for Linux on x86-64 alone.")
    return max([call([python.with_name(name), *arguments]) for name, *arguments in linters])


def messages() -> int:
    """Gather every text that readers see into the file for translators."""
    return call([prepare("test"), "-m", "scripts.messages"])


def requirements(*arguments: str) -> int:
    """Pin both requirements files anew, the tests' upon the product's."""
    compiler = [prepare("test"), "-m", "uv", "pip", "compile", *PIN, *arguments]
    files = ("requirements", "requirements-test")
    return max([call([*compiler, f"{name}.in", "-o", f"{name}.txt"]) for name in files])


def clean() -> int:
    """Remove what set-up, tests and linters left behind."""
    for pattern in LEFT_BEHIND:
        for folder in list(ROOT.glob(pattern)):
            shutil.rmtree(folder, ignore_errors=True)
    return 0


def call(command: list) -> int:
    """The exit status of a command run in the project's folder."""
    return subprocess.run(command, cwd=ROOT).returncode


COMMANDS = {each.__name__: each for each in (run, test, lint, bench, messages, requirements, clean)}


def main(arguments: list[str]) -> int:
    """Do what the command line asks, a command and what it takes; its exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"python scripts/setup.py {'|'.join(COMMANDS)}", file=sys.stderr)
        return 2
    try:
        return COMMANDS[arguments[0]](*arguments[1:])
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
