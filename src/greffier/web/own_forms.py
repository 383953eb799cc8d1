"""Nothing is changed from a page of another site, whatever route it is sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.requests import Request

from greffier.web.failures import failure
from greffier.web.security import from_here

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class OwnForms:
    """Refuse whatever may change something and comes from another site.

    It stands before all routes, so that none can forget it; forms of judges carry a seal besides.
    What a route answers to is the method of the request itself: no header and no field stands for
    another.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI wants it."""
        if scope["type"] != "http" or scope["method"] in _READS or from_here(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        wanted = "send it from a page of this site"
        refused = failure(Request(scope), 403, scope["path"], "a form of another site", wanted)
        await refused(scope, receive, send)
