"""The addresses of the API."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import Receive, Scope, Send

from analysis.errors import InputError
from analysis.shared.table import shared_table
from analysis.text import languages, set_language
from analysis.view import LANGUAGE_PARAMETER
from api.answers import answer
from api.asked import Asked, today
from api.errors import (
    MOST_PARAMETERS,
    BadQuery,
    refuse_file,
    refuse_length,
    refuse_path,
    refuse_query,
    refuse_table,
    say_broken,
)
from api.handing_out import Held
from api.health import HEALTH
from api.openapi import openapi_resource
from api.query import ignored_names, read_query
from api.resources import RESOURCES, Resource

_REFUSALS: dict[Any, Any] = {
    HTTPException: refuse_path,
    BadQuery: refuse_query,
    InputError: refuse_file,
    Exception: say_broken,
}


def api_routes(base: str = "") -> list[BaseRoute]:
    """/api under the base path of the dashboard; what lies under it answers in JSON, whatever happens."""
    resources = (*RESOURCES, openapi_resource(base))
    routes = [Route(resource.path, partial(serve, resource, base), methods=["GET"]) for resource in resources]
    api = Starlette(routes=routes + HEALTH, exception_handlers=_REFUSALS)
    # Without a slash it would else be a page of the dashboard, as everything is that nobody knows.
    return [Mount(f"{base}/api", partial(_speak, api)), Route(f"{base}/api", _nothing_here)]


async def _speak(api: Starlette, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer in the language that the link names, English where it names none, be it by a refusal."""
    _set_language(Request(scope))
    await api(scope, receive, send)


def _set_language(request: Request) -> None:
    asked = request.query_params.get(LANGUAGE_PARAMETER)
    # Each request runs in a context of its own, in which the language stays until the last byte is sent.
    set_language(asked if asked in languages() else "en")


async def serve(resource: Resource, base: str, request: Request) -> Response | Held:
    """A resource for the parameters of a page's link."""
    if (count := len(request.query_params.multi_items())) > MOST_PARAMETERS:
        return refuse_length(count)
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    try:
        # The file of the table may have changed, and reading it anew takes a while.
        source = await to_thread.run_sync(shared_table, datetime.now(UTC))
    except InputError as error:
        return refuse_table(error)
    rows = await to_thread.run_sync(read_query, given, source)
    ignored = ignored_names(given, resource.uses) if resource.filtered else list(given)
    dashboard = f"{request.base_url}".rstrip("/") + base
    return await answer(Asked(resource, rows, ignored, dashboard, today()), request)


def _nothing_here(request: Request) -> Response:
    _set_language(request)
    return refuse_path(request, HTTPException(404))
