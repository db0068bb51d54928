"""Delimited text (CSV, TSV, pasted cells) to a grid, a block of rows at a time."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from analysis.errors import InputError
from analysis.intake.cells.encodings import open_text
from analysis.intake.cells.file_kinds import check_text
from analysis.intake.limits import CELL_CHARACTERS, SHEET_COLUMNS, SHEET_ROWS
from analysis.text import _

_SEPARATORS = (",", ";", "\t", "|")


def read_records(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The line and the values of each record that is not blank; InputError names the line that is broken."""
    text, _encoding = open_text(content)
    head = text.read(100_000)
    check_text(head)
    text.seek(0)
    separator = find_separator(head)
    if head.removeprefix("\ufeff").lower().startswith("sep="):
        text.readline()
    return _number_records(text, separator)


def find_separator(head: str) -> str:
    """The separator that parts the first records into the most alike rows of two or more values."""
    first = head.removeprefix("\ufeff").splitlines()[0] if head.strip() else ""
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4]
    return max(_SEPARATORS, key=lambda separator: _likeness(head, separator))


def _likeness(head: str, separator: str) -> tuple[float, int]:
    widths: Counter[int] = Counter()
    try:
        for record in csv.reader(io.StringIO(head, newline=""), delimiter=separator):
            widths[len(record)] += 1
            if widths.total() == 200:
                break
    except csv.Error:
        pass
    wide = [(count, width) for width, count in widths.items() if width > 1]
    if not wide:
        return 0.0, 0
    count, width = max(wide)
    return count / widths.total(), width


def _number_records(text: io.TextIOWrapper, separator: str) -> Iterator[tuple[int, list[str]]]:
    skipped_lines = 1 if text.tell() else 0
    # The limit holds for the whole process, and every reader of ours wants the same.
    csv.field_size_limit(CELL_CHARACTERS)
    reader = csv.reader(text, delimiter=separator, strict=True)
    line, count = skipped_lines + 1, 0
    try:
        for record in reader:
            if "".join(record).strip():
                _check_size(line, record, count)
                count += 1
                yield line, record
            line = reader.line_num + skipped_lines + 1
    except csv.Error as error:
        raise InputError(_broken(line, str(error))) from None


def _check_size(line: int, record: list[str], count: int) -> None:
    if len(record) > SHEET_COLUMNS:
        raise InputError(
            _("Line {line} has {found:,} columns; a table may have {most:,}.").format(
                line=line, found=len(record), most=SHEET_COLUMNS
            )
        )
    if count >= SHEET_ROWS:
        raise InputError(_("The table has more than {most:,} rows.").format(most=SHEET_ROWS))


def _broken(line: int, why: str) -> str:
    if "field limit" in why:
        return _(
            "Line {line}: a value has more than {most:,} characters, or a quotation mark there is never closed."
        ).format(line=line, most=CELL_CHARACTERS)
    if "unexpected end" in why:
        return _("Line {line}: a quotation mark that opens there is never closed.").format(line=line)
    return _("Line {line}: the quotation marks there do not pair up.").format(line=line)
