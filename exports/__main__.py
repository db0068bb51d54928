"""`python -m exports LINK FILE`: a view as a file, by its link, without a browser."""

import argparse
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from analysis.errors import InputError
from analysis.intake.read import load_up_to
from analysis.shared.table import shared_table
from analysis.shell import ShellParser, shell_language
from analysis.text import _, in_language
from exports.formats import FORMATS, Format
from exports.from_link import link_language, read_link, split_link


def export_view(arguments: list[str] | None = None) -> int:
    """Write a file; 0 where it is there whole, 2 with one sentence on stderr otherwise."""
    with in_language(shell_language(os.environ)):
        try:
            _write(_parser().parse_args(arguments))
        except InputError as error:
            print(error, file=sys.stderr)
            return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    endings = ", ".join(kind.suffix for kind in FORMATS)
    said = _("Write the view of a link to a file.")
    parser = ShellParser(prog="python -m exports", description=said, allow_abbrev=False)
    parser.add_argument("link", metavar="LINK", help=_("the address of a page, as copied"))
    kinds = _("what to write, by its ending: {endings}; an ending alone, as in reports/.csv, has the page's name")
    parser.add_argument("file", metavar="FILE", type=Path, help=kinds.format(endings=endings))
    parser.add_argument("--table", type=Path, metavar="OWN", help=_("a table of yours: CSV, .xlsx or Parquet"))
    return parser


def _write(options: argparse.Namespace) -> None:
    kind = _kind(options.file)
    _address, _page, query = split_link(options.link)
    with in_language(link_language(query)):
        table = load_up_to(options.table, *query.get("as_of", [])) if options.table else shared_table()
        handover = read_link(options.link, table, own=bool(options.table))
        content = kind.write(replace(handover, made_at=datetime.now(UTC).isoformat(timespec="minutes")))
    if not _is_ending(options.file):
        _save(options.file, content)
        return
    selected = handover.selected
    file = options.file.with_name(kind.name(selected.selection, selected.snapshot.table))
    _save(file, content)
    print(file)


def _is_ending(file: Path) -> bool:
    return file.name.startswith(".") and not file.suffix


def _kind(file: Path) -> Format:
    suffix = (file.name if _is_ending(file) else file.suffix).removeprefix(".").lower()
    endings = {kind.suffix: kind for kind in FORMATS}
    if suffix not in endings:
        raise InputError(
            _("{file}: its ending says no kind of file; allowed: {allowed}.").format(
                file=file.name, allowed=", ".join(endings)
            )
        )
    return endings[suffix]


def _save(file: Path, content: bytes) -> None:
    """Put a file in its place whole or not at all, since whoever sends it on does not look into it."""
    beside = file.with_name(f".{file.name}.part")
    try:
        try:
            beside.write_bytes(content)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(
            _("{file} cannot be written: {why}.").format(file=file.name or file, why=error.strerror)
        ) from None


if __name__ == "__main__":
    sys.exit(export_view())
