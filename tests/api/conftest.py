"""The API in this process, for tests in which the table or the language is made up."""

from collections.abc import Callable

import pytest
from starlette.applications import Starlette

from api.routes import api_routes
from tests.asking import Answer, ask_app


@pytest.fixture
def ask_inside() -> Callable[..., Answer]:
    """A function that asks the API for a path, served under a base path where one is given."""

    def ask(path: str, base: str = "", **options: str) -> Answer:
        return ask_app(Starlette(routes=api_routes(base)), path, **options)

    return ask
