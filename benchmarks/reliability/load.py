"""Load a server of a large archive by fifty clients at once: errors, times, memory.

The load is wrk's, which asks on fifty connections without a pause, so that there are always fifty
requests at work or waiting; a person pauses. Needs an archive of a million turns, made as
`benchmarks.adding` makes it unless one is given (`--archive`), and `wrk` from Debian's packages.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

from benchmarks.reliability.asked import addresses, mixed
from benchmarks.reliability.figures import Figures, Table, keep
from benchmarks.reliability.served import ROOT, Served, sampled, serving, settled
from benchmarks.turns import make
from benchmarks.whole import complete, size

from greffier.archive import open_archive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.reliability.served import Memory

CLIENTS, SECONDS, TURNS, SEED = 50, 60, 1_000_000, 2021
WARM, EACH = 30, 600
LONGER = 5  # times as long, to see what memory comes to
SLOW = "/frequency?q=security&by=year"  # looks at tens of thousands of passages
COLUMNS = [
    "asked for",
    "requests",
    "errors",
    "a second",
    "p50 ms",
    "p99 ms",
    "slowest ms",
    "CPU ms",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What came of one run: times in milliseconds, processor time of the server for a request."""

    name: str
    requests: int
    errors: int
    rate: float
    p50: float
    p99: float
    worst: float
    cpu: float

    def row(self) -> list[str | int | float]:
        """Give it as a row of the table."""
        times = [self.rate, self.p50, self.p99, self.worst, self.cpu]
        return [self.name, self.requests, self.errors, *(round(one, 1) for one in times)]


def main() -> int:
    """Measure, and keep the figures; 1 where anything failed."""
    asked = argparse.ArgumentParser(description="Load a server of many turns by many at once.")
    asked.add_argument("--archive", type=Path, help="made there, and kept for the next time")
    asked.add_argument("--seconds", type=int, default=SECONDS)
    asked.add_argument("--clients", type=int, default=CLIENTS)
    given = asked.parse_args()
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is missing: install it with `apt-get install wrk`")
    with tempfile.TemporaryDirectory() as place:
        folder = given.archive or Path(place) / "archive"
        if not (folder / "archive.db").exists():
            make(folder, TURNS, SEED)
            complete(folder, SEED)
        kinds = _chosen(folder)
        _warm(folder)
        with serving(folder) as served:
            loaded = Loaded(served, Path(place), given.clients)
            figures, failed = _measured(loaded, kinds, given.seconds, size(folder))
    keep("load", figures)
    return 1 if failed else 0


def _chosen(folder: Path) -> dict[str, list[str]]:
    archive = open_archive(folder)
    archive.refresh()
    kinds = addresses(archive, EACH)
    archive.close()
    return kinds


def _warm(folder: Path) -> None:
    """Read every file once, so that it is the server that is measured and not the disk."""
    for path in (one for one in folder.rglob("*") if one.is_file()):
        with path.open("rb") as file:
            while file.read(1 << 24):
                pass


class Loaded:
    """A server under load.

    Args:
        served: the server.
        place: a folder for lists of addresses.
        clients: how many ask at once.
    """

    def __init__(self, served: Served, place: Path, clients: int) -> None:
        self.served = served
        self._list = place / "paths"
        self.clients = clients

    def run(self, name: str, paths: Sequence[str], seconds: int) -> Run:
        """Ask for paths, over and over, for so many seconds."""
        settled(self.served)
        self._list.write_text("\n".join(paths), encoding="utf-8")
        script = Path(__file__).with_name("load.lua")
        command = ["wrk", "-t1", f"-c{self.clients}", f"-d{seconds}s", "--timeout", "60s"]
        before = self.served.cpu()
        made = subprocess.run(  # noqa: S603 - a program of the system
            [*command, "-s", str(script), self.served.address, "--", str(self._list)],
            capture_output=True,
            check=True,
            encoding="utf-8",
            cwd=ROOT,
        )
        cpu = self.served.cpu() - before
        told = json.loads(made.stdout.rstrip().rpartition("\n")[2])
        if not told["requests"]:
            raise SystemExit(f"{self.served.address} answers nothing: {made.stdout}")
        parts = {one: told[one] for one in ("status", "broken", "late") if told[one]}
        run = Run(
            name=name,
            requests=told["requests"],
            errors=sum(parts.values()),
            rate=told["requests"] / told["seconds"],
            **{one: told[one] for one in ("p50", "p99", "worst")},
            cpu=cpu * 1_000 / max(told["requests"], 1),
        )
        print(*run.row(), parts or "", sep="\t", flush=True)
        return run

    def run_beside(self, name: str, paths: Sequence[str], seconds: int) -> tuple[Run, list[int]]:
        """Do so while one client asks for what takes long, over and over; give its answers too."""
        end, answers = threading.Event(), list[int]()
        thread = threading.Thread(target=self._ask_slowly, args=[end, answers])
        thread.start()
        try:
            return self.run(name, paths, seconds), answers
        finally:
            end.set()
            thread.join()

    def _ask_slowly(self, end: threading.Event, answers: list[int]) -> None:
        while not end.is_set():
            try:
                with urlopen(self.served.address + SLOW, timeout=120) as answer:  # noqa: S310 - ours
                    answer.read()
                    answers.append(answer.status)
            except HTTPError as error:  # it took too long: an answer too
                answers.append(error.code)


def _measured(
    loaded: Loaded, kinds: dict[str, list[str]], seconds: int, held: tuple[int, int]
) -> tuple[Figures, bool]:
    busy, some = os.getloadavg()[0], mixed(kinds, 5_000)
    loaded.run("warming up", some, WARM)
    whole = loaded.run("all kinds", some, seconds)
    with sampled(loaded.served) as memory:
        long = loaded.run("all kinds, for longer", some, LONGER * seconds)
    short = max(seconds // 6, 2)
    runs = [whole, long, *(loaded.run(kind, paths, short) for kind, paths in kinds.items())]
    beside, answers = loaded.run_beside("all kinds, beside a slow one", some, max(seconds // 2, 2))
    runs.append(beside)
    failed = any(one.errors for one in runs)
    return Figures(
        title="Many at once",
        command="python -m benchmarks.reliability.load",
        text=[
            _server(loaded.clients, busy, *held),
            _came(whole),
            _remembered(memory, LONGER * seconds),
            _others(beside, answers),
        ],
        table=Table(columns=COLUMNS, rows=[one.row() for one in runs]),
    ), failed


def _server(clients: int, busy: float, records: int, turns: int) -> str:
    return (
        f"A server as `greffier serve` starts it, of {turns:,} turns in {records:,} records; "
        f"{clients} clients that ask without a pause, each for the next as soon as it has one "
        "answer, so that a time is mostly that of waiting for the others. CPU is the processor "
        "time of the server for one request. When it began, other programs kept "
        f"{busy:.1f} processors of {os.cpu_count()} busy or waited for one."
    )


def _came(whole: Run) -> str:
    return (
        f"In {whole.requests:,} requests of all kinds there were {whole.errors} errors; 99 of 100 "
        f"took {whole.p99:,.0f} ms or less."
    )


def _remembered(memory: Memory, seconds: int) -> str:
    first, half, last = (memory.megabytes[at] for at in (0, len(memory.megabytes) // 2, -1))
    return (
        f"The memory of the server was {first:.0f} MB when the longer run began, {half:.0f} MB "
        f"after half of its {seconds} seconds and {last:.0f} MB at its end: over the second half "
        f"{memory.slope():+.1f} MB a minute. What grows in the first is what is remembered of "
        "words, names and records, each up to a bound."
    )


def _others(beside: Run, answers: list[int]) -> str:
    return (
        "Beside a client that asked over and over for how often `security` was said in each year "
        f"({_counted(answers)}), 99 of 100 of the others took {beside.p99:,.0f} ms or less."
    )


def _counted(answers: list[int]) -> str:
    told = [f"{answers.count(one)} answered {one}" for one in sorted(set(answers))]
    return ", ".join(told) or "none was answered in that time"


if __name__ == "__main__":
    sys.exit(main())
