"""Delimited text to a Sheet: a fast way for large plain files, a strict one for all others, one result."""

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv as arrow_csv

from analysis.errors import InputError
from analysis.intake.cells.build_sheet import finish_sheet
from analysis.intake.cells.delimited import find_separator, read_records
from analysis.intake.cells.encodings import find_encoding, open_text, settle_encoding
from analysis.intake.cells.layout import HEAD, REMARK, TITLE, check_width, find_header
from analysis.intake.cells.sheet import Sheet, Skipped
from analysis.intake.cells.text_columns import make_columns, text_frame
from analysis.intake.limits import CELL_CHARACTERS, SHEET_COLUMNS, SHEET_ROWS
from analysis.text import _

# Below this size the strict way is quick enough.
_LARGE_BYTES = 3_000_000


def read_text(content: bytes, may_be_empty: bool = False) -> Sheet:
    """The sheet that delimited text holds; InputError names the line that is broken, or says that there is no row."""
    content, notes = settle_encoding(content)
    head = list(islice(read_records(content), HEAD))
    if not head:
        raise InputError(_("The file holds only blank lines: there is no table in it."))
    at = find_header(head)
    line, header = head[at]
    while (
        len(header) > 1
        and not header[-1].strip()
        and all(not r[-1].strip() for _l, r in head[at:] if len(r) >= len(header))
    ):
        header = header[:-1]
    skipped = [Skipped(number, TITLE, " ".join(" ".join(record).split())) for number, record in head[:at]]
    if found := _read_large(content, line, len(header)):
        cells, lines = found
    else:
        records = _fit_records(islice(read_records(content), at + 1, None), len(header), skipped)
        cells, lines = make_columns(records, len(header))
    return finish_sheet(header, cells, lines, skipped, notes, may_be_empty=may_be_empty)


def _fit_records(
    records: Iterator[tuple[int, list[str]]], width: int, skipped: list[Skipped]
) -> Iterator[tuple[int, list[str]]]:
    """Records of the headings' width; short ones after the last of them are remarks, others raise InputError."""
    short: list[tuple[int, list[str]]] = []
    for line, record in records:
        if len(record) > width and not "".join(record[width:]).strip():
            record = record[:width]
        if len(record) < width:
            short.append((line, record))
            continue
        if short or len(record) > width:
            wrong_line, wrong = short[0] if short else (line, record)
            check_width(wrong_line, len(wrong), width, wrong)
        yield line, record
    for line, record in short:
        # One row that lacks values is a broken row, not a remark.
        if sum(bool(value.strip()) for value in record) > max(1, width // 2):
            check_width(line, len(record), width, record)
        skipped.append(Skipped(line, REMARK, " ".join(" ".join(record).split())))


def _read_large(content: bytes, header_line: int, width: int) -> tuple[pd.DataFrame, np.ndarray] | None:
    """A large file of one line a row, read by pyarrow; None where anything in it needs the strict way."""
    if len(content) < _LARGE_BYTES or find_encoding(content) not in ("utf-8", "utf-8-sig") or b"\0" in content:
        return None
    breaks = content.count(b"\n")
    if content.count(b"\r") not in (0, content.count(b"\r\n")) or content.count(b'"') % 2:
        return None
    text, _encoding = open_text(content)
    separator = find_separator(text.read(100_000))
    names = [str(number) for number in range(width)]
    try:
        cells = arrow_csv.read_csv(
            pa.BufferReader(content),
            arrow_csv.ReadOptions(skip_rows=header_line, column_names=names, block_size=4 << 20),
            arrow_csv.ParseOptions(delimiter=separator, ignore_empty_lines=False),
            arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    if cells.num_rows != breaks - header_line + (not content.endswith(b"\n")) or cells.num_rows > SHEET_ROWS:
        return None
    if width > SHEET_COLUMNS or any(_longest(column) > CELL_CHARACTERS for column in cells.columns):
        return None
    return text_frame(cells.columns, range(width)), np.arange(cells.num_rows, dtype=np.int64) + header_line + 1


def _longest(column: pa.ChunkedArray) -> int:
    return pa.compute.max(pa.compute.binary_length(column)).as_py() or 0
