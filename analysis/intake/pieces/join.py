"""Pieces to the one sheet that they make, so that everything about it is decided over all of them at once."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.intake.cells.read_cells import read_cells
from analysis.intake.cells.sheet import Sheet
from analysis.intake.layouts.read_sheet import settle_layout
from analysis.intake.pieces.find import Piece, read_piece
from analysis.intake.progress import tell_rows
from analysis.text import _


def read_pieces(pieces: Iterable[Piece]) -> Sheet:
    """The sheet that pieces make, read one after the other; InputError names the piece and what is wrong with it."""
    sheets: list[Sheet] = []
    count = 0
    for piece in pieces:
        sheets.append(_like_the_first(_read(piece), sheets[:1], piece.name))
        count += len(sheets[-1].cells)
        tell_rows(count)
    return join_sheets(sheets)


def join_sheets(sheets: list[Sheet]) -> Sheet:
    """The sheets one below the other, as one file that has the headings once would have been read.

    Lines go on from one sheet to the next.
    """
    first, days = sheets[0], {sheet.as_of for sheet in sheets}
    offsets = _offsets(sheets)
    joined = replace(
        first,
        cells=pd.concat([sheet.cells for sheet in sheets], ignore_index=True),
        lines=np.concatenate([sheet.lines + offset for sheet, offset in zip(sheets, offsets, strict=True)]),
        skipped=tuple(
            skipped._replace(line=skipped.line + offset)
            for sheet, offset in zip(sheets, offsets, strict=True)
            for skipped in sheet.skipped
        ),
        notes=tuple(dict.fromkeys(note for sheet in sheets for note in sheet.notes)),
        as_of=first.as_of if len(days) == 1 else "",
        off=tuple(dict.fromkeys(off for sheet in sheets for off in sheet.off)),
    )
    return joined if first.as_of else settle_layout(joined)


def _read(piece: Piece) -> Sheet:
    try:
        return read_cells(read_piece(piece))
    except InputError as error:
        raise InputError(_("{file}: {sentence}").format(file=piece.name, sentence=error)) from None


def _like_the_first(sheet: Sheet, first: list[Sheet], name: str) -> Sheet:
    """The sheet with its columns in the order of the first one; InputError where they are others."""
    if not first or list(sheet.cells) == list(first[0].cells):
        return sheet
    here, there = list(sheet.cells), list(first[0].cells)
    odd = next((column for column in [*there, *here] if (column in here) != (column in there)), None)
    if odd is None:
        return replace(sheet, cells=sheet.cells[there])
    raise InputError(
        _("{file}: the column {column!r} is not in all pieces of the table.").format(file=name, column=odd)
    )


def _offsets(sheets: list[Sheet]) -> list[int]:
    offsets, last = [], 0
    for number, sheet in enumerate(sheets):
        # What stands above the rows of a later piece is its headings once more.
        offsets.append(last - int(sheet.lines[0]) + 1 if number and len(sheet.lines) else 0)
        last = int(sheet.lines[-1]) + offsets[-1] if len(sheet.lines) else last
    return offsets
