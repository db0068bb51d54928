"""A browser for the browser tests: the installed one, or one that we install."""

import subprocess
from pathlib import Path

from scripts.environment import ROOT
from scripts.system import Stop, apt_install, can_use_apt, linux_families

NO_BROWSER = (
    "The browser tests need Chromium or Chrome, and none could be installed: install one "
    "(on Debian: sudo apt-get install chromium), or set CHROMIUM to where it is, and try again."
)


def choose_ways(apt: bool, families: set[str]) -> list[str]:
    """The ways to get a browser on a machine, the best first."""
    if apt and "ubuntu" in families:
        # Ubuntu's package of that name is a stand-in for a snap, which containers cannot run.
        return ["playwright with libraries", "playwright"]
    if apt and "debian" in families:
        return ["apt", "playwright with libraries"]
    return ["playwright"]


def has_browser(python: Path) -> bool:
    """Whether the tests will find a browser that starts."""
    return subprocess.run([python, "-m", "tests.chromium"], cwd=ROOT, capture_output=True).returncode == 0


def install_browser(python: Path, way: str) -> None:
    """Try one way to install a browser; whether it worked is for `has_browser` to say."""
    if way == "apt":
        apt_install("chromium")
        return
    libraries = ["--with-deps"] if way == "playwright with libraries" else []
    command = [python, "-m", "playwright", "install", *libraries, "chromium"]
    subprocess.run(command, stdin=subprocess.DEVNULL)


def prepare_browser(python: Path) -> None:
    """Make sure that there is a browser; raises Stop where there is none and none can be installed."""
    if has_browser(python):
        return
    print("No Chromium or Chrome found; installing one for the browser tests.", flush=True)
    for way in choose_ways(can_use_apt(), linux_families()):
        install_browser(python, way)
        if has_browser(python):
            return
    raise Stop(NO_BROWSER)
