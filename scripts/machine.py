"""What the tests need beside Python, a browser and LibreOffice, installed where it is missing and we may."""

import os
import shutil
import subprocess
from pathlib import Path

NO_BROWSER = (
    "The browser tests need Chromium or Chrome, and none could be installed: install one "
    "(on Debian: sudo apt-get install chromium), or set CHROMIUM to where it is, and try again."
)


class Stop(Exception):
    """What keeps set-up from going on, as one sentence for the person who started it."""


def prepare_browser(python: Path) -> None:
    """Have a browser that starts; raises Stop where there is none and none can be installed."""
    # Debian has a package. Ubuntu has none that a container can run, so there it is playwright's.
    for install in (lambda: True, lambda: apt_install("chromium"), lambda: playwright_install(python)):
        if install() and finds(python, "tests.chromium"):
            return
    raise Stop(NO_BROWSER)


def prepare_office(python: Path) -> None:
    """Have LibreOffice where we may install it; elsewhere its tests are left out and say why."""
    if not finds(python, "tests.soffice"):
        apt_install("libreoffice-calc", "libreoffice-impress")


def prepare_node() -> None:
    """Have node where we may install it; elsewhere the tests in JavaScript are left out and say why."""
    if not shutil.which("node"):
        apt_install("nodejs")


def finds(python: Path, module: str) -> bool:
    """Whether a module of the tests finds the program that it looks for."""
    return subprocess.run([python, "-m", module], cwd=Path(__file__).parent.parent, capture_output=True).returncode == 0


def playwright_install(python: Path) -> bool:
    """Whether playwright could install a browser of its own, with its libraries where we may."""
    libraries = ["--with-deps"] if can_use_apt() else []
    command = [python, "-m", "playwright", "install", *libraries, "chromium"]
    return subprocess.run(command, stdin=subprocess.DEVNULL).returncode == 0


def can_use_apt() -> bool:
    """Whether apt-get is here and we may use it."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def apt_install(*packages: str) -> bool:
    """Whether apt-get could install all of the packages, from fresh lists; False where we may not use it."""
    if not can_use_apt():
        return False
    # A new machine may still be updating itself, so wait for it.
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120", "-y"]
    subprocess.run([*apt, "update"], stdin=subprocess.DEVNULL)
    command = [*apt, "install", "--no-install-recommends", *packages]
    return subprocess.run(command, stdin=subprocess.DEVNULL).returncode == 0
