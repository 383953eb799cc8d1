"""A server of an archive in a process of its own, and what it takes: memory and processor time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[2]
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs.

    Args:
        address: such as `http://127.0.0.1:8642`.
        process: its number.
    """

    address: str
    process: int

    def memory(self) -> float:
        """Give the megabytes that are its own: what it maps of files is the system's to take back.

        That is resident pages without those of files, as /proc/PID/statm has them.
        """
        _, resident, shared, *_ = _proc(self.process, "statm").split()
        return (int(resident) - int(shared)) * _PAGE / _MEGA

    def cpu(self) -> float:
        """Give the seconds of processor time that it took."""
        fields = _proc(self.process, "stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


@dataclass(slots=True)
class Memory:
    """The memory of a server, second by second, while a block runs."""

    megabytes: list[float] = field(default_factory=list)

    def slope(self) -> float:
        """Give by how many megabytes a minute it grows in the second half, by least squares.

        In the first, connections are opened and get their pages of the database.
        """
        return slope(self.megabytes[len(self.megabytes) // 2 :]) * 60


def slope(values: Sequence[float]) -> float:
    """Give by how much values rise from one to the next, by least squares."""
    middle, mean = (len(values) - 1) / 2, sum(values) / max(len(values), 1)
    squares = sum((n - middle) ** 2 for n in range(len(values)))
    along = sum((n - middle) * (value - mean) for n, value in enumerate(values))
    return along / squares if squares else 0.0


@contextmanager
def serving(archive: Path) -> Iterator[Served]:
    """Serve an archive as a user would, for the length of a `with` block."""
    command = [sys.executable, "-m", "greffier", "serve", "-a", str(archive)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GREFFIER_")}
    path = {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(  # noqa: S603 - our own program
        command, env={**kept, **path}, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        if process.stdout is None:  # it was asked for
            raise RuntimeError(command)
        try:
            address = process.stdout.readline().split()[1].rstrip("/")
            yield Served(address, process.pid)
        finally:
            process.send_signal(signal.SIGINT)


@contextmanager
def sampled(served: Served, every: float = 1.0) -> Iterator[Memory]:
    """Note the memory of a server each second, for the length of a `with` block."""
    memory, end = Memory(), threading.Event()

    def sample() -> None:
        while not end.wait(every):
            memory.megabytes.append(served.memory())

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield memory
    finally:
        end.set()
        thread.join()


def settled(served: Served, *, within: float = 60.0) -> None:
    """Wait until a server takes no more processor time: what was given up before is at its end."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        before = served.cpu()
        time.sleep(0.5)
        if served.cpu() - before < 0.05:  # noqa: PLR2004 - a tenth of the half second
            return


def _proc(process: int, name: str) -> str:
    return Path(f"/proc/{process}/{name}").read_text(encoding="utf-8")
