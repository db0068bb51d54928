"""The project's `.venv`: made where it is missing or does not fit, filled by uv where that is there, else by pip."""

import shutil
import subprocess
import sys
from importlib import invalidate_caches, util
from pathlib import Path

from scripts.machine import Stop, apt_install

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
NEEDS = {"run": ["requirements.txt"], "test": ["requirements.txt", "requirements-test.txt"]}


def prepare(kind: str) -> Path:
    """The Python of `.venv` with all that `kind` needs; asks no network for what is there already, raises Stop."""
    maker = f"{sys.version} of {sys._base_executable} for {VENV}"
    if not is_noted("made", maker):
        make()
        note("made", maker)
    wanted = "".join((ROOT / name).read_text("utf-8") for name in NEEDS[kind])
    if not is_noted(kind, wanted):
        install(NEEDS[kind])
        note(kind, wanted)
    return PYTHON


def is_noted(step: str, done: str) -> bool:
    """Whether a step was brought to its end for just this; its note lives and dies with the environment."""
    path = VENV / f"{step}.txt"
    return path.exists() and path.read_text("utf-8") == done


def note(step: str, done: str) -> None:
    """Note that a step was brought to its end."""
    (VENV / f"{step}.txt").write_text(done, "utf-8")


def make() -> None:
    """Make an empty environment; raises Stop where this machine's Python cannot."""
    print("Making .venv.", flush=True)
    # Debian leaves this part of Python out.
    if not util.find_spec("ensurepip") and not apt_install("python{}.{}-venv".format(*sys.version_info)):
        raise Stop("This Python cannot make .venv: run 'sudo apt-get install python3-venv' and try again.")
    invalidate_caches()
    if subprocess.run([sys._base_executable, "-m", "venv", "--clear", VENV]).returncode:
        raise Stop(f"Python could not make {VENV}: see its words above.")


def install(files: list[str]) -> None:
    """Install just what the files pin; raises Stop where that fails."""
    print("Installing into .venv; this may take a few minutes, once.", flush=True)
    uv = shutil.which("uv")
    command = [uv, "pip", "install", "--python", PYTHON] if uv else [PYTHON, "-m", "pip", "install", "--no-input"]
    asked = [part for name in files for part in ("-r", name)]
    if subprocess.run([*command, *asked], cwd=ROOT, stdin=subprocess.DEVNULL).returncode:
        raise Stop("What the dashboard needs could not be installed: check the network and try again.")
