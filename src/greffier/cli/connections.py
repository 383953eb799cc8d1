"""Connections to the server: how many there are, and how long one may say nothing.

uvicorn waits for ever for a request to be whole, and for a reader to take what is sent; and it
opens as many connections as the system has room for. What a request may ask is bound by the pages
themselves (`greffier.web.waiting`); this is what comes before and after.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

    from uvicorn.protocols.http.h11_impl import RequestResponseCycle

MOST: Final = 500  # connections; a process may have 1,024 files open where nobody set it otherwise
HEAD: Final = 10.0  # seconds until a request must have come with its headers
STUCK: Final = 60.0  # seconds in which a reader must take something of what is sent
LARGEST_HEAD: Final = 1 << 16  # bytes of a request without its body

_ERROR: Final = {
    "place": "server",
    "met": f"{MOST} connections are open",
    "wanted": "try again in some seconds",
}
_BODY: Final = json.dumps({"error": _ERROR}).encode()
_FULL: Final = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nRetry-After: 5\r\n"
    b"Connection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(_BODY), _BODY)
)


class Connection(H11Protocol):
    """A connection that is closed where nothing comes, or nothing is taken."""

    most = MOST
    head = HEAD
    stuck = STUCK
    _heard: asyncio.TimerHandle | None = None
    _taken: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Begin to wait for a request, unless too many others do."""
        super().connection_made(transport)
        if len(self.connections) > self.most:
            transport.write(_FULL)
            transport.close()
        else:
            self._heard = self.loop.call_later(self.head, transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        _cancel(self._heard)
        _cancel(self._taken)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; the wait ends with the head of a request, not with a byte of it."""
        super().data_received(data)
        if self._answers:
            _cancel(self._heard)

    def on_response_complete(self) -> None:
        """Begin to wait for the next request, unless it was there already."""
        super().on_response_complete()
        _cancel(self._heard)
        if not self._answers:
            self._heard = self.loop.call_later(self.head, self.transport.close)

    def pause_writing(self) -> None:
        """Begin to wait for the reader to take what was sent; what is left of it is thrown away."""
        super().pause_writing()
        self._taken = self.loop.call_later(self.stuck, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on: the reader took it."""
        super().resume_writing()
        _cancel(self._taken)

    @property
    def _answers(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request
        return cycle is not None and not cycle.response_complete


def _cancel(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
