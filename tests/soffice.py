"""Where LibreOffice is, which opens what we write; `python -m tests.soffice` prints it or fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NAMES = ["soffice", "libreoffice"]
PLACES = [
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
]
NO_OFFICE = (
    "LibreOffice was not found: install it (on Debian: sudo apt-get install libreoffice-calc libreoffice-impress),"
    " or set SOFFICE to where it is, and try again."
)


def find_soffice() -> str | None:
    """The path of LibreOffice: SOFFICE if set, or an installed one."""
    if named := os.environ.get("SOFFICE"):
        return named if Path(named).is_file() else None
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def convert(content: bytes, suffix: str, target: str, folder: Path) -> Path:
    """What LibreOffice makes of a file, in another format; a filter may follow the target after a colon."""
    office = find_soffice()
    if not office:
        pytest.skip(NO_OFFICE)
    source = folder / f"file.{suffix}"
    source.write_bytes(content)
    # A profile of its own, so that an open LibreOffice neither stops this one nor changes what it does.
    profile = (folder / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", target]
    ran = subprocess.run(
        [*command, "--outdir", folder / "out", source], capture_output=True, text=True, timeout=180, check=True
    )
    made = folder / "out" / f"file.{target.split(':')[0]}"
    assert made.exists(), ran.stderr
    return made


if __name__ == "__main__":
    found = find_soffice()
    print(found or NO_OFFICE)
    sys.exit(found is None)
