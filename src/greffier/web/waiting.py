"""How many requests are at work at once, and for how long: a wall around every route there is.

What looks into the archive gives up by itself when the time is over (`greffier.patience`), and its
error is answered like others. What does not is answered here, and its thread is left to its end. A
file that is sent in pieces has its time anew for each of them; one that is broken off ends without
its last chunk, so that whoever takes it knows.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from starlette.requests import Request

from greffier.errors import BusyError
from greffier.logs import fields
from greffier.patience import Patience, waiting
from greffier.web.failures import failed

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECONDS: Final = 30.0  # that an answer may take, its way to the reader included
WRITING: Final = 300.0  # that a judgement may take, after which who is who is worked out anew
PIECE: Final = 60.0  # that each piece of a file may take
LONGEST: Final = 3_600.0  # that a whole file may take
AT_ONCE: Final = 120  # requests; of more nobody would wait for the last
_GRACE: Final = 2.0  # seconds after which what does not give up by itself is given up
_READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})

_log = logging.getLogger(__name__)


class Waiting:
    """Answer each request in time, and no more of them at once than there is room for.

    Args:
        app: what is wrapped.
        seconds: that an answer may take.
        piece: that each piece of a file may take.
        at_once: requests at work.
        grace: seconds that are left to what gives up by itself.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        seconds: float = SECONDS,
        piece: float = PIECE,
        at_once: int = AT_ONCE,
        grace: float = _GRACE,
    ) -> None:
        self.app = app
        self._seconds = seconds
        self._piece = piece
        self._at_once = at_once
        self._grace = grace
        self._at_work: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI wants it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if len(self._at_work) >= self._at_once:
            met = f"{self._at_once} requests are at work"
            refused = BusyError(scope["path"], met, "ask again in some seconds")
            await failed(Request(scope), refused)(scope, receive, send)
            return
        reads = scope["method"] in _READS
        patience = Patience(self._seconds if reads else max(self._seconds, WRITING))
        answer = _Answer(send, patience, self._piece)
        with waiting(patience):
            task = asyncio.create_task(self._answered(scope, receive, answer))
        self._at_work.add(task)
        task.add_done_callback(partial(self._ended, answer, patience))
        try:
            if not await self._in_time(task, patience):
                await _given_up(scope, receive, answer)
        finally:
            task.cancel()

    async def _answered(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        try:
            await self.app(scope, receive, answer.send)
        except Exception:
            # The connection is closed before the last chunk: that is how it is told from here on.
            if answer.patience.over is None or not answer.begun:
                raise
            _log.warning("broken off", extra=fields(why=str(answer.patience.over)))

    async def _in_time(self, task: asyncio.Task[None], patience: Patience) -> bool:
        """Wait for an answer while there is time, which each piece of a file renews."""
        while not task.done():
            left = patience.left + self._grace
            if left <= 0:
                return False
            await asyncio.wait({task}, timeout=left)
        await task
        return True

    def _ended(self, answer: _Answer, patience: Patience, task: asyncio.Task[None]) -> None:
        self._at_work.discard(task)
        patience.rest()
        if answer.given_up and not task.cancelled() and (error := task.exception()):
            _log.error("failed after it was given up", exc_info=error)


class _Answer:
    """What is sent for one request, and whether anybody still wants it."""

    def __init__(self, send: Send, patience: Patience, piece: float) -> None:
        self._send = send
        self._piece = piece
        self.patience = patience
        self.begun = False
        self.given_up = False

    async def send(self, message: Message) -> None:
        """Send on; where more is to follow, its time begins when this was taken."""
        if self.given_up:
            return  # another answer was given
        self.begun = True
        await self._send(message)
        if message.get("more_body"):
            self.patience.rest()
            self.patience.renew(self._piece, longest=LONGEST)

    async def instead(self, message: Message) -> None:
        """Send in place of what was given up."""
        await self._send(message)


async def _given_up(scope: Scope, receive: Receive, answer: _Answer) -> None:
    """Answer that it took too long, unless an answer has begun: that one is broken off."""
    begun, answer.given_up = answer.begun, True
    _log.warning("given up: it took too long")
    if not begun:
        error = answer.patience.too_long()
        await failed(Request(scope), error)(scope, receive, answer.instead)
