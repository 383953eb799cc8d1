"""How long whoever asks waits: what takes longer is given up, wherever it is at work.

A server begins a `Patience` for each request. Whatever works for that request finds it in its
context, and asks `check` as often as it can: the archive at every question, inside the database at
every so many steps, and at every passage. A command line begins none, and nothing is ever over.

Of what takes long only a few go on at a time, so that what is quick stays quick.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from greffier.errors import BusyError, GreffierError, TooLongError

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOW: Final = 1.0  # seconds after which a question is one that takes long
AT_ONCE: Final = 2  # of those at work; Python works on one at a time, and the rest only waits
_WAITING: Final = 8  # of those that wait for one of these to end
_PLACE: Final = "what was asked"


class Slots:
    """The right to go on for long, which only so many have at a time.

    Args:
        number: how many.
        waiting: how many may wait for it.
    """

    def __init__(self, number: int = AT_ONCE, waiting: int = _WAITING) -> None:
        self._free = threading.BoundedSemaphore(number)
        self._waiting = threading.BoundedSemaphore(waiting)

    def take(self, seconds: float) -> bool:
        """Wait so long for the right at most; say whether it was to be had."""
        if self._free.acquire(blocking=False):
            return True
        if not self._waiting.acquire(blocking=False):
            return False
        try:
            return self._free.acquire(timeout=max(seconds, 0.0))
        finally:
            self._waiting.release()

    def give(self) -> None:
        """Give the right back."""
        self._free.release()


_SLOTS: Final = Slots()


class Patience:
    """How long one request may take, and what became of it; one thread at a time works for it.

    Args:
        seconds: how long.
        slow: after how many seconds of work it needs the right to go on. Work, not time: whoever
            only had to wait for others does not take long.
        slots: which gives that right; one for the whole process unless said.
    """

    def __init__(self, seconds: float, *, slow: float = SLOW, slots: Slots = _SLOTS) -> None:
        self._began = time.monotonic()
        self._until = self._began + seconds
        self._work = slow
        self._slots = slots
        self._goes_on = False
        self._seen = (0, 0.0)
        self.over: GreffierError | None = None

    @property
    def left(self) -> float:
        """The seconds that are left; fewer than none when it is over."""
        return self._until - time.monotonic()

    def renew(self, seconds: float, *, longest: float) -> None:
        """Wait so many seconds from now; but for no more than `longest` since it began."""
        self._until = min(time.monotonic() + seconds, self._began + longest)

    def rest(self) -> None:
        """Let others go on while nothing is worked at; `check` asks for the right again."""
        self._seen = (0, 0.0)
        if self._goes_on:
            self._goes_on = False
            self._slots.give()

    def check(self) -> None:
        """Go on, if there is time; what takes long may have to wait here for others to end.

        Raises:
            TooLongError: there is none left.
            BusyError: too many others take long.
        """
        if self.over is None and self.left < 0:
            self.over = self.too_long()
        elif self.over is None and not self._goes_on:
            self._count()
        if self.over is not None:
            raise self.over

    def too_long(self) -> TooLongError:
        """Give the error of what was not done in time."""
        met = f"it takes more than {self._until - self._began:.2g} seconds"
        return TooLongError(_PLACE, met, "narrow it, or ask the command line, which waits")

    def _count(self) -> None:
        """Count the work of this thread since it was last seen; ask for the right at need."""
        (last, since), this, now = self._seen, threading.get_ident(), time.thread_time()
        self._work -= now - since if last == this else 0.0
        if self._work < 0:
            self._goes_on = self._slots.take(self.left)
            self.over = None if self._goes_on else _busy()
        self._seen = (this, now)


_CURRENT: ContextVar[Patience | None] = ContextVar("patience", default=None)


@contextmanager
def waiting(patience: Patience) -> Iterator[None]:
    """Do within this what somebody waits for who has this patience."""
    token = _CURRENT.set(patience)
    try:
        yield
    finally:
        _CURRENT.reset(token)


@contextmanager
def unhurried() -> Iterator[None]:
    """Do within this what is to be done to its end, whoever waits."""
    token = _CURRENT.set(None)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def current() -> Patience | None:
    """Give the patience of whoever waits; None where nobody hurries."""
    return _CURRENT.get()


def check() -> None:
    """Go on if whoever asks still waits; raises as `Patience.check` does."""
    patience = _CURRENT.get()
    if patience is not None:
        patience.check()


def at_most(seconds: float) -> float:
    """Give so many seconds, or what is left where that is less: how long to wait for another."""
    patience = _CURRENT.get()
    return seconds if patience is None else max(min(seconds, patience.left), 0.0)


def _busy() -> BusyError:
    return BusyError(_PLACE, "too much that takes long is asked at once", "ask again in a minute")
