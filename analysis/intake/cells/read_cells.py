"""The bytes of any table to its cells, by what they are and never by a file's name."""

from analysis.errors import InputError
from analysis.intake.cells.excel import read_workbook
from analysis.intake.cells.file_kinds import find_kind
from analysis.intake.cells.ours import read_json, read_package
from analysis.intake.cells.parquet import read_parquet
from analysis.intake.cells.sheet import Sheet
from analysis.intake.cells.text_file import read_text
from analysis.text import _


def read_cells(content: bytes, sheet: str | None = None) -> Sheet:
    """The cells of CSV, TSV, pasted text, .xlsx or Parquet, or of a ZIP or JSON file of ours.

    InputError says in a sentence why it is none of them.
    """
    kind = find_kind(content)
    if kind == "excel":
        return read_workbook(content, sheet)
    if sheet is not None:
        raise InputError(_("Only workbooks have sheets; this is none."))
    return _READERS[kind](content)


_READERS = {"parquet": read_parquet, "package": read_package, "json": read_json, "text": read_text}
