"""Ask a server what nobody asks in earnest, and see that it answers others meanwhile.

The server runs as `greffier serve` runs it, over an archive of as many turns as is wished: make one
with `python -m benchmarks.searching --archive FOLDER`, or measure the one that you have. Questions
that take long are asked one by one, to see when they are given up; then several of them at once,
again and again, while quick pages are asked for beside them.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from benchmarks.reliability.figures import Figures, Table, keep

from greffier.archive import open_archive
from greffier.web.bounds import LONGEST_ADDRESS, LONGEST_BODY
from greffier.web.waiting import SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

STARTS = ("se", "co", "pr", "re", "in", "un", "st", "ma")
WILD = "+OR+".join(f"{letters}*a*i*" for letters in STARTS)
WHO = "/api/who?q=President+of+Russia"
SORTED = "/api/kwic?q=of&by=left&limit=500"
SLOW = {
    "who held an office that very many held": WHO,
    "a concordance of the most frequent word, sorted": SORTED,
    "how often the most frequent word was said": "/api/frequency?q=of",
    "the most frequent word near others": "/api/collocates?q=of&spoken=yes",
    "words peculiar to half of all": "/api/keywords?spoken=yes",
    "eight words with three wildcards each": f"/api/search?q={WILD}&facets=1000",
    "the last hit that is turned to": "/search?q=of&page=5000",
    "the last page of sessions": "/?page=10000",
    "an address that is too long": f"/api/search?q={'a' * LONGEST_ADDRESS}",
}
BESIDE = ("/api/frequency?q=of", SORTED, WHO)
QUICK = ("/healthz", "/", "/search?q=security", "/api/search?q=security&facets=10", "/records")
PATIENCE = SECONDS + 60


def main() -> int:
    """Measure; 1 where anything was neither answered nor given up in time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, help="the folder of an archive")
    parser.add_argument("--rounds", type=int, default=40, help="quick pages of each kind")
    asked = parser.parse_args()
    with contextlib.closing(open_archive(asked.archive)) as archive:
        turns = archive.counts().turns
    with serving(asked.archive) as port:
        ask(port, "/search?q=security")
        rows: list[tuple[str, int, float]] = []
        for what, path in SLOW.items():
            rows.append((what, *measured(port, path)))
            print(*rows[-1], sep="\t", flush=True)
        alone = quick(port, asked.rounds)
        with pressed(port):
            beside = quick(port, asked.rounds)
    for what, taken in (("alone", alone), ("beside six long questions", beside)):
        rows.append((f"a quick page, {what}: median", 200, statistics.median(taken)))
        rows.append((f"a quick page, {what}: 99th of a hundred", 200, worst(taken)))
    _keep(turns, rows)
    return 1 if any(seconds > SECONDS + 5 for _, _, seconds in rows) else 0


@contextlib.contextmanager
def serving(archive: Path) -> Iterator[int]:
    """Serve an archive, and give the port."""
    command = [sys.executable, "-m", "greffier", "serve", "-a", str(archive), "--port", "8690"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - ourselves
        try:
            said = server.stdout.readline() if server.stdout else ""
            yield urlsplit(said.split()[1]).port or 0
        finally:
            server.terminate()


def ask(port: int, path: str) -> int:
    """Ask, and give the status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    with contextlib.closing(connection):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return answer.status


def measured(port: int, path: str) -> tuple[int, float]:
    """Give the status of an answer, and the seconds that it took."""
    began = time.perf_counter()
    status = ask(port, path)
    return status, time.perf_counter() - began


def quick(port: int, rounds: int) -> list[float]:
    """Give how long quick pages take."""
    taken = []
    for _ in range(rounds):
        for path in QUICK:
            status, seconds = measured(port, path)
            if status != http.HTTPStatus.OK:
                raise SystemExit(f"{path}: {status}")
            taken.append(seconds)
    return taken


@contextlib.contextmanager
def pressed(port: int) -> Iterator[None]:
    """Ask long questions all the time, six at once."""
    ended = threading.Event()

    def press(path: str) -> None:
        while not ended.is_set():
            ask(port, path)

    threads = [threading.Thread(target=press, args=[path]) for path in BESIDE * 2]
    for thread in threads:
        thread.start()
    time.sleep(3)
    try:
        yield
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def worst(taken: list[float]) -> float:
    """Give what 99 of a hundred stay below."""
    return sorted(taken)[int(len(taken) * 0.99)]


def _keep(turns: int, rows: list[tuple[str, int, float]]) -> None:
    said = (
        f"Over an archive of {turns:,} turns. A question has {SECONDS:.0f} seconds; 503 says that "
        "they were over, or that too much was asked at once, 400 and 414 that it was not begun. "
        f"A body may have {LONGEST_BODY:,} bytes, an address {LONGEST_ADDRESS:,}. The machine had "
        f"{os.getloadavg()[1]:.0f} processes at work on its {os.cpu_count()} cores meanwhile."
    )
    table = Table(columns=["asked", "status", "seconds"], rows=[list(row) for row in rows])
    command = "python -m benchmarks.reliability.bounds ARCHIVE"
    title = "What is asked too much is given up, and others go on"
    keep("bounds", Figures(title=title, command=command, text=[said], table=table))


if __name__ == "__main__":
    sys.exit(main())
