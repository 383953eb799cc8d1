"""Do every kind of damage to an archive that can be done behind its back, and ask `verify`.

For each column of each table a value is changed, a row taken out and one put in; bits of the
database and of each file of the index are flipped, files are cut off and taken away, and spans are
moved inside readings that are packed anew. `damaging.FREE` names what may be changed without being
found, and why: nothing that is read out depends on it.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.reliability.damaging import (
    FREE,
    FREE_FILES,
    INDEX,
    changes,
    contents,
    damages,
)
from benchmarks.reliability.figures import Figures, Table, keep
from benchmarks.reliability.sample import CORPUS, FILE, RECORDS, make

from greffier import authority
from greffier.archive import open_archive
from greffier.errors import GreffierError
from greffier.jobs.verifying import verify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive.protocol import Archive

SEED, TIMES, FLIPS = 2021, 2, 80
COLUMNS = ["done", "found", "free", "missed"]


def main() -> int:
    """Do all of it, and keep what was found; 1 where anything was missed."""
    rng = random.Random(SEED)  # noqa: S311 - not for secrets
    tally: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as place:
        sound = Path(place) / "sound"
        make(sound, [*RECORDS, *CORPUS])
        for what, name, outcome in (*of_rows(sound, rng, TIMES), *_of_files(sound, rng)):
            counts = tally.setdefault(what, Counter())
            counts["done"] += 1
            counts[outcome] += 1
            if outcome == "missed":
                print("missed:", what, name, file=sys.stderr)
    _keep(tally)
    return 1 if any(one["missed"] for one in tally.values()) else 0


def of_rows(sound: Path, rng: random.Random, times: int) -> Iterator[tuple[str, str, str]]:
    """Yield what became of each change of a row: what was done, where, and whether it was found.

    Args:
        sound: the archive; a copy of it is damaged.
        rng: by which rows are chosen.
        times: rows of each table.
    """
    work = _copied(sound)
    with closing(open_archive(work)) as archive:
        for change in changes(sound / FILE, rng, times=times):
            _restore(sound / FILE, work / FILE)
            if change.done(work / FILE):
                free = (change.table, change.column) in FREE
                place = f"{change.table}.{change.column} {change.values[:1]!r:.80}"
                yield change.what, place, _outcome(_is_found(archive), free=free)


def _of_files(sound: Path, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    held = contents(sound / FILE)
    for what, name, damage in damages(sound, flips=FLIPS):
        work = _copied(sound)
        if not damage(work / name, rng):
            continue
        free = name.removeprefix(f"{INDEX}/") in FREE_FILES
        found = _is_found_in(work)
        if not found and name == FILE:  # of a page that holds nothing, or between what it holds
            free = contents(work / FILE) == held
        yield what, name, _outcome(found, free=free)


def _copied(sound: Path) -> Path:
    work = sound.with_name("work")
    shutil.rmtree(work, ignore_errors=True)
    return Path(shutil.copytree(sound, work))


def _restore(sound: Path, work: Path) -> None:
    """Put the rows back as they were, under whoever has the database open."""
    with closing(sqlite3.connect(sound)) as source, closing(sqlite3.connect(work)) as target:
        source.backup(target)


def _is_found_in(folder: Path) -> bool:
    try:
        with closing(open_archive(folder)) as archive:
            return _is_found(archive)
    except GreffierError:  # so damaged that it says so when it is opened
        return True


def _is_found(archive: Archive) -> bool:
    return any(True for _ in verify(archive, authority.shipped()))


def _outcome(found: bool, *, free: bool) -> str:  # noqa: FBT001 - what was asked
    return "found" if found else "free" if free else "missed"


def _keep(tally: dict[str, Counter[str]]) -> None:
    told = [f"`{table}.{column}` {why}" for (table, column), why in FREE.items()]
    told += [f"`{INDEX}/{name}` {why}" for name, why in FREE_FILES.items()]
    about = (
        "One thing was done behind the back of an archive in which there is something read, "
        "grouped, judged, imported and watched for; then `greffier verify` was asked. Again and "
        "again, each time with a sound archive: a value of each column of each table that has "
        "rows, rows, bits, files. *Free* is what nothing depends on: bytes of the database in "
        "which nothing is held, and these. (`unsettled` has rows only between adding and settling; "
        "what is lost of it shows after that, for `verify` settles all once more and compares.)"
    )
    rows: list[list[str | int | float]] = [
        [what, *(one[column] for column in COLUMNS)] for what, one in tally.items()
    ]
    figures = Figures(
        title="Damage is found",
        command="python -m benchmarks.reliability.damage",
        text=[about, f"{'; '.join(told)}."],
        table=Table(columns=["what was done", *COLUMNS], rows=rows),
    )
    keep("damage", figures)


if __name__ == "__main__":
    sys.exit(main())
