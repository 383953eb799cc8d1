"""What a server in front on this machine says of how it was asked: by `https` or by `http`.

Where a request comes from is not taken from any header: whoever asks writes those.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_HEADER: Final = "X-Forwarded-Proto"
_SCHEMES: Final = frozenset({"http", "https"})


class Forwarded:
    """Take the scheme of an address from a server in front, for cookies and for links in feeds."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI wants it."""
        if scope["type"] == "http" and _is_of_this_machine(scope):
            said = Headers(scope=scope).get(_HEADER, "").strip().lower()
            if said in _SCHEMES:
                scope["scheme"] = said
        await self.app(scope, receive, send)


def _is_of_this_machine(scope: Scope) -> bool:
    host, _ = scope.get("client") or ("", 0)
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
