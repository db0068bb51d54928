"""What a caller is told who asks for what is not there: JSON that names each fault and what is allowed."""

from collections.abc import Iterator
from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from analysis.errors import InputError
from analysis.text import _, ngettext

MOST_PARAMETERS = 200
_LONGEST = 80
_MOST_NAMED = 40


class Fault(NamedTuple):
    """A parameter that no page writes, or a value of one that means nothing; what is allowed in its place, where no
    earlier fault has said it."""

    parameter: str
    value: str | None
    allowed: list[str]
    message: str


class BadQuery(Exception):
    """A query with faults."""

    def __init__(self, faults: list[Fault]):
        super().__init__(faults)
        self.faults = faults


def unknown_names(names: list[str], known: list[str]) -> Iterator[Fault]:
    """The faults of names that no page writes; the first says which there are."""
    for place, name in enumerate(names):
        text = _("No page writes {name}.") if place else _("No page writes {name}; allowed: {allowed}.")
        message = text.format(name=name[:_LONGEST], allowed=_listed(known))
        yield Fault(name, None, [] if place else known, message)


def unknown_values(name: str, values: list[str], allowed: list[str]) -> Iterator[Fault]:
    """The faults of values that mean nothing; the first says which do."""
    for place, value in enumerate(values):
        text = _("{name}={value} means nothing here; allowed: {allowed}.")
        if place:
            text = _("{name}={value} means nothing here.")
        message = text.format(name=name, value=value[:_LONGEST], allowed=_listed(allowed))
        yield Fault(name, value, [] if place else allowed, message)


def said_twice(name: str, value: str) -> Fault:
    """The fault of a further value where there can be one."""
    text = _("{name} can be given once, so {value} is one too many.")
    return Fault(name, value, [_("one value")], text.format(name=name, value=value[:_LONGEST]))


def own_table_fault(name: str, value: str) -> Fault:
    """The fault of a link that is about a table of somebody's own."""
    text = _("The table {file} is somebody's own and stored nowhere, so only their own pages can hand it out.")
    return Fault(name, value, [], text.format(file=value[:_LONGEST]))


def refuse_query(_request: Request, error: BadQuery) -> JSONResponse:
    """400 with the first faults, and how many more there are."""
    errors = [fault._asdict() for fault in error.faults[:_MOST_NAMED]]
    if more := len(error.faults) - len(errors):
        text = ngettext("{count} further fault is not listed.", "{count} further faults are not listed.", more)
        errors.append({"message": text.format(count=more)})
    return _refuse(400, errors)


def refuse_length(count: int) -> JSONResponse:
    """400 where there are more parameters than are read."""
    text = _("A link can have {most} parameters at the most; this one has {count}.")
    return _refuse(400, [{"message": text.format(most=MOST_PARAMETERS, count=count)}])


def refuse_path(request: Request, error: HTTPException) -> JSONResponse:
    """404 and 405 and what else the router refuses."""
    texts = {
        404: _("There is nothing at this address; /api/openapi.json lists what there is."),
        405: _("This address can only be read, by GET or HEAD."),
    }
    return _refuse(error.status_code, [{"message": texts.get(error.status_code, error.detail)}], error.headers)


def refuse_file(_request: Request, error: InputError) -> JSONResponse:
    """422 where a kind of file cannot hold what was asked for."""
    return _refuse(422, [{"message": str(error)}])


def refuse_table(error: InputError) -> JSONResponse:
    """503 where the table itself cannot be read at the moment."""
    return _refuse(503, [{"message": str(error)}])


def refuse_crowd() -> JSONResponse:
    """503 where as many answers as there may be are on their way already."""
    text = _("Many files are being handed out at this moment. Ask again in a minute.")
    return _refuse(503, [{"message": text}], {"Retry-After": "60"})


def say_broken(_request: Request, _error: Exception) -> JSONResponse:
    """500 without a word of what is inside; the server's log has it."""
    return _refuse(500, [{"message": _("Something went wrong here. The log of the server says what.")}])


def _refuse(status: int, errors: list[dict], headers=None) -> JSONResponse:
    return JSONResponse({"errors": errors}, status, {**(headers or {}), "Cache-Control": "no-store"})


def _listed(allowed: list[str]) -> str:
    more = ["…"] if len(allowed) > _MOST_NAMED else []
    return ", ".join([*allowed[:_MOST_NAMED], *more])
