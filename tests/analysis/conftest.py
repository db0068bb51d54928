"""Small tables for the tests of analysis/, written out as rows of country, period and area."""

from datetime import date

import pandas as pd
import pytest

from analysis.build import build_table
from analysis.load import load_built_in
from analysis.reference import load_reference
from analysis.select import select
from analysis.selection import Selection
from analysis.table import Table

END_OF_2006 = date(2006, 12, 31)


def _make_table(rows, as_of: date | None = END_OF_2006) -> Table:
    operations = pd.DataFrame(rows, columns=["country", "period", "area"], dtype="str")
    operations.insert(0, "line", range(2, 2 + len(operations)))
    return build_table(operations, load_reference(), as_of)


@pytest.fixture(scope="session")
def make_table():
    """A function from (country, period, area) rows to a Table as of the end of 2006, or of another date."""
    return _make_table


@pytest.fixture(scope="session")
def choose():
    """A function from rows and the fields of a selection to the operations it leaves."""
    return lambda rows, **fields: select(_make_table(rows), Selection(**fields))


@pytest.fixture(scope="session")
def built_in() -> Table:
    """The leaflet's table."""
    return load_built_in()
