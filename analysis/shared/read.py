"""A file that others may be writing, read whole or not at all."""

import os
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from analysis.errors import InputError
from analysis.intake.isolated import run_apart
from analysis.intake.limits import SHARED_BYTES, SHARED_MEMORY_BYTES, SHARED_SECONDS
from analysis.intake.pieces.find import Piece, find_pieces, is_in_pieces, short_name
from analysis.intake.read import intake_pieces, read_intake
from analysis.parts.connect import the_client
from analysis.parts.local import folded_here
from analysis.parts.workers import on_workers, read_by_workers
from analysis.shared.setting import Setting
from analysis.table.load import hash_content
from analysis.table.table import Table
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


def table_state(setting: Setting) -> State | None:
    """The state of a file, or of all pieces together; None where there is nothing that can be asked."""
    if not is_in_pieces(setting.where):
        return file_state(setting.path)
    try:
        pieces = find_pieces(setting.where)
    except InputError:
        return None
    digest = hash_content(repr(pieces))
    return State(_latest(pieces), sum(piece.size for piece in pieces), int(digest, 16))


def _latest(pieces: list[Piece]) -> int:
    # A stamp of another machine is no time of this one; whoever waits then sees for how long nothing changes.
    here = [int(piece.stamp.split()[0]) for piece in pieces if "://" not in piece.address]
    return max(here, default=0)


def read_whole(setting: Setting, before: State | None, ended_before: bool) -> tuple[Table, bool]:
    """The table of a file that is still in the state `before` once it is read, and whether its last line has an end.

    It is read in a process of its own. InputError names the file and what is wrong; `ended_before` says that a last
    line without an end is cut off.
    """
    path = setting.path
    try:
        if not is_in_pieces(setting.where) and path.exists() and not path.is_file():
            raise InputError(_("It is no ordinary file."))
        by_workers = setting.scheduler and is_in_pieces(setting.where)
        if before and before.size > SHARED_BYTES and not by_workers:
            raise InputError(
                _("It has {found:,} MB, and at most {most:,} MB are read.").format(
                    found=-(-before.size >> 20), most=SHARED_BYTES >> 20
                )
            )
        # A child works in a folder of its own, and so does a worker.
        whole = replace(setting, path=path.absolute())
        if by_workers:
            return _by_workers(whole, before), False
        found = run_apart(read_file, whole, seconds=SHARED_SECONDS, memory_bytes=SHARED_MEMORY_BYTES)
    except InputError as error:
        raise InputError(_("{file}: {sentence}").format(file=path.name, sentence=error)) from None
    if found is None or table_state(setting) != before:
        raise InputError(being_written(setting))
    table, ended = found
    if ended_before and ended is False:
        raise InputError(
            _("{file}: its last line has no end, as it had before, so it seems cut off. End it with a line break.")
            .format(file=path.name)
        )  # fmt: skip
    return _where_it_counts(table, whole), bool(ended)


def _by_workers(setting: Setting, before: State | None) -> Table:
    """The table in pieces that are still in the state `before`, read and held by the workers of the setting."""
    read = partial(_read_unchanged, setting, before)
    return read_by_workers(partial(the_client, setting.scheduler), read, SHARED_SECONDS)


def _read_unchanged(setting: Setting, before: State | None) -> Table:
    pieces = find_pieces(setting.where)
    found = read_file(setting) if table_state(setting) == before else None
    if found is None:
        raise InputError(being_written(setting))
    if changed := {*pieces} ^ {*find_pieces(setting.where)}:
        raise InputError(_("{file} is being rewritten.").format(file=min(changed).name))
    return found[0]


def _where_it_counts(table: Table, setting: Setting) -> Table:
    """The table with its rows on the workers that the setting names, if any; else folded where that pays."""
    if not setting.scheduler:
        return folded_here(table)

    def read_again() -> Table:
        found = read_file(setting)
        if found is None:
            raise InputError(being_written(setting))
        return found[0]

    return on_workers(table, partial(the_client, setting.scheduler), read_again)


def read_file(setting: Setting) -> tuple[Table, bool | None] | None:
    """The table of a file and whether its last line has an end (None where it has no lines), read in this process.

    None while somebody has it open to write; InputError says what is wrong with it.
    """
    chosen = setting.choices.arguments
    if is_in_pieces(setting.where):
        name = short_name(setting.where)
        return intake_pieces(find_pieces(setting.where), name, **chosen).table, None
    try:
        # A pipe that took the file's place must not be waited for.
        with open(os.open(setting.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            if has_writer(file.fileno()):
                return None
            content = file.read()
    except OSError as error:
        raise InputError(_("It cannot be opened: {why}.").format(why=error.strerror)) from None
    intake = read_intake(content, setting.path.name, **chosen)
    if content.startswith((b"PK", b"PAR1")):
        return intake.table, None
    return intake.table, content.rstrip(b"\0").endswith((b"\n", b"\r"))


def has_writer(descriptor: int) -> bool:
    """Whether a process has the file open to write, where the system tells (Linux, files of one's own)."""
    try:
        import fcntl
        import signal

        # A lease is refused while there is a writer; of one who comes meanwhile a signal tells that would end us.
        signal.signal(signal.SIGIO, signal.SIG_IGN)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except BlockingIOError:
        return True
    except (ImportError, AttributeError, ValueError, OSError):
        return False
    return False


def being_written(setting: Setting) -> str:
    """The sentence that a file is not finished."""
    return _("{file} is being rewritten.").format(file=setting.path.name)
