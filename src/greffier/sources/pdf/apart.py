"""PDF files taken apart in a process of their own, with so much memory and so much time.

A few hundred kilobytes can ask for gigabytes there, and what a library in C++ does with a file that
is broken on purpose is not for the process that holds an archive. One process takes one file after
the other; where it ends over one, the file is refused and the next is given to a new process.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypedDict

if TYPE_CHECKING:
    from typing import IO

LENGTH: Final = 8  # bytes that say how many follow
SECONDS: Final = 60  # of CPU for one file; a long record takes one
MEMORY: Final = 1 << 30  # bytes
_CHILD: Final = "greffier.sources.pdf.child"
_TOO_MUCH: Final = (
    "a PDF file that takes more memory or time than any record does",
    "save it anew, or give the record as text",
)


class Told(TypedDict):
    """What is told of a file: its words, and where bold ones begin and end."""

    words: str
    bold: list[tuple[int, int]]


class Apart:
    """A process that takes PDF files apart, made when the first is asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._of = 0

    def asked(self, data: bytes) -> Told | tuple[str, str]:
        """Give what a file has in it, or why it is refused: what was met, and what is wanted."""
        with self._lock:
            child = self._running()
            try:
                send(pipe(child.stdin), data)
                told = json.loads(received(pipe(child.stdout)))
            except (OSError, EOFError):
                self.close()
                return _TOO_MUCH
        if "met" in told:
            return str(told["met"]), str(told["wanted"])
        return {"words": told["words"], "bold": told["bold"]}

    def close(self) -> None:
        """End the process, if there is one."""
        child, self._child = self._child, None
        if child is None:
            return
        if self._of == os.getpid():
            child.kill()
            child.wait()
        else:  # a fork has taken it over: it is for whoever forked to end it
            child.returncode = 0
        for end in (pipe(child.stdin), pipe(child.stdout)):
            with suppress(OSError):  # what nobody will read any more
                end.close()

    def _running(self) -> subprocess.Popen[bytes]:
        """Give the process; one that a fork has taken over is its parent's."""
        if self._of != os.getpid():
            self.close()
        if self._child is None:
            atexit.register(self.close)
            self._of = os.getpid()
            self._child = subprocess.Popen(  # noqa: S603 - this program
                [sys.executable, "-m", _CHILD],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        return self._child


def send(to: IO[bytes], data: bytes) -> None:
    """Write bytes, with their number before them."""
    to.write(len(data).to_bytes(LENGTH, "big"))
    to.write(data)
    to.flush()


def received(source: IO[bytes]) -> bytes:
    """Read what `send` wrote.

    Raises:
        EOFError: nobody writes any more.
    """
    head = source.read(LENGTH)
    size = int.from_bytes(head, "big")
    data = source.read(size) if len(head) == LENGTH else b""
    if len(head) < LENGTH or len(data) < size:
        raise EOFError
    return data


def pipe(end: IO[bytes] | None) -> IO[bytes]:
    """Give a pipe that was asked for; there is one."""
    if end is None:
        raise EOFError
    return end


APART: Final = Apart()
