"""What this machine is and what we may install on it."""

import os
import platform
import shutil
import subprocess


class Stop(Exception):
    """What keeps set-up from going on, as one sentence for the person who started it."""


def is_root() -> bool:
    """Whether we may install packages for the whole machine; never on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def read_families(release: dict[str, str]) -> set[str]:
    """The names of a Linux and of those it descends from: {"ubuntu", "debian"}."""
    return {release.get("ID", ""), *release.get("ID_LIKE", "").split()} - {""}


def linux_families() -> set[str]:
    """The families of this machine's Linux; empty on any other system."""
    try:
        return read_families(platform.freedesktop_os_release())
    except OSError:
        return set()


def can_use_apt() -> bool:
    """Whether apt-get is here and we are allowed to use it."""
    return is_root() and shutil.which("apt-get") is not None


def apt_install(*alternatives: str) -> bool:
    """Whether apt-get could install one of the packages: each in order, then each again with fresh lists."""
    for fresh_lists in (False, True):
        if fresh_lists:
            run_apt("update")
        for package in alternatives:
            if run_apt("install", "-y", "--no-install-recommends", package):
                return True
    return False


def run_apt(*arguments: str) -> bool:
    """Whether apt-get did as asked, without questions."""
    # A new machine may still be updating itself, so wait for it.
    command = ["apt-get", "-o", "DPkg::Lock::Timeout=120", *arguments]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL).returncode == 0
