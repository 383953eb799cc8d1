"""Kill `greffier add` at random moments, fill its disk, limit its files, and look at what is left.

Records are added by the program itself, in a process of its own that says of each file when it is
kept. After each accident the archive must open, `verify` must find nothing, whatever was said to be
kept must be there, and the same command again must end with the same archive that an undisturbed
run makes, row by row. What was left is looked at in a copy, so that the next run finds it as it is.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, fields
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.reliability.checking import alike, names, wrong
from benchmarks.reliability.figures import Figures, Table, keep
from benchmarks.reliability.runs import Run, add, lay_out, warm
from benchmarks.reliability.sample import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED, KILLS, RECORDS, FEW = 2021, 200, 600, 40
# Archives for the kills of each who kills: some come to their end and to what follows it, and some
# are killed the more often on the way.
PACES = (1.2, 1.2, 0.4, 0.4)
THOROUGH = 20  # of so many times once the index is brought up, and searched
TORN = 50  # times that the log of the database is cut off, as when the current fails
LIMITS = (100_000, 400_000, 900_000, 2_000_000)  # bytes of a file
ROOMS = (800, 1_600, 3_200, 4_800, 5_300)  # KB of a disk
PARTS = ["kills", "limits", "disk", "log"]
KILLED = "killed"
COLUMNS = ["times", "left whole", "told and lost", "faults", "the same in the end"]


@dataclass
class Tally:
    """What came of one kind of accident; `ended` counts archives that were added to their end."""

    times: int = 0
    whole: int = 0
    lost: int = 0
    faults: int = 0
    ended: int = 0
    same: int = 0

    def take(self, other: Tally) -> None:
        """Count what another counted."""
        for counted in fields(self):
            both = getattr(self, counted.name) + getattr(other, counted.name)
            setattr(self, counted.name, both)


@dataclass
class Results:
    """What came of all of them, by kind."""

    of: dict[str, Tally] = field(default_factory=dict)

    def note(self, kind: str, found: list[str]) -> None:
        """Count one accident, with what was found wrong after it."""
        tally = self.of.setdefault(kind, Tally())
        lost = sum("told and not there" in one for one in found)
        tally.times += 1
        tally.whole += not found
        tally.lost += lost
        tally.faults += len(found) - lost
        for one in found:
            print(f"{kind}: {one}", file=sys.stderr)

    def end(self, kind: str, run: Run, differing: list[str]) -> None:
        """Count one archive that was added to its end."""
        tally = self.of.setdefault(kind, Tally())
        tally.ended += 1
        tally.same += not differing and run.status == 0
        if differing or run.status:
            print(f"{kind}: ended {run.status}, {differing} {run.errors}", file=sys.stderr)

    def take(self, other: Results) -> None:
        """Count what another counted."""
        for kind, one in other.of.items():
            self.of.setdefault(kind, Tally()).take(one)

    def all_of(self, kinds: str) -> Tally:
        """Give what came of all kinds whose names begin so."""
        found = Tally()
        for kind, one in self.of.items():
            if kind.startswith(kinds):
                found.take(one)
        return found

    @property
    def failed(self) -> bool:
        """Whether anything came out otherwise than it must."""
        return any(one.whole < one.times or one.same < one.ended for one in self.of.values())


def main() -> int:
    """Do all of it, and keep what was found; 1 where anything came out otherwise than it must."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help=f"of {', '.join(PARTS)}")
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--records", type=int, default=RECORDS)
    asked = parser.parse_args()
    warm()
    results = Results()
    if "kills" in asked.parts:
        with tempfile.TemporaryDirectory() as place:
            _kill(Path(place), results, kills=asked.kills, records=asked.records)
    with tempfile.TemporaryDirectory() as place:
        _refuse(Path(place), results, asked.parts)
    if (asked.kills, asked.records, asked.parts) == (KILLS, RECORDS, PARTS):
        _keep(results)
    print(results)
    return 1 if results.failed else 0


def _kill(place: Path, results: Results, *, kills: int, records: int) -> None:
    """Have several kill at once, each in an archive of its own, beside one that is left alone."""
    lay_out(place / "records", records)
    with get_context("fork").Pool(len(PACES) + 1) as pool:
        whole = pool.apply_async(add, (place / "records", place / "whole"))
        each = [(place, n, kills // len(PACES), records) for n in range(len(PACES))]
        done = pool.starmap(_killed, each, chunksize=1)
        whole.get()
    for found, ended in done:
        results.take(found)
        for run, archive in ended:
            results.end(KILLED, run, alike(place / "whole", archive))


def _killed(
    place: Path, worker: int, kills: int, records: int
) -> tuple[Results, list[tuple[Run, Path]]]:
    """Add records, killed at random moments: one run goes on where the one before was killed.

    Returns:
        What was found, and the archives that were added to their end, with the run that ended it.
    """
    results, ended = Results(), []
    rng = random.Random(SEED + worker)  # noqa: S311 - not for secrets
    folder, copy = place / "records", place / f"copy{worker}"
    wanted, told, known = set(names(folder)), set[str](), 0
    archive, pace, done = place / f"archive{worker}.0", 1.0, 0
    while done < kills:
        run = add(folder, archive, kill_after=rng.uniform(0, 2 * pace))
        told |= set(run.told)
        if run.status < 0:
            thorough = not done % THOROUGH
            results.note(_kind(run, wanted), wrong(archive, told, copy, thorough=thorough))
            done += 1
        else:
            ended.append((run, archive))
            archive, told, known = place / f"archive{worker}.{len(ended)}", set(), 0
            pace /= 4  # it was left alone for too long
            continue
        # So long that an archive is done after most of the kills; longer where nothing was done.
        new, known = len(told) - known, len(told)
        share = records / kills * PACES[worker]
        goal = run.seconds / new * share if new > 0 else pace * 2
        pace = (pace + goal) / 2
    if not ended and PACES[worker] >= 1:
        ended.append((add(folder, archive), archive))
    return results, ended


def _kind(run: Run, wanted: set[str]) -> str:
    """Say what a run was at when it was killed, by what it had told."""
    if not run.told:
        return "killed while it opened the archive or looked for what is new"
    if set(run.told) < wanted:
        return "killed while it added"
    return "killed after all was added, while it settled or wrote the index"


def _refuse(place: Path, results: Results, parts: list[str]) -> None:
    """Do what has files refused, cut off or full."""
    if not {"limits", "disk", "log"}.isdisjoint(parts):
        add(lay_out(place / "records", FEW), place / "whole")
    if "limits" in parts:
        limit(place, results)
    if "disk" in parts:
        fill(place, results)
    if "log" in parts:
        rng = random.Random(SEED)  # noqa: S311 - not for secrets
        tear(place, rng, results)


def limit(place: Path, results: Results) -> None:
    """Add records where files may only grow to so many bytes."""
    archive = place / "archive"
    for size in LIMITS:
        run = add(place / "records", archive, size=size)
        results.note("a file could not grow", _stopped(run, archive, place))
        again = add(place / "records", archive)
        results.end("a file could not grow", again, alike(place / "whole", archive))
        shutil.rmtree(archive)


def fill(place: Path, results: Results) -> None:
    """Add records on a disk without room for them, then with room; where one can be mounted."""
    disk = place / "disk"
    disk.mkdir()
    for size in ROOMS:
        with _mounted(disk, size) as mounted:
            if not mounted:
                return
            run = add(place / "records", disk / "archive")
            results.note("the disk was full", _stopped(run, disk / "archive", place))
            _mount(disk, "remount,size=100m")
            again = add(place / "records", disk / "archive")
            results.end("the disk was full", again, alike(place / "whole", disk / "archive"))


def tear(place: Path, rng: random.Random, results: Results) -> None:
    """Cut the log of the database off anywhere, as it may be left when the current fails."""
    archive = place / "archive"
    whole = add(place / "records", place / "again")
    while not _log(archive).exists():
        add(place / "records", archive, kill_after=rng.uniform(0.5, 1) * whole.seconds)
    data = _log(archive).read_bytes()
    for _ in range(TORN):
        _log(archive).write_bytes(data[: rng.randrange(len(data))])
        results.note("the log of the database was cut off", wrong(archive, (), place / "copy"))


def _log(archive: Path) -> Path:
    return archive / f"{FILE}-wal"


def _stopped(run: Run, archive: Path, place: Path) -> list[str]:
    """Give what is wrong after a run that could not write: it must say so, and leave all whole."""
    found = wrong(archive, run.told, place / "copy")
    if run.status != 1 or run.errors.count("\n") != 1:
        found.append(f"it ended with {run.status} and said {run.errors[-200:]!r}")
    if (archive / FILE).exists():  # where it lies, too, without any room
        with closing(sqlite3.connect(archive / FILE)) as opened:
            found += [one for (one,) in opened.execute("PRAGMA integrity_check") if one != "ok"]
    return found


@contextmanager
def _mounted(disk: Path, size: int) -> Iterator[bool]:
    """Have a small disk there; False where the system does not let us."""
    mounted = _mount(disk, f"size={size}k")
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(disk)], check=True)  # noqa: S603, S607 - the system's


def _mount(disk: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
    return not subprocess.run(command, check=False, capture_output=True).returncode  # noqa: S603 - as above


def _keep(results: Results) -> None:
    killed = results.all_of(KILLED)
    about = (
        f"`greffier add` of {RECORDS} records was killed with SIGKILL at {killed.times} random "
        "moments, each run going on where the one before was killed; it was run where no file may "
        "grow beyond some size (RLIMIT_FSIZE), and on a disk without room (a small tmpfs); and the "
        f"log of the database was cut off at {TORN} random bytes, as it may be left when the "
        "current fails. *Left whole*: the archive opens, `verify` finds nothing, and whatever was "
        f"told to be kept is there; after one kill in {THOROUGH} the index is brought up and "
        "searched as well. *The same in the end*: of the archives that were added to their end by "
        "the same command again, those with the very rows that an undisturbed run makes."
    )
    tallies = [("killed, in all", killed), *results.of.items()]
    rows: list[list[str | int | float]] = [
        [kind, one.times, one.whole, one.lost, one.faults, _ends(one)]
        for kind, one in tallies
        if one.times
    ]
    figures = Figures(
        title="Nothing is lost in a crash",
        command="python -m benchmarks.reliability.crash",
        text=[about],
        table=Table(columns=["what happened", *COLUMNS], rows=rows),
    )
    keep("crash", figures)


def _ends(one: Tally) -> str:
    return f"{one.same} of {one.ended}" if one.ended else ""


if __name__ == "__main__":
    sys.exit(main())
