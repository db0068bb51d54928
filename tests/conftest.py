"""Small tables, the leaflet's table, and one server for all tests of a run that ask over HTTP or with a browser."""

import os
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from analysis.selection.select import Selected, select
from analysis.selection.selection import Selection
from analysis.table.load import load_built_in
from analysis.table.table import Table
from tests import tables
from tests.asking import Answer, ask_server
from tests.browser.server import running_server

# Commands speak the language of the shell; whose ever it is that runs the tests, they are told in English.
os.environ["LANGUAGE"] = "en"


@pytest.fixture(scope="session")
def make_table() -> Callable[..., Table]:
    """A function from (country, period, area) rows to a Table as of the end of 2006, or of another date."""
    return tables.make_table


@pytest.fixture(scope="session")
def choose() -> Callable[..., Selected]:
    """A function from rows, further columns and the fields of a selection to the operations it leaves."""
    return lambda rows, further=(), **fields: select(tables.make_table(rows, further=further), Selection(**fields))


@pytest.fixture(scope="session")
def built_in() -> Table:
    """The leaflet's table."""
    return load_built_in()


@pytest.fixture(scope="session")
def choose_built_in() -> Callable[..., Selected]:
    """A function from the fields of a selection to the operations of the leaflet that it leaves."""
    return lambda **fields: select(load_built_in(), Selection(**fields))


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The address of one server for all tests."""
    with running_server() as address:
        yield address


@pytest.fixture(scope="session")
def ask(server_url) -> Callable[..., Answer]:
    """A function that asks that server for a path."""
    return partial(ask_server, server_url)
