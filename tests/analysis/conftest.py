"""Small workbooks and tables, made by hand so that each byte is known."""

import pytest

from tests import workbooks


@pytest.fixture
def write(tmp_path):
    """Write bytes or text to a file whose name says nothing, and give its path."""

    def write(content: bytes | str):
        path = tmp_path / "table"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture(scope="session")
def make_workbook():
    """A function from sheets, given by name as XML, to the bytes of an .xlsx."""
    return workbooks.make_workbook


@pytest.fixture(scope="session")
def sheet_data():
    """A function from rows of text and numbers to the XML of a sheet."""
    return workbooks.sheet_data
