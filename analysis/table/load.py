"""A file of operations to a Table; what is wrong with the file itself is one sentence."""

import csv
import hashlib
import io
from functools import lru_cache
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.reading.reference import DATA_FOLDER, load_reference, package_as_of
from analysis.table.build import build_table
from analysis.table.table import OWN_COLUMNS, Table
from analysis.text import _

BUILT_IN_FILE = DATA_FOLDER / "operations.csv"
REQUIRED_COLUMNS = ["country", "period", "area"]


@lru_cache(maxsize=1)
def load_built_in() -> Table:
    """The leaflet's 32 operations; InputError names the file, line and value that is broken."""
    reference = load_reference()
    content = _read_bytes(BUILT_IN_FILE)
    return build_table(
        read_rows(content, "data/operations.csv"),
        reference,
        package_as_of(reference.package),
        title=reference.package.get("title", "data/operations.csv"),
        file="data/operations.csv",
        content_hash=hash_content(content, reference.content_hash),
    )


def read_rows(content: bytes, file: str) -> pd.DataFrame:
    """The rows of a CSV file as text, with `line`; blank lines are passed over. InputError names file and line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputError(_("{file}, line {line}: this is not UTF-8 text.").format(file=file, line=line)) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        numbered = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise InputError(_("{file}, line {line}: {why}.").format(file=file, line=reader.line_num, why=error)) from None
    if not numbered:
        raise InputError(_("{file} is empty.").format(file=file))
    header = _check_header(numbered[0], file)
    for line, row in numbered[1:]:
        if len(row) != len(header):
            raise InputError(
                _("{file}, line {line}: {found} values where the header has {expected}: {value!r}.").format(
                    file=file, line=line, found=len(row), expected=len(header), value=", ".join(row)[:80]
                )
            )
    rows = pd.DataFrame([row for _line, row in numbered[1:]], columns=header, dtype="str")
    rows.insert(0, "line", pd.Series([line for line, _row in numbered[1:]], dtype="int64"))
    return rows


def _check_header(first: tuple[int, list[str]], file: str) -> list[str]:
    line, header = first[0], [name.strip() for name in first[1]]
    header = [name.casefold() if name.casefold() in REQUIRED_COLUMNS else name for name in header]
    header = [f"{name} (printed)" if name in OWN_COLUMNS else name for name in header]
    for column in REQUIRED_COLUMNS:
        if column not in header:
            raise InputError(
                _("{file}, line {line}: the column {column!r} is missing.").format(file=file, line=line, column=column)
            )
    if repeated := next((name for name in header if header.count(name) > 1), None):
        raise InputError(
            _("{file}, line {line}: the column {column!r} stands there twice.").format(
                file=file, line=line, column=repeated
            )
        )
    return header


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            _("{file} cannot be opened: {why}.").format(file=path.name or path, why=error.strerror)
        ) from None


def hash_content(*parts: bytes | str) -> str:
    """A short name for this state of some content."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part if isinstance(part, bytes) else part.encode())
    return digest.hexdigest()[:16]
