"""A Parquet file to a Sheet, its columns as text."""

import io
import json

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from analysis.errors import InputError
from analysis.intake.cells.build_sheet import finish_sheet
from analysis.intake.cells.ours import is_stated, state
from analysis.intake.cells.sheet import Sheet
from analysis.intake.cells.text_columns import text_frame
from analysis.intake.limits import CELL_CHARACTERS, CELLS, SHEET_COLUMNS, SHEET_ROWS, UNPACKED_BYTES
from analysis.text import _

# A million rows of Parquet hold far more than their packed bytes say.
_UNPACKED_BYTES = 4 * UNPACKED_BYTES


def read_parquet(content: bytes) -> Sheet:
    """The table of a Parquet file; InputError where it is broken or too large."""
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        _check_size(file.metadata)
        table = file.read()
        columns = [_as_text(column) for column in table.columns]
    except (pa.ArrowException, OSError, ValueError, OverflowError):
        raise InputError(_("This Parquet file is damaged or holds something that is no table.")) from None
    cells = text_frame(columns, range(len(columns)))
    # A file without lines counts its rows from 1, as a manager would.
    about = _written_about((table.schema.metadata or {}).get(b"about", b""))
    lines = np.arange(1, len(cells) + 1, dtype=np.int64)
    return state(finish_sheet(list(table.column_names), cells, lines, [], may_be_empty=is_stated(about)), about)


def _written_about(about: bytes) -> object:
    """The facts that our own files carry; nothing in any other file."""
    try:
        return json.loads(about)
    except (ValueError, RecursionError):
        return None


def _check_size(metadata) -> None:
    size = sum(metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups))
    rows, columns = metadata.num_rows, metadata.num_columns
    if rows > SHEET_ROWS or columns > SHEET_COLUMNS or rows * columns > CELLS or size > _UNPACKED_BYTES:
        raise InputError(
            _("The table has {rows:,} rows and {columns:,} columns; that is more than is read.").format(
                rows=rows, columns=columns
            )
        )


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.cast(kind.value_type), kind.value_type
    if pa.types.is_timestamp(kind) and _whole_days(column):
        column = column.cast(pa.timestamp("s")).cast(pa.date32())
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        lists = [None if items is None else "; ".join(map(str, items)) for items in column.to_pylist()]
        return pa.chunked_array([pa.array(lists, pa.string())])
    text = column if kind == pa.string() else column.cast(pa.string())
    if pa.types.is_floating(kind):
        text = pc.replace_substring_regex(text, r"\.0$|^nan$", "")
    longest = pc.max(pc.binary_length(text)).as_py() or 0
    if longest > CELL_CHARACTERS:
        raise InputError(_("A cell has more than {most:,} characters.").format(most=CELL_CHARACTERS))
    return text


def _whole_days(column: pa.ChunkedArray) -> bool:
    seconds = column.drop_null().cast(pa.timestamp("s"), safe=False)
    return (
        column.type.tz is None
        and pc.all(pc.equal(seconds, pc.floor_temporal(seconds, unit="day"))).as_py() is not False
    )
