"""`greffier add` as a process of its own, over many records, that something happens to.

Each is a fork of one that has loaded the program, so that not most of the time goes into starting.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import selectors
import signal
import sys
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.reliability.sample import CORPUS, RECORDS, ROOT

from greffier.cli import main

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SHARED = ROOT.parent / "shared" / "records"
LONGEST = 80_000  # bytes of a record: the whole is done many times over
_READ = 1 << 16


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a run.

    Args:
        told: the witnesses that it said it had added, or had already.
        status: of the process; below 0 where it was killed.
        errors: what it said on standard error.
        seconds: how long it took.
    """

    told: tuple[str, ...]
    status: int
    errors: str
    seconds: float


def lay_out(folder: Path, count: int) -> Path:
    """Put so many records into a folder, the same each time: of the larger set where it lies by.

    Where there are too few, more are made of those that there are: other words, the same form.
    """
    folder.mkdir()
    paths = [one for one in sorted(SHARED.rglob("*")) if one.suffix in {".html", ".txt"}]
    paths = [one for one in paths if one.stat().st_size <= LONGEST]
    small = [one for one in (*RECORDS, *CORPUS) if one.stat().st_size <= LONGEST]
    step = max(1, len(paths) // count)
    several = {one.read_bytes(): one for one in reversed((*small, *paths[::step]))}
    chosen = [*reversed(several.values())][:count]
    for number, path in enumerate(chosen):
        (folder / f"{number:04}{path.suffix}").write_bytes(path.read_bytes())
    for number in range(len(chosen), count):
        text = small[number % len(small)].read_text(encoding="utf-8", errors="replace")
        made = f"{text}\n\n{number}\n"
        name = f"{number:04}{small[number % len(small)].suffix}"
        (folder / name).write_text(made, encoding="utf-8")
    return folder


def add(records: Path, archive: Path, *, kill_after: float | None = None, size: int = 0) -> Run:
    """Run `greffier add` to its end, or to where it is killed.

    Args:
        records: the folder of what is added.
        archive: the folder of the archive.
        kill_after: seconds after which the process is killed, if it is.
        size: bytes that a file may have at most; 0 for as many as there is room for.
    """
    began = time.perf_counter()
    run = started(["add", str(records), "-a", str(archive), "--format", "jsonl"], size=size)
    out, errors = run.read(None if kill_after is None else began + kill_after)
    lines = out.split(b"\n")[:-1]  # the last is empty, or was not written whole
    told = [one["witness"] for one in map(json.loads, lines) if one["witness"]]
    return Run(tuple(told), run.ended(), errors.decode(), time.perf_counter() - began)


class Process:
    """The program in a process of its own, and what it says on both of its streams."""

    def __init__(self, number: int, out: int, errors: int) -> None:
        self._number, self._out, self._errors = number, out, errors

    def read(self, until: float | None = None) -> tuple[bytes, bytes]:
        """Read what it says to its end, or until it is killed; all that it has said comes."""
        said = {self._out: b"", self._errors: b""}
        with selectors.DefaultSelector() as ready:
            for stream in said:
                ready.register(stream, selectors.EVENT_READ)
            while ready.get_map():
                left = None if until is None else until - time.perf_counter()
                if left is not None and left <= 0:
                    os.kill(self._number, signal.SIGKILL)
                    until = left = None
                for key, _ in ready.select(left):
                    if read := os.read(key.fd, _READ):
                        said[key.fd] += read
                    else:
                        ready.unregister(key.fd)
        for stream in said:
            os.close(stream)
        return said[self._out], said[self._errors]

    def ended(self) -> int:
        """Wait for its end and give its status; below 0 where it was killed."""
        return os.waitstatus_to_exitcode(os.waitpid(self._number, 0)[1])


def warm() -> None:
    """Load what every run needs, so that each begins at once: all of them are forks of this one."""
    import greffier.cli.app  # noqa: PLC0415 - it is only loaded
    import greffier.jobs.grouping  # noqa: PLC0415 - as above
    import greffier.jobs.verifying  # noqa: F401, PLC0415 - as above
    from greffier.jobs import read_item  # noqa: PLC0415 - as above

    for one in RECORDS:
        read_item(one)
    gc.freeze()


def started(arguments: Sequence[str], *, size: int = 0) -> Process:
    """Start the program in a process of its own."""
    (out, says), (errors, complains) = os.pipe(), os.pipe()
    sys.stdout.flush()
    number = os.fork()
    if number:
        os.close(says)
        os.close(complains)
        return Process(number, out, errors)
    status = 70  # whatever happens, this process must never go on as the one that it was
    try:
        os.dup2(says, 1)
        os.dup2(complains, 2)
        for one in (out, says, errors, complains):
            os.close(one)
        sys.stdout = os.fdopen(1, "w", closefd=False)
        sys.stderr = os.fdopen(2, "w", closefd=False)
        if size:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        status = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001 - it is told on standard error, as Python would
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)
