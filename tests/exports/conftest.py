"""Selections of small tables, written out, and of the leaflet's."""

from datetime import date

import pandas as pd
import pytest

from analysis.build import build_table
from analysis.load import load_built_in
from analysis.reference import load_reference
from analysis.select import select
from analysis.selection import Selection

TITLES = ["country", "period", "area"]


@pytest.fixture(scope="session")
def choose():
    """A function from rows (country, period, area, then further columns) and a selection's fields to Selected."""

    def _choose(rows, further=(), **fields):
        operations = pd.DataFrame(rows, columns=[*TITLES, *further], dtype="str")
        operations.insert(0, "line", range(2, 2 + len(operations)))
        table = build_table(
            operations,
            load_reference(),
            date(2006, 12, 31),
            title="A table",
            file="a.csv",
            content_hash="0" * 16,
        )
        return select(table, Selection(**fields))

    return _choose


@pytest.fixture(scope="session")
def choose_built_in():
    """A function from a selection's fields to the operations of the leaflet that it leaves."""
    return lambda **fields: select(load_built_in(), Selection(**fields))
