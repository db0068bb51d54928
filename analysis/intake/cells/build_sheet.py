"""The last step of every way in: headings to column names, the HXL row and what is no row taken out."""

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.intake.cells.encodings import mend_texts
from analysis.intake.cells.layout import TAGS, drop_blank_columns, is_tag_row, name_columns, skip_rows
from analysis.intake.cells.sheet import Note, Sheet, Skipped
from analysis.text import _


def finish_sheet(
    header: list[str],
    cells: pd.DataFrame,
    lines: np.ndarray,
    skipped: list[Skipped],
    notes: tuple[Note, ...] = (),
    sheet: str = "",
    sheets: tuple[str, ...] = (),
    may_be_empty: bool = False,
) -> Sheet:
    """The sheet of columns numbered from 0 under `header`; InputError where no row is left and there must be one."""
    header, cells, mended = mend_texts(header, cells)
    kept = drop_blank_columns(cells, header)
    header = [header[i] for i in kept]
    cells = cells[kept]
    if not header:
        raise InputError(_("There is no table in it: every cell is blank."))
    keep, below = skip_rows(cells, lines, header)
    tags: list[str] = []
    first = int(np.argmax(keep)) if keep.any() else 0
    if keep.any() and is_tag_row(cells.iloc[first].tolist()):
        tags = cells.iloc[first].tolist()
        keep[first] = False
        below = [Skipped(int(lines[first]), TAGS), *below]
    if not keep.any() and not may_be_empty:
        raise InputError(_("There are headings, but no row of a table below them."))
    names, repeated, renamed = name_columns(header)
    cells = cells.set_axis(names, axis=1)
    return Sheet(
        cells if keep.all() else cells[keep].reset_index(drop=True),
        lines[keep],
        repeated,
        tuple((name, tag.strip()) for name, tag in zip(names, tags, strict=False) if tag.strip()),
        tuple(sorted([*skipped, *below])),
        (*notes, *mended, *renamed),
        sheet,
        sheets,
    )
