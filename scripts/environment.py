"""The project's `.venv`: whether it still fits, how it is made, and what is installed in it."""

import hashlib
import importlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from scripts.system import Stop, apt_install, can_use_apt

ROOT = Path(__file__).resolve().parent.parent
NEEDS = {"run": ["requirements.txt"], "test": ["requirements.txt", "requirements-test.txt"]}


def venv_python(venv: Path) -> Path:
    """The Python inside a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def read_settings(venv: Path) -> dict[str, str]:
    """What `pyvenv.cfg` says about how an environment was made; empty where there is none."""
    try:
        lines = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}


def find_fault(settings: dict[str, str], venv: Path, home: Path, version: tuple[int, int]) -> str | None:
    """Why an environment must be made anew by the Python of `home`, or None if it need not be."""
    if not settings:
        return "it is not there yet"
    if Path(settings.get("home", "")).resolve() != home.resolve():
        return "another Python made it"
    if not f"{settings.get('version', '')}.".startswith("{}.{}.".format(*version)):
        return "another version of Python made it"
    if not settings.get("command", "").endswith(str(venv)):
        return "it was moved"
    return None


def answers(python: Path) -> bool:
    """Whether an environment's Python starts and has pip; making one may have been interrupted."""
    question = "import sys, importlib.util; sys.exit(importlib.util.find_spec('pip') is None)"
    try:
        return subprocess.run([python, "-I", "-c", question], capture_output=True).returncode == 0
    except OSError:
        return False


def stamp(kind: str, root: Path) -> Path:
    """The file that holds the digest of what was installed; it lives and dies with the environment."""
    return root / ".venv" / f"installed-for-{kind}"


def stamp_text(kind: str, root: Path) -> str:
    """A digest of the requirements that a kind of use needs."""
    return hashlib.sha256(b"\0".join((root / name).read_bytes() for name in NEEDS[kind])).hexdigest()


def is_installed(kind: str, root: Path) -> bool:
    """Whether all that a kind of use needs was installed, whole, from the requirements as they are now."""
    path = stamp(kind, root)
    return path.exists() and path.read_text() == stamp_text(kind, root)


def prepare(kind: str, root: Path = ROOT) -> Path:
    """The environment's Python, with all that `kind` needs; asks no network for what is there already."""
    venv = root / ".venv"
    home = Path(sys._base_executable).parent
    fault = find_fault(read_settings(venv), venv, home, sys.version_info[:2])
    if not fault and not answers(venv_python(venv)):
        fault = "it is broken"
    if fault:
        print(f"Making .venv ({fault}).", flush=True)
        make_venv(venv)
    if not is_installed(kind, root):
        install(kind, root)
    return venv_python(venv)


def make_venv(venv: Path) -> None:
    """Make an environment anew; raises Stop where this machine's Python cannot."""
    if importlib.util.find_spec("ensurepip") is None:
        install_ensurepip()
    if subprocess.run([sys._base_executable, "-m", "venv", "--clear", venv]).returncode:
        raise Stop(f"Python could not make {venv}: see its words above.")


def install_ensurepip() -> None:
    """Install the part of Python that Debian and Ubuntu leave out; raises Stop where we may not."""
    packages = ["python{}.{}-venv".format(*sys.version_info), "python3-venv"]
    if can_use_apt():
        apt_install(*packages)
        importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop(f"This Python cannot make .venv: run 'sudo apt-get install {packages[0]}' and try again.")


def install(kind: str, root: Path) -> None:
    """Install what `kind` needs and stamp it; a failed install leaves no stamp, and raises Stop."""
    for each in NEEDS:
        stamp(each, root).unlink(missing_ok=True)
    print("Installing into .venv; this takes a few minutes, once.", flush=True)
    files = [part for name in NEEDS[kind] for part in ("-r", str(root / name))]
    pip = [venv_python(root / ".venv"), "-m", "pip", "install", "--no-input", *files]
    if subprocess.run(pip, stdin=subprocess.DEVNULL).returncode:
        raise Stop("pip could not install what the dashboard needs: check the network and try again.")
    for each in NEEDS:
        if set(NEEDS[each]) <= set(NEEDS[kind]):
            stamp(each, root).write_text(stamp_text(each, root))
