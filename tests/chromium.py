"""Where the browser for the browser tests is; `python -m tests.chromium` prints it or fails."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]
APPLICATIONS = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
]
WINDOWS_ROOTS = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
WINDOWS_PATHS = ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"]


def find_browser() -> str | None:
    """The path of a Chromium or Chrome that starts: CHROMIUM if set, an installed one, or playwright's."""
    if named := os.environ.get("CHROMIUM"):
        return named if starts(named) else None
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Paths where a browser may be, the likeliest first."""
    yield from filter(None, map(shutil.which, NAMES))
    yield from APPLICATIONS
    roots = filter(None, map(os.environ.get, WINDOWS_ROOTS))
    yield from (str(Path(root, path)) for root in roots for path in WINDOWS_PATHS)
    yield playwright_path()


def playwright_path() -> str:
    """Where playwright keeps a browser of its own, whether or not it has been installed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def starts(path: str) -> bool:
    """Whether a browser is there and tells its version; Ubuntu's stand-in for the snap does not."""
    if not Path(path).is_file():
        return False
    if os.name == "nt":
        # On Windows, asking for the version opens a window.
        return True
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0 and "Chrom" in asked.stdout


if __name__ == "__main__":
    found = find_browser()
    print(found or "no browser found")
    sys.exit(found is None)
