"""Headers that every answer carries: no foreign content, no frames, no guessing of types.

Witness text is untrusted. Templates escape it; these headers are the second wall.
"""

from __future__ import annotations

from contextlib import suppress
from ipaddress import IPv6Address
from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.datastructures import Headers
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    # No script of ours makes elements out of text, and with this none can.
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS: Final[dict[str, str]] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LOCAL_HOSTS: Final = ("localhost", "127.0.0.1", "[::1]")


class SecurityHeaders:
    """Put `HEADERS` on every answer of the application that it wraps, errors included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI wants it."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def from_here(headers: Headers) -> bool:
    """Say whether a browser sends something from a page of ours, as far as it tells.

    Programs tell nothing of where they are, and no page can make a browser be silent of it.
    """
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2].lower() == headers.get("host", "").lower()


def allowed_hosts(hosts: Iterable[str]) -> list[str]:
    """Give the Host headers that are answered: the ones set, and this machine's own names.

    Another name may be a page elsewhere that had its name point here, to read the archive from
    within the reader's browser. An address of IPv6 stands in brackets there.
    """
    return [*LOCAL_HOSTS, *map(_as_sent, hosts)]


def _as_sent(host: str) -> str:
    bare = host.removeprefix("[").removesuffix("]")
    with suppress(ValueError):
        return f"[{IPv6Address(bare).compressed}]"
    return host
