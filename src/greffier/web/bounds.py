"""The bounds of a request: by which name it came, and how long its address and its body are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fastapi.exceptions import HTTPException
from starlette.datastructures import Headers
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request

from greffier.web.failures import below_api, failure

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_BODY: Final = 1 << 16
LONGEST_ADDRESS: Final = 1 << 15  # bytes of path and query
MOST_FIELDS: Final = 1_000
LARGEST_HEAD: Final = 1 << 15  # bytes of all headers


class Bounds:
    """Refuse what is too long, and answer HEAD below `/api/` as GET without its body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI wants it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if refused := _refused(scope):
            await refused(scope, receive, send)
            return
        if scope["method"] != "HEAD" or not below_api(scope["path"]):
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


def _refused(scope: Scope) -> Response | None:
    """Give the answer to an address or headers that are too long; None where all is well."""
    query: bytes = scope["query_string"]
    length = len(scope.get("raw_path") or scope["path"].encode()) + len(query)
    fields = query.count(b"&") + 1
    if length > LONGEST_ADDRESS or fields > MOST_FIELDS:
        wanted = f"at most {LONGEST_ADDRESS} bytes and {MOST_FIELDS} fields: ask for less"
        return failure(Request(scope), 414, "address", f"{length} bytes, {fields} fields", wanted)
    length = sum(len(name) + len(value) for name, value in scope["headers"])
    if length > LARGEST_HEAD:
        # The page of an error looks at the cookies: what is refused here is not read even there.
        bare = Request({**scope, "headers": []})
        return failure(bare, 431, "headers", f"{length} bytes", f"at most {LARGEST_HEAD}")
    return None


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
