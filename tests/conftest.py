"""One server for all tests of a run that ask over HTTP or with a browser."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from tests.asking import Answer, ask_server
from tests.browser.server import running_server


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The address of one server for all tests."""
    with running_server() as address:
        yield address


@pytest.fixture(scope="session")
def ask(server_url) -> Callable[..., Answer]:
    """A function that asks that server for a path."""
    return partial(ask_server, server_url)
