"""Each request told in the log: its number, its route, its status, how long it took.

What stands behind the `?` of an address is not told, nor any header, form or address of whoever
asks: a log is read by others, and what somebody looks for is his own affair.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from asyncio import CancelledError
from typing import TYPE_CHECKING, Any, Final

from starlette.datastructures import Headers, MutableHeaders

from greffier import logs

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger(__name__)

REQUEST_ID: Final = "X-Request-ID"
_GIVEN: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
_KEY: Final = "greffier.request"
_FAULT: Final = 500
_UNWANTED: Final = 499  # nobody waits for the answer any more; servers in front say so too
_LONGEST: Final = 200  # characters of a path; whoever asks decides how long it is
_API: Final = "/api"


class Requests:
    """Give each request a number, put it on the answer, and tell of it when it was answered.

    A server before this one may have numbered it; a number that could be anything else is not
    taken over.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI wants it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        number = scope[_KEY] = _number(scope)
        # Also what the server tells of a fault, after it has gone through here, is of this request.
        logs.from_here_on(request=number)
        answer = _Answer(send, number)
        began = time.perf_counter()
        method = scope["method"]
        try:
            await self.app(scope, receive, answer.send)
        except CancelledError:  # the server ends
            answer.status = answer.status or _UNWANTED
            raise
        finally:
            _tell(scope, method, answer, time.perf_counter() - began)


class _Answer:
    """What was sent so far: the status, and how many bytes."""

    def __init__(self, send: Send, number: str) -> None:
        self._send, self._number = send, number
        self.status = 0
        self.size = 0

    async def send(self, message: Message) -> None:
        """Send on, and take note."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)[REQUEST_ID] = self._number
        self.size += len(message.get("body", b""))
        await self._send(message)


def id_of(request: Request) -> str:
    """Give the number that a request has in the log."""
    return str(request.scope.get(_KEY, "without a number"))


def _number(scope: Scope) -> str:
    given = Headers(scope=scope).get(REQUEST_ID, "")
    return given if _GIVEN.fullmatch(given) else secrets.token_hex(8)


def _tell(scope: Scope, method: str, answer: _Answer, seconds: float) -> None:
    status = answer.status or _FAULT  # nothing was sent: a fault, which is answered further out
    level = logging.ERROR if status >= _FAULT else logging.INFO
    if _log.isEnabledFor(level):
        told: dict[str, Any] = {
            "method": method,
            "route": _route(scope),
            "path": logs.Long(scope["path"], _LONGEST),
            "status": status,
            "bytes": answer.size,
            "ms": round(seconds * 1000, 1),
        }
        _log.log(level, "request", extra=logs.fields(**told))


def _route(scope: Scope) -> str | None:
    """Give the address with names for what differs; None where it is of no page or answer."""
    route = getattr(scope.get("route"), "path", None)
    if route is None:
        return None
    within = scope["path"].startswith(f"{_API}/") and not route.startswith(_API)
    return f"{_API}{route}" if within else str(route)
