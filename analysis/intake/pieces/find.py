"""Which files an address names, in the order of their names, and their bytes."""

import glob
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from analysis.errors import InputError, first_line
from analysis.text import _

SUFFIXES = (".csv", ".tsv", ".txt", ".parquet")
NEEDED = "requirements-distributed.txt"


class Piece(NamedTuple):
    """A file of a table in pieces: its address, its size, and what changes whenever it is written anew."""

    address: str
    size: int
    stamp: str

    @property
    def name(self) -> str:
        """The last part of the address."""
        return self.address.rpartition("/")[2]


def is_in_pieces(address: str | os.PathLike) -> bool:
    """Whether an address names a folder, a pattern of names or something of another machine, and no single file."""
    text = os.fspath(address)
    return "://" in text or os.path.isdir(text) or (glob.has_magic(text) and not os.path.exists(text))


def absolute(address: str) -> str:
    """An address that means the same in any folder."""
    return address if "://" in address else os.path.abspath(address)


def find_pieces(address: str | os.PathLike) -> list[Piece]:
    """The pieces that an address names, in the order of their names; InputError where there are none."""
    text = os.fspath(address)
    try:
        pieces = _elsewhere(text) if "://" in text else _here(text)
    except (OSError, ValueError) as error:
        raise InputError(_("It cannot be opened: {why}.").format(why=first_line(error))) from None
    if not pieces:
        raise InputError(
            _("There is no file in it whose name ends in one of: {endings}.").format(endings=", ".join(SUFFIXES))
        )
    return sorted(pieces)


def read_piece(piece: Piece) -> bytes:
    """The bytes of a piece; InputError where it cannot be opened."""
    try:
        if "://" in piece.address:
            return _file_system(piece.address).cat_file(piece.address)
        return Path(piece.address).read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(_("It cannot be opened: {why}.").format(why=first_line(error))) from None


def short_name(address: str | os.PathLike) -> str:
    """What a table in pieces is called: the last part of its address that has no pattern in it."""
    parts = [part for part in os.fspath(address).replace(os.sep, "/").split("/") if part and not glob.has_magic(part)]
    return parts[-1] if parts else os.fspath(address)


def _here(text: str) -> list[Piece]:
    found = glob.glob(text) if glob.has_magic(text) and not os.path.isdir(text) else glob.glob(_inside(text))
    states = ((path, os.stat(path)) for path in _of_a_table(found) if os.path.isfile(path))
    return [Piece(path, state.st_size, f"{state.st_mtime_ns} {state.st_ino}") for path, state in states]


def _inside(folder: str) -> str:
    return os.path.join(glob.escape(folder), "*")


def _elsewhere(text: str) -> list[Piece]:
    system = _file_system(text)
    system.invalidate_cache()
    inside = text if glob.has_magic(text) or system.isfile(text) else text.rstrip("/") + "/*"
    found = system.glob(inside, detail=True)
    kept = ((system.unstrip_protocol(path), found[path]) for path in _of_a_table(found))
    return [Piece(path, int(about.get("size") or 0), _stamp(about)) for path, about in kept if _is_file(about)]


def _stamp(about: dict) -> str:
    return " ".join(str(about[key]) for key in ("ETag", "mtime", "LastModified", "created") if about.get(key))


def _is_file(about: dict) -> bool:
    return about.get("type") != "directory"


def _of_a_table(paths: Iterable[str]) -> list[str]:
    """Those whose names say that they hold rows and that are no leftovers, such as _SUCCESS and .hidden ones."""
    names = ((path, path.replace(os.sep, "/").rpartition("/")[2]) for path in paths)
    return [path for path, name in names if name.lower().endswith(SUFFIXES) and not name.startswith((".", "_"))]


def _file_system(address: str):
    try:
        import fsspec
    except ImportError:
        raise InputError(
            _("Addresses such as {address} need more than is installed: pip install -r {file}.").format(
                address=address.partition("://")[0] + "://…", file=NEEDED
            )
        ) from None
    try:
        return fsspec.core.url_to_fs(address)[0]
    except ImportError as error:
        raise InputError(
            _("{address} cannot be opened: {why}.").format(address=address, why=first_line(error))
        ) from None
