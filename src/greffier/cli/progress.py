"""How far a long work is, on standard error while that is a terminal."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TYPE_CHECKING, Self

from greffier import logs
from greffier.cli.words import shown

if TYPE_CHECKING:
    from types import TracebackType

    from greffier.jobs import Progress

_PAUSE = 0.1  # seconds between two changes of the line; a terminal is slower than the work


class ProgressLine:
    """One line that is written over and over, and gone in the end.

    Args:
        visible: whether there is one at all; by default, where standard error is a terminal.
    """

    def __init__(self, *, visible: bool | None = None) -> None:
        wanted = sys.stderr.isatty() if visible is None else visible
        self._on = wanted and not logs.is_telling()  # two that write there would garble each other
        self._last = 0.0
        self._written = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def report(self, progress: Progress) -> None:
        """Show how far a job is: a `jobs.Report`."""
        self.tell(progress.done, progress.total, progress.item.name)

    def tell(self, done: int, total: int, name: str) -> None:
        """Show that so many files are done, this one the last, unless the line changed just now."""
        now = time.monotonic()
        if self._on and now - self._last >= _PAUSE:
            self._last = now
            width = shutil.get_terminal_size().columns - 1
            last = shown(name.rpartition("/")[2])
            sys.stderr.write(f"\r\x1b[K{f'{done} of {total}  {last}'[:width]}")
            sys.stderr.flush()
            self._written = True

    def clear(self) -> None:
        """Take the line away, so that other words can be printed."""
        if self._written:
            sys.stderr.write("\r\x1b[K")
            self._written = False
