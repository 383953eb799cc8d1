"""Time what it takes to add a thousand records to an empty archive and to one of a million turns.

The large archive is the one that `searching.py` makes (`--archive` takes one that was kept), with
the rows that adding looks at written too, as `whole.py` says, and one that only this changes: it is
copied before it is added to. What is added are files: real records with their heads, labels and
names, of other years, and other words of their language in their paragraphs. The whole way is
timed, as `greffier add` goes it, each archive in a process of its own that has read some records
before: reading, writing, looking for the like of each witness, working out who is who and which
session is which, and the index.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import random
import re
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.turns import CORPUS, SETS, SHARED, make
from benchmarks.whole import complete, size

from greffier.archive.store import SqliteArchive
from greffier.jobs import InThisProcess, add_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.archive.protocol import Desk
    from greffier.archive.settlement import Settlement
    from greffier.archive.stored import Added
    from greffier.jobs import Done, Failed, Unit
    from greffier.model import Reading, Received

TURNS, RECORDS, WARM, SEED = 1_000_000, 1_000, 20, 2021
RATIO = 1.5  # times what it takes on an empty archive, to reach
COLLECT = 100_000  # as the program sets its collector
LONG = 120  # characters of a line that is no head, date or title
PARTS = ("read", "write", "group", "settle", "index")
_LABEL = re.compile(r"[^:.]{2,60}: |")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")

Times = dict[str, tuple[float, float]]


class Clock:
    """Adds up what each part takes, on the clock and of this process alone."""

    def __init__(self) -> None:
        self.taken: defaultdict[str, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))

    @contextmanager
    def of(self, part: str) -> Iterator[None]:
        """Count what is done inside to a part."""
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        before = self.taken[part]
        self.taken[part] = (
            before[0] + time.perf_counter() - wall,
            before[1] + time.process_time() - cpu,
        )


class Timed(SqliteArchive):
    """An archive that tells what each part of adding takes."""

    clock = Clock()

    def add(self, received: Received, reading: Reading) -> Added:
        """Keep a witness."""
        with self.clock.of("write"):
            return super().add(received, reading)

    @contextmanager
    def grouping(self) -> Iterator[Desk]:
        """Group a witness."""
        with self.clock.of("group"), super().grouping() as desk:
            yield desk

    @contextmanager
    def settling(self) -> Iterator[Settlement]:
        """Work out who is who and which session is which."""
        with self.clock.of("settle"), super().settling() as settlement:
            yield settlement

    def refresh(self) -> None:
        """Bring the index up."""
        with self.clock.of("index"):
            super().refresh()


class Reader:
    """Reads in this process, and tells what it takes."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def run(self, units: Iterable[Unit]) -> Iterator[Done | Failed]:
        """Read each."""
        coming = InThisProcess().run(units)
        while True:
            with self._clock.of("read"):
                one = next(coming, None)
            if one is None:
                return
            yield one


def varied(folder: Path, count: int, seed: int) -> None:
    """Write so many records into a folder, each made of a real one."""
    chance = random.Random(seed)  # noqa: S311 - a seed is what is wanted
    sources = [SHARED / name for name in SETS if (SHARED / name).is_dir()] or [CORPUS]
    paths = sorted(path for source in sources for path in source.rglob("*.txt"))
    paths += sorted(path for source in sources for path in source.rglob("*.md"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    words: defaultdict[bool, list[str]] = defaultdict(list)
    for text in texts:
        words[_is_latin(text)] += text.split()
    folder.mkdir()
    for number in range(count):
        at = number % len(texts)
        made = "\n".join(_line(line, words, chance) for line in texts[at].splitlines())
        year = str(chance.randint(1990, 2024))
        path = folder / f"{number:05}-{paths[at].name}"
        path.write_text(_YEAR.sub(year, made), encoding="utf-8")


def _line(line: str, words: dict[bool, list[str]], chance: random.Random) -> str:
    """Give a line of a head as it is, of a paragraph other words behind its label."""
    if len(line) < LONG:
        return line
    label = _LABEL.match(line)
    out, pool = [label[0] if label else ""], words[_is_latin(line)] or line.split()
    for _ in range(0, len(line.split()), 4):
        at = chance.randrange(max(len(pool) - 5, 1))
        out.append(" ".join(pool[at : at + chance.randint(3, 5)]) + " ")
    return "".join(out).rstrip()


def _is_latin(text: str) -> bool:
    return sum(char < "\u0250" for char in text) * 2 > len(text)


def _added(folder: Path, files: Path, warm: Path, told: multiprocessing.SimpleQueue[Times]) -> None:
    """Add to an archive, and tell what each part took; run as a process."""
    with tempfile.TemporaryDirectory() as made:
        archive = Timed.open(Path(made) / "warm", create=True)
        add_all(archive, [warm])
        archive.close()
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT, 20, 20)
    clock = Timed.clock = Clock()
    archive = Timed.open(folder, create=True)
    with clock.of("all"):
        summary = add_all(archive, [files], executor=Reader(clock))
    archive.close()
    if summary.failures or summary.count("added") != len(list(files.iterdir())):
        raise SystemExit(f"not all were added: {summary.failures[:1]}")
    told.put(dict(clock.taken))


def added(folder: Path, files: Path, warm: Path) -> Times:
    """Give what each part of adding takes, in a process of its own."""
    context = multiprocessing.get_context("spawn")
    told: multiprocessing.SimpleQueue[Times] = context.SimpleQueue()
    process = context.Process(target=_added, args=(folder, files, warm, told))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(process.exitcode)
    return told.get()


def told(empty: Times, large: Times, turns: int) -> float:
    """Print what each part took in both archives; give how many times the CPU all took.

    Who shares the machine changes the clock more than what this process does.
    """
    print(f"{'seconds':>10} {'empty':>8} {'CPU':>8} {f'{turns:,} turns':>18} {'CPU':>8}")
    for part in (*PARTS, "all"):
        one, other = empty[part], large[part]
        print(f"{part:>10} {one[0]:8.2f} {one[1]:8.2f} {other[0]:18.2f} {other[1]:8.2f}")
    clock, cpu = (large["all"][n] / empty["all"][n] for n in (0, 1))
    print(f"{clock:.2f} times as long on the clock, {cpu:.2f} of CPU; {RATIO} is to be reached")
    return cpu


def main() -> bool:
    """Make the archive or take one that was made, and measure; say whether it is within limits."""
    asked = argparse.ArgumentParser(description="Time adding to an empty and to a large archive.")
    asked.add_argument("--turns", type=int, default=TURNS)
    asked.add_argument("--records", type=int, default=RECORDS)
    asked.add_argument("--archive", type=Path, help="made there, and kept for the next time")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as made:
        here = Path(made)
        folder = given.archive or here / "archive"
        if not (folder / "archive.db").exists():
            make(folder, given.turns, SEED)
        complete(folder, SEED)
        records, turns = size(folder)
        print(f"{given.records:,} records into one of {records:,} records", flush=True)
        varied(here / "files", given.records, SEED)
        varied(here / "warm", WARM, SEED + 1)
        empty = added(here / "empty", here / "files", here / "warm")
        shutil.copytree(folder, here / "large")
        large = added(here / "large", here / "files", here / "warm")
    return told(empty, large, turns) <= RATIO


if __name__ == "__main__":
    sys.exit(not main())
