"""The table that everyone sees: the one that a setting names, else the built-in one."""

import os
from functools import lru_cache
from pathlib import Path

from analysis.intake.read import Intake, load_intake
from analysis.load import load_built_in
from analysis.table import Table

SETTING = "OPERATIONS_TABLE"


def shared_table() -> Table:
    """The table in use; InputError names what is wrong with its file."""
    intake = shared_intake()
    return intake.table if intake else load_built_in()


def shared_intake() -> Intake | None:
    """The table that a setting names, with what was understood of it; None where none is named."""
    path = os.environ.get(SETTING)
    return _load(path, *_state(path)) if path else None


def _state(path: str) -> tuple[int, int]:
    """What tells one content of a file from another without reading it; nothing where there is no file."""
    try:
        found = os.stat(path)
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=1)
def _load(path: str, _changed_at: int, _size: int) -> Intake:
    return load_intake(Path(path))
