"""A workbook (.xlsx) to a Sheet, after its size has been measured."""

import html
import io
import json
import re
import zipfile
from datetime import date, datetime, time, timedelta

import numpy as np
import python_calamine

from analysis.errors import InputError
from analysis.intake.cells.build_sheet import finish_sheet
from analysis.intake.cells.file_kinds import DAMAGED
from analysis.intake.cells.layout import HEAD, TITLE, find_header
from analysis.intake.cells.ours import state
from analysis.intake.cells.sheet import Note, Sheet, Skipped
from analysis.intake.cells.text_columns import make_columns
from analysis.intake.limits import CELL_CHARACTERS, CELLS, SHEET_COLUMNS, SHEET_ROWS, UNPACKED_BYTES
from analysis.reading.dates import read_point
from analysis.reading.headings import names_events, names_operations
from analysis.text import N_, _, in_every_language

# Cells with something in them beyond column Z, and rows; formatted blank cells end in "/>".
_FAR_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{2,3})[0-9]{1,7}"(?:[^>]*[^/])?>')
_ROW = re.compile(rb'<(?:\w+:)?row [^>]*?r="([0-9]{1,7})"')
_CELL_ROW = re.compile(rb'<(?:\w+:)?c r="[A-Z]{1,3}([0-9]{1,7})"')
# The second line of the summary that a workbook of ours has.
AS_OF_LINE = N_("As of {date}")
# One property for each reading that is switched off, of at most 255 letters.
_OFF = re.compile(r"<vt:lpwstr>(\{[^<]*\})</vt:lpwstr>")
_LONGEST_PROPERTIES = 500_000
MERGED_CELLS = N_("Merged cells {cells}: each row has the value that they show.")


def read_workbook(content: bytes, sheet: str | None = None) -> Sheet:
    """The named sheet, or the one that its headings name as the table; InputError where it is broken or too large."""
    check_archive(content)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = [
            entry.name
            for entry in workbook.sheets_metadata
            if entry.visible == python_calamine.SheetVisibleEnum.Visible
            and entry.typ == python_calamine.SheetTypeEnum.WorkSheet
        ] or workbook.sheet_names
        if sheet is not None and sheet not in names:
            raise InputError(_("The workbook has no sheet {sheet!r}.").format(sheet=sheet))
        chosen, cells, as_of = _choose(workbook, [sheet] if sheet is not None else _without_events(names))
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise InputError(_("The workbook cannot be read ({why}). Save it once more.").format(why=error)) from None
    sheet_read = _read_sheet(chosen, cells, tuple(names), bool(as_of))
    return state(sheet_read, {"as_of": as_of, "switched_off": _stated_off(content)}) if as_of else sheet_read


def _without_events(names: list[str]) -> list[str]:
    """The sheets that may hold the operations: those that are not called as one of dated facts, if there are others."""
    return [name for name in names if not names_events(name)] or names


def check_archive(content: bytes) -> None:
    """Raise InputError where the unpacked workbook, or a sheet in it, is larger than may be read."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > UNPACKED_BYTES:
            raise InputError(
                _("The workbook unpacks to {found:,} MB; at most {most:,} MB are read. Save only the table.").format(
                    found=unpacked // 1_000_000, most=UNPACKED_BYTES // 1_000_000
                )
            )
        for entry in entries:
            if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
                _check_sheet(archive, entry)


def _check_sheet(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    letters: set[bytes] = {b"Z"}
    last, left = 0, b""
    try:
        with archive.open(entry) as stream:
            while block := stream.read(4 << 20):
                block = left + block
                letters.update(_FAR_CELL.findall(block))
                rows = _ROW.findall(block)[-1:] + _CELL_ROW.findall(block[-5_000:])[-1:]
                last = max([last, *map(int, rows)])
                left = block[-300:]
    except DAMAGED:
        raise InputError(_("This is a damaged ZIP or Excel file. Save it once more and bring it again.")) from None
    width = max(map(_number, letters))
    if width > SHEET_COLUMNS or last > SHEET_ROWS or width * last > CELLS:
        raise InputError(
            _("A sheet reaches to column {width:,} and row {last:,}; that is more than a table of operations.").format(
                width=width, last=last
            )
        )


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _choose(workbook, names: list[str]):
    """The sheet whose headings name operations, the fullest of several or of all where none does, and its rows.

    With them the as-of date that a sheet of ours beside it states.
    """
    best, first, as_of = None, None, ""
    for name in names:
        sheet = workbook.get_sheet_by_name(name)
        rows = sheet.to_python(skip_empty_area=False)
        filled = sum(sum(value != "" for value in row) for row in rows[:200]) * max(1, len(rows) // 200)
        # A summary may be longer than a short table that it sums up.
        weight = _has_operations(rows), filled
        as_of = as_of or _stated_as_of(rows)
        if best is None or weight > best[0]:
            best = weight, sheet, rows
        first = first or ((sheet, rows) if weight[0] else None)
    if best is None:
        raise InputError(_("The workbook has no sheet."))
    # In a workbook of ours the table stands before its periods.
    return (*(first if first and as_of else best[1:]), as_of)


def _stated_as_of(rows: list[list]) -> str:
    """The day in the second line of a summary of ours, in any language."""
    second = [str(value) for value in rows[1] if value != ""] if len(rows) > 1 else []
    for line in in_every_language(AS_OF_LINE) if len(second) == 1 else ():
        found = re.fullmatch(re.escape(line.replace("{date}", "@")).replace("@", "(.+)"), second[0])
        if found and (day := read_point(found[1])) and day.precision == "day":
            return day.first.isoformat()
    return ""


def _has_operations(rows: list[list]) -> bool:
    """Whether the headings of a sheet name a place and a time."""
    texts = [[value if isinstance(value, str) else _text(value) for value in row] for row in rows[:HEAD]]
    records = [(number, row) for number, row in enumerate(texts) if any(row)]
    return bool(records) and names_operations(records[find_header(records)][1])


def _stated_off(content: bytes) -> list:
    """The readings switched off that a workbook of ours names among its properties."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        try:
            with archive.open("docProps/custom.xml") as stream:
                found = _OFF.findall(stream.read(_LONGEST_PROPERTIES).decode("utf-8", "replace"))
        except (KeyError, *DAMAGED):
            return []
    try:
        return [json.loads(html.unescape(text)) for text in found]
    except (ValueError, RecursionError):
        return []


def _read_sheet(sheet, rows: list[list], names: tuple[str, ...], may_be_empty: bool) -> Sheet:
    rows = [[value if isinstance(value, str) else _text(value) for value in row] for row in rows]
    records = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    if not records:
        raise InputError(_("The sheet {sheet!r} is empty.").format(sheet=sheet.name))
    at = find_header(records)
    line, header = records[at]
    notes = _fill_merged(rows, sheet.merged_cell_ranges or [], line)
    if any(len(max(row, key=len)) > CELL_CHARACTERS for _line, row in records):
        raise InputError(_("A cell has more than {most:,} characters.").format(most=CELL_CHARACTERS))
    cells, lines = make_columns(iter(records[at + 1 :]), len(header))
    skipped = [Skipped(number, TITLE, " ".join(" ".join(row).split())) for number, row in records[:at]]
    return finish_sheet(header, cells, np.asarray(lines), skipped, notes, sheet.name, names, may_be_empty)


def _fill_merged(rows: list[list[str]], ranges: list, header_line: int) -> tuple[Note, ...]:
    """Give each row below the headings the value of the merged cells it lies in."""
    notes = []
    for (top, left), (bottom, right) in ranges:
        if top < header_line or bottom == top or not rows[top][left]:
            continue
        for row in range(top, min(bottom + 1, len(rows))):
            rows[row][left] = rows[top][left]
        notes.append(Note(MERGED_CELLS, (("cells", f"{_letters(left)}{top + 1}:{_letters(right)}{bottom + 1}"),)))
    return tuple(notes)


def _letters(column: int) -> str:
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(65 + column % 26)


def _text(value) -> str:
    """A cell's value as it would be typed: whole numbers without a point, days without a time."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, (time, timedelta)) else f"{value}"
