"""Two processes add to one archive at once, while others read it, search it and copy it.

The two are given records of which each has some alone and both have some, and no archive is there
when they begin. Whoever reads meanwhile must find every record whole: `verify` looks at all of them
at one moment. In the end the archive must hold each record once, as if one had added them all.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.reliability.figures import Figures, Table, keep
from benchmarks.reliability.runs import Process, add, lay_out, started, warm
from benchmarks.reliability.sample import FILE

from greffier import authority
from greffier.archive import Question, open_archive
from greffier.archive.copying import back_up, restore
from greffier.jobs.verifying import verify

if TYPE_CHECKING:
    from concurrent.futures import Future

    from greffier.archive.protocol import Archive

RECORDS = 150
_WORD = "security"
Looked = dict[str, tuple[int, int]]  # how often, and how many faults were found, by what was done


def main() -> int:
    """Do it, and keep what was found; 1 where anything came out otherwise than it must."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=RECORDS)
    asked = parser.parse_args()
    warm()
    with tempfile.TemporaryDirectory() as place:
        looked, wrong = at_once(Path(place), asked.records)
    print(looked, wrong)
    if asked.records == RECORDS:
        _keep(looked, wrong)
    return 1 if wrong or any(faults for _, faults in looked.values()) else 0


def at_once(place: Path, records: int) -> tuple[Looked, list[str]]:
    """Add from two processes at once and look on; give what was seen, and what is wrong after."""
    folder = lay_out(place / "records", records)
    paths = sorted(folder.iterdir())
    share = len(paths) * 2 // 3
    parts = [_part(place / "one", paths[:share]), _part(place / "other", paths[-share:])]
    archive = place / "archive"
    runs = [started(["add", str(one), "-a", str(archive), "--format", "jsonl"]) for one in parts]
    with ThreadPoolExecutor(len(runs)) as pool:
        ended = [pool.submit(_end, run) for run in runs]
        looked = _look_on(archive, place, ended)
        said = [one.result() for one in ended]
    wrong = [f"a writer ended with {status}: {errors}" for status, errors in said if status]
    add(folder, place / "whole")
    if _held(archive) != _held(place / "whole"):
        wrong.append("the archive differs from one that was made by one writer")
    with closing(open_archive(archive)) as opened:
        wrong += [f"{one.place}: {one.met}" for one in verify(opened, authority.shipped())]
    return looked, wrong


def _part(folder: Path, paths: list[Path]) -> Path:
    folder.mkdir()
    for path in paths:
        shutil.copy(path, folder)
    return folder


def _end(run: Process) -> tuple[int, str]:
    _, errors = run.read()
    return run.ended(), errors.decode()


def _look_on(archive: Path, place: Path, ended: list[Future[tuple[int, str]]]) -> Looked:
    """Read, search and copy as long as anybody writes."""
    looked: Looked = {}

    def note(what: str, faults: int) -> None:
        times, before = looked.get(what, (0, 0))
        looked[what] = times + 1, before + faults

    while not all(one.done() for one in ended):
        if not (archive / FILE).exists() or not (archive / FILE).stat().st_size:
            continue  # nobody has made it yet
        with closing(open_archive(archive)) as opened:
            note("read and verified", _faults(opened))
            if opened.counts().witnesses:
                opened.refresh()
                hits = opened.search(Question(words=_WORD)).hits
                # What the index leads to is there, whole.
                lost = sum(opened.reading(one.witness).witness.id != one.witness for one in hits)
                note("searched, and every hit opened", lost)
        note("copied, restored and verified", _copied(archive, place))
    return looked


def _copied(archive: Path, place: Path) -> int:
    """Copy the archive and make one of the copy; give its faults."""
    copy, made = place / "copy.db", place / "restored"
    back_up(archive, copy)
    restore(copy, made)
    with closing(open_archive(made)) as opened:
        found = _faults(opened)
    copy.unlink()
    shutil.rmtree(made)
    return found


def _faults(opened: Archive) -> int:
    found = list(verify(opened, authority.shipped()))
    for one in found:
        print(f"{one.place}: {one.met}", file=sys.stderr)
    return len(found)


def _held(archive: Path) -> tuple[set[str], set[frozenset[str]]]:
    """Give the witnesses of an archive, and which of them carry one record."""
    with closing(sqlite3.connect(archive / FILE)) as opened:
        kept = opened.execute("SELECT digest FROM witness").fetchall()
        carried: dict[str, set[str]] = {}
        for record, witness in opened.execute("SELECT record, witness FROM membership"):
            carried.setdefault(record, set()).add(witness)
    return {digest for (digest,) in kept}, {frozenset(one) for one in carried.values()}


def _keep(looked: Looked, wrong: list[str]) -> None:
    about = (
        f"Two processes added {RECORDS} records to one archive at once, a third of the records by "
        "both of them; there was no archive when they began. Meanwhile a third process read all, "
        "searched and made copies. In the end the archive "
        f"{'holds each record once, as if one had added them' if not wrong else '; '.join(wrong)}."
    )
    figures = Figures(
        title="Two write while others read",
        command="python -m benchmarks.reliability.together",
        text=[about],
        table=Table(
            columns=["while two were writing", "times", "faults"],
            rows=[[what, times, faults] for what, (times, faults) in looked.items()],
        ),
    )
    keep("together", figures)


if __name__ == "__main__":
    sys.exit(main())
