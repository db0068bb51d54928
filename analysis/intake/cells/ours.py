"""Files that the dashboard wrote: what they state beside the table, and those of its own kinds, to a Sheet."""

import io
import json
import zipfile
from dataclasses import replace

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.errors import InputError
from analysis.intake.cells.build_sheet import finish_sheet
from analysis.intake.cells.sheet import Sheet, SwitchedOff
from analysis.intake.cells.text_columns import text_frame
from analysis.intake.cells.text_file import read_text
from analysis.intake.limits import CELL_CHARACTERS, CELLS, SHEET_COLUMNS, SHEET_ROWS, UNPACKED_BYTES
from analysis.reading.periods import read_period
from analysis.table.columns import OPERATION_COLUMNS
from analysis.text import _

_LONGEST = 200
_MOST_OFF = 1_000


def read_package(content: bytes) -> Sheet:
    """The operations of a ZIP of ours with what its datapackage.json states; InputError where it is broken."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.getinfo(name) for name in ("operations.csv", "datapackage.json")}
        if sum(part.file_size for part in parts.values()) > UNPACKED_BYTES:
            raise InputError(_("The ZIP unpacks to more than {most:,} MB.").format(most=UNPACKED_BYTES // 1_000_000))
        try:
            described = json.loads(archive.read("datapackage.json"))
            rows = archive.read("operations.csv")
        except (ValueError, RecursionError, OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
            raise InputError(_("This ZIP is damaged. Download it once more.")) from None
    about = described.get("about") if isinstance(described, dict) else None
    return state(read_text(rows, may_be_empty=is_stated(about)), about)


def read_json(content: bytes) -> Sheet:
    """The operations of a JSON file of ours with what it states; InputError where it is another or broken."""
    try:
        found = json.loads(content)
        about, rows = found["about"], [_printed_country(row) for row in found["operations"]]
        names = list(dict.fromkeys([*about["columns"], *(name for row in rows for name in row)]))
        columns = [[_as_text(row.get(name)) for row in rows] for name in names]
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        raise InputError(
            _("This is JSON, not a table. Save it as .xlsx or CSV with one row for each operation.")
        ) from None
    if len(rows) > SHEET_ROWS or len(names) > SHEET_COLUMNS or len(rows) * len(names) > CELLS:
        raise InputError(
            _("The table has {rows:,} rows and {columns:,} columns; that is more than is read.").format(
                rows=len(rows), columns=len(names)
            )
        )
    if any(len(text) > CELL_CHARACTERS for column in columns for text in column):
        raise InputError(_("A cell has more than {most:,} characters.").format(most=CELL_CHARACTERS))
    chunks = [pa.chunked_array([pa.array(column, pa.string())]) for column in columns]
    cells, lines = text_frame(chunks, range(len(names))), np.arange(1, len(rows) + 1, dtype=np.int64)
    sheet = finish_sheet([str(name) for name in names], cells, lines, [], may_be_empty=is_stated(about))
    return state(sheet, about)


def is_stated(about: object) -> bool:
    """Whether these are the facts of a file of ours, which may hold no operation at all."""
    return isinstance(about, dict) and isinstance(about.get("as_of"), str)


def state(sheet: Sheet, about: object) -> Sheet:
    """The sheet with the as-of date and the readings switched off that the facts beside it state."""
    if not isinstance(about, dict) or not is_stated(about):
        return sheet
    cells = _readable_periods(sheet.cells)
    if "status" in cells:
        # Our code for an end that nobody knows; in anybody else's table the word says nothing.
        cells = cells.assign(status=cells["status"].replace("unknown", "end unknown"))
    # Somebody's own column may be called as one of ours; which one is ours is plain.
    return replace(
        sheet, cells=cells, repeated=frozenset(), as_of=about["as_of"][:40], off=switched_off(about.get("switched_off"))
    )


def _readable_periods(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with periods as they were read where that was done by other columns, such as dates that are numbers."""
    found = [next((n for n in cells if n in (code, OPERATION_COLUMNS[code], _(OPERATION_COLUMNS[code]))), "")
             for code in ("period", "period_read", "duration_years")]  # fmt: skip
    if not all(found):
        return cells
    printed, read, years = (cells[name] for name in found)
    strange = {text for text in printed.unique() if read_period(text).problems}
    # Only of what was read whole is the duration known.
    instead = printed.isin(strange) & (read != "") & (years != "")
    return cells.assign(**{found[0]: printed.mask(instead, read)}) if instead.any() else cells


def switched_off(listed: object) -> tuple[SwitchedOff, ...]:
    """The readings that a list in the facts of a file of ours names; whatever else is in it means nothing."""
    entries = listed[:_MOST_OFF] if isinstance(listed, list) else []
    wanted = [[entry.get(key) for key in SwitchedOff._fields] for entry in entries if isinstance(entry, dict)]
    return tuple(SwitchedOff(*map(str, texts)) for texts in wanted if all(isinstance(text, str) for text in texts))


def _printed_country(row: dict) -> dict:
    """A row with the printed country where all other files have it."""
    others = {name: value for name, value in row.items() if name != "country_printed"}
    return others | ({"country": row["country_printed"]} if "country_printed" in row else {})


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(_as_text, value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else json.dumps(value)
