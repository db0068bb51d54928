"""LibreOffice, which opens the files that we write: the installed one, or one that we install where we may."""

import subprocess
from pathlib import Path

from scripts.environment import ROOT
from scripts.system import apt_install, can_use_apt


def prepare_office(python: Path) -> None:
    """Install LibreOffice where it is missing and we may; elsewhere its tests are left out and say why."""
    if has_office(python) or not can_use_apt():
        return
    print("No LibreOffice found; installing it for the tests of exported files.", flush=True)
    for package in ("libreoffice-calc", "libreoffice-impress"):
        apt_install(package)


def has_office(python: Path) -> bool:
    """Whether the tests will find LibreOffice."""
    return subprocess.run([python, "-m", "tests.soffice"], cwd=ROOT, capture_output=True).returncode == 0
