"""The bounds of a request to the API: by which name it came, how long it is, how long it takes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, cast

from fastapi.exceptions import HTTPException
from starlette.datastructures import Headers
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request

from greffier.web.failures import below_api, failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from greffier.archive.protocol import Archive
    from greffier.archive.speech import FoundPassage
    from greffier.archive.stored import Question

LONGEST_BODY: Final = 1 << 16
SECONDS: Final = 30.0


class ApiBounds:
    """Answer HEAD below `/api/` as GET without its body, and refuse a body that is too long."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI wants it."""
        if scope["type"] != "http" or not below_api(scope["path"]):
            await self.app(scope, receive, send)
            return
        if scope["method"] != "HEAD":
            await self.app(scope, _bounded(receive), send)
            return
        try:
            await self.app({**scope, "method": "GET"}, _bounded(receive), _headers_only(send))
        except _EnoughError:
            return


class OwnHosts(TrustedHostMiddleware):
    """Refuse what was sent to another host name; below `/api/` in the API's shape of errors."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI wants it."""
        if scope["type"] != "http" or not below_api(scope["path"]):
            await super().__call__(scope, receive, send)
            return
        admitted = False

        async def admit(*_: object) -> None:
            nonlocal admitted
            admitted = True

        check = TrustedHostMiddleware(admit, list(self.allowed_hosts), www_redirect=False)
        await check(scope, receive, _unsent)
        if admitted:
            await self.app(scope, receive, send)
            return
        host = repr(Headers(scope=scope).get("host", ""))[:200]
        wanted = "a name that `greffier serve` was told to answer to"
        refused = failure(Request(scope), 400, "header.host", host, wanted)
        await refused(scope, receive, send)


class Patient:
    """An archive that looks through passages for so long and no longer.

    Args:
        archive: what is asked.
        seconds: how long.
    """

    def __init__(self, archive: Archive, seconds: float) -> None:
        self._archive = archive
        self._until = time.monotonic() + seconds

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the archive has
        """Give what the archive itself has."""
        return getattr(self._archive, name)

    def passages(self, question: Question) -> Iterator[FoundPassage]:
        """Yield passages as the archive does; HTTPException 503 when the time is over."""
        for passage in self._archive.passages(question):
            if time.monotonic() > self._until:
                raise HTTPException(503, "more passages than can be looked through in time")
            yield passage


def patient(archive: Archive, *, seconds: float = SECONDS) -> Archive:
    """Give the archive to a question that looks through passages, for a bounded time."""
    return cast("Archive", Patient(archive, seconds))


async def _unsent(_: Message) -> None:
    """Throw away an answer of which only whether it was given counts."""


class _EnoughError(Exception):
    """The headers are sent, and no more was asked for."""


def _headers_only(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.body":
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            raise _EnoughError  # a stream has no end that anybody waits for
        await send(message)

    return sending


def _bounded(receive: Receive) -> Receive:
    come = 0

    async def receiving() -> Message:
        nonlocal come
        message = await receive()
        come += len(message.get("body", b""))
        if come > LONGEST_BODY:
            raise HTTPException(413, f"a body of more than {LONGEST_BODY} bytes")
        return message

    return receiving
