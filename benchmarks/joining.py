"""Time what it takes to put one new witness to its record in an archive that holds many.

The archive is a real one on disk; its witnesses are made as in `making.py`, with readings that
hold a head and nothing else, so that what is timed is the grouping: sketch, look-up, alignment and
what is written, each witness in a transaction of its own.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from benchmarks.making import Maker

from greffier.archive import open_archive
from greffier.archive.adding import add
from greffier.archive.database import open_database, writing
from greffier.archive.grouping import Desk
from greffier.collation import sketch
from greffier.jobs.grouping import GROUPER, group_next
from greffier.model import SCHEMA, Reading, Received, RecordHead, witness_of

if TYPE_CHECKING:
    from benchmarks.making import Made

RECORDS = 100_000
JOINED = 300  # witnesses that are added and grouped one at a time
BATCH = 1_000  # witnesses in one transaction, while the archive is made
SEED = 2021
JOIN = 0.005  # seconds, to reach


class Taken(NamedTuple):
    """Seconds on the clock, and of this process alone: others may have kept it waiting."""

    wall: float
    cpu: float

    @classmethod
    def now(cls) -> Self:
        """Start to count."""
        return cls(time.perf_counter(), time.process_time())

    def since(self) -> Taken:
        """Give what has gone by."""
        wall, cpu = Taken.now()
        return Taken(wall - self.wall, cpu - self.cpu)


def _received(made: Made) -> tuple[Received, Reading]:
    witness = witness_of(made.text)
    reading = Reading(
        schema=SCHEMA,
        reader="1",
        witness=witness,
        record=made.head or RecordHead(kind="other", title=None, date=None),
        sessions=(),
        participants=(),
        turns=(),
        instruments=(),
        chairmanships=(),
        furniture=made.furniture,
        remarks=(),
    )
    return Received(witness=witness, data=made.text.encode()), reading


def fill(folder: Path, maker: Maker, records: int) -> None:
    """Make an archive of many witnesses, each found as one that carries a record of its own."""
    engine = open_database(folder, create=True)
    coming = islice(maker.records(), records)
    while batch := list(islice(coming, BATCH)):
        with writing(engine) as connection:
            desk = Desk(connection)
            for made in batch:
                received, reading = _received(made)
                if add(connection, received, reading).outcome == "added":
                    found = sketch(made.text, made.furniture)
                    desk.keep(received.witness.id, found, [], grouper=GROUPER)
    engine.dispose()


def joins(folder: Path, maker: Maker) -> dict[str, list[Taken]]:
    """Give how long each of some witnesses took: new records, and copies of what is there."""
    took: dict[str, list[Taken]] = {"new": [], "copies": []}
    fresh = maker.records()
    held = list(islice(Maker(SEED).records(), JOINED))
    archive = open_archive(folder)
    for number, kept in enumerate(held):
        name = "copies" if number % 2 else "new"
        archive.add(*_received(maker.copy(kept) if number % 2 else next(fresh)))
        begun = Taken.now()
        group_next(archive)
        took[name].append(begun.since())
    archive.close()
    return took


def main() -> bool:
    """Print what joining takes in archives of two sizes; say whether it is within the limit."""
    asked = argparse.ArgumentParser(description="Time grouping in an archive.")
    asked.add_argument("--records", type=int, default=RECORDS, help="in the larger archive")
    records = asked.parse_args().records
    head = ("archive of", "MB", "joined", "median ms", "of CPU", "worst ms")
    print("{:>10} {:>6} {:>8} {:>10} {:>8} {:>9}".format(*head))
    slowest = 0.0
    for size in (records // 10, records):
        with tempfile.TemporaryDirectory() as made:
            folder, maker = Path(made) / "archive", Maker(SEED)
            fill(folder, maker, size)
            took = joins(folder, maker)
            held = sum(path.stat().st_size for path in folder.rglob("*")) / 1e6
        for name, each in took.items():
            wall = statistics.median(one.wall for one in each)
            cpu = statistics.median(one.cpu for one in each)
            worst = max(one.wall for one in each)
            slowest = max(slowest, wall)
            print(
                f"{size:10,} {held:6.0f} {name:>8} {wall * 1000:10.2f} {cpu * 1000:8.2f} "
                f"{worst * 1000:9.1f}"
            )
    print(f"joining one: a median of {JOIN * 1000:.0f} ms is to be reached")
    return slowest <= JOIN


if __name__ == "__main__":
    sys.exit(not main())
