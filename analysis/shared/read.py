"""A file that others may be writing, read whole or not at all."""

import os
from typing import NamedTuple

from analysis.errors import InputError
from analysis.intake.read import Intake, read_intake
from analysis.shared.setting import Setting
from analysis.text import _


class State(NamedTuple):
    """What tells one content of a file from another without reading it."""

    changed_at: int
    size: int
    inode: int


def file_state(path: os.PathLike) -> State | None:
    """The state of a file; None where there is none that can be asked."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return State(found.st_mtime_ns, found.st_size, found.st_ino)


def read_whole(setting: Setting, before: State | None, ended_before: bool) -> tuple[Intake, bool]:
    """The table of a file that is still in the state `before` once it is read, and whether its last line has an end.

    InputError names the file and what is wrong; `ended_before` says that a last line without an end is cut off.
    """
    name = setting.path.name
    try:
        content = setting.path.read_bytes()
    except OSError as error:
        raise InputError(_("{file} cannot be opened: {why}.").format(file=name, why=error.strerror)) from None
    if file_state(setting.path) != before:
        raise InputError(being_written(setting))
    try:
        intake = read_intake(content, name, setting.sheet, setting.as_of, **dict(setting.columns))
    except InputError as error:
        raise InputError(_("{file}: {sentence}").format(file=name, sentence=error)) from None
    ended = content.rstrip(b"\0").endswith((b"\n", b"\r"))
    if ended_before and not ended and not content.startswith((b"PK", b"PAR1")):
        raise InputError(
            _("{file}: its last line has no end, as it had before, so it seems cut off. End it with a line break.")
            .format(file=name)
        )  # fmt: skip
    return intake, ended


def being_written(setting: Setting) -> str:
    """The sentence that a file is not finished."""
    return _("{file} is being rewritten.").format(file=setting.path.name)
