"""Errors as answers: a page in the same dress, or the API's one shape."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from greffier.errors import (
    BusyError,
    ChangedError,
    DataError,
    GreffierError,
    QueryError,
    SeveralError,
    TooLongError,
    UsageError,
)
from greffier.logs import fields
from greffier.web.addresses import IN_ADDRESS
from greffier.web.rendering import answer_json, answer_page
from greffier.web.requests import REQUEST_ID, id_of
from greffier.web.security import HEADERS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_log = logging.getLogger(__name__)

_ADVICE: Final = {
    HTTPStatus.NOT_FOUND: "start from the list of sessions or from a search",
    HTTPStatus.METHOD_NOT_ALLOWED: "pages are asked for with GET",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "use the form on the page",
    HTTPStatus.HTTP_VERSION_NOT_SUPPORTED: (
        "ask by HTTP/1.1, which tells a file that was broken off from a whole one"
    ),
    HTTPStatus.TOO_MANY_REQUESTS: "wait a minute, and try again",
}
_HEADINGS: Final = {
    TooLongError: "This takes too long",
    BusyError: "Too much at once",
}
_AGAIN: Final = 5  # seconds after which there may be room


def failure(  # noqa: PLR0913 - the parts of an answer
    request: Request,
    status: int,
    place: str,
    met: str,
    wanted: str,
    *,
    at: tuple[int, int] | None = None,
    heading: str = "",
) -> Response:
    """Answer with an error: the API's shape below `/api/`, elsewhere a page.

    Args:
        request: what was asked.
        status: of HTTP.
        place: where the fault is.
        met: what was found there.
        wanted: what would be right.
        at: the code points of a query that are at fault in it.
        heading: of the page, unless it is the status in words.
    """
    error: dict[str, object] = {"place": place, "met": met, "wanted": wanted}
    if at is not None:
        error["at"] = at
    if below_api(request.url.path):
        return answer_json({"error": error}, status=status)
    heading = heading or HTTPStatus(status).phrase
    return answer_page(request, "error.html", status=status, heading=heading, error=error)


def below_api(path: str) -> bool:
    """Say whether a path is one of the API's, whose errors are JSON."""
    return path == "/api" or path.startswith("/api/")


def status_of(error: GreffierError) -> int:
    """Give the HTTP status of an error: what cannot be read, what is not there, what is broken."""
    match error:
        case QueryError():
            return HTTPStatus.BAD_REQUEST
        case TooLongError() | BusyError():
            return HTTPStatus.SERVICE_UNAVAILABLE
        case ChangedError():
            return HTTPStatus.CONFLICT
        case SeveralError():
            return HTTPStatus.MULTIPLE_CHOICES
        case UsageError():
            return HTTPStatus.NOT_FOUND
        case _:
            return HTTPStatus.INTERNAL_SERVER_ERROR


def failed(request: Request, error: GreffierError) -> Response:
    """Answer with what was raised on purpose; where there is no room now, say when to ask again."""
    at = error.at if isinstance(error, QueryError) else None
    error = error.named(IN_ADDRESS) if isinstance(error, QueryError) else error
    heading = _HEADINGS.get(type(error), "")
    place, met, wanted = error.place, error.met, error.wanted
    answer = failure(request, status_of(error), place, met, wanted, at=at, heading=heading)
    if isinstance(error, BusyError):
        answer.headers["Retry-After"] = str(_AGAIN)
    return answer


def _greffier_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, GreffierError):
        raise error
    if isinstance(error, DataError):
        told = fields(place=error.place, met=error.met, wanted=error.wanted)
        _log.error("fault in the data", extra=told)
    return failed(request, error)


def _http_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    wanted = _ADVICE.get(status, "see the address and try again")
    answer = failure(request, status, request.url.path, error.detail, wanted)
    answer.headers.update(error.headers or {})
    return answer


def _invalid(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    met = repr(first.get("input"))[:200]
    return failure(request, HTTPStatus.BAD_REQUEST, place, met, first["msg"])


def _unforeseen(request: Request, _: Exception) -> Response:
    """Answer for a fault of the program; the server logs the traceback, the reader gets none.

    Starlette answers these outside of all middleware, so the headers are put on here.
    """
    number = id_of(request)
    answer = failure(
        request,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        request.url.path,
        "a fault of the program",
        f"try again; if it stays, report it with what the server told of the request {number}",
    )
    answer.headers.update({**HEADERS, REQUEST_ID: number})
    return answer


HANDLERS: Final[dict[int | type[Exception], Any]] = {
    GreffierError: _greffier_error,
    HTTPException: _http_error,
    RequestValidationError: _invalid,
    Exception: _unforeseen,
}
