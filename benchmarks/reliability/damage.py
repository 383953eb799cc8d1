"""Do every kind of damage to an archive that can be done behind its back, and ask `verify`.

For each column of each table a value is changed, a row taken out, and one put in; bytes of a
witness, of a reading, of the database and of each file of the index are flipped, files are cut off
and taken away, and spans are moved inside a reading that is packed anew. `FREE` names what may be
changed without being found, and says why: nothing that is read out depends on it.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from greffier import authority, form
from greffier.archive import open_archive
from greffier.archive.keeping import pack, unpack
from greffier.archive.tables import METADATA
from greffier.errors import GreffierError
from greffier.jobs.verifying import verify

from benchmarks.reliability.figures import Figures, Table, keep
from benchmarks.reliability.sample import CORPUS, FILE, RECORDS, make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Table as Kept
    from greffier.archive import Fault

SEED, TIMES, FLIPS = 2021, 3, 100
# What may be changed and is not found, with the reason: (table, column), or a file of the index.
FREE: Final = {
    ("state", "archive"): "tells an index whose it is: another name, and the index is made anew",
    ("state", "settled"): "tells when who is who was worked out: it is worked out once more",
    ("state", "settler"): "tells which version did: it is worked out once more",
}
FREE_FILES: Final = {
    "generation.json": "how far the index is: where that is not sure, it is made anew",
    ".managed.json": "which files may be tidied away",
    "lock": "an empty file",
    ".tantivy-meta.lock": "an empty file",
    ".tantivy-writer.lock": "an empty file",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done to a database: what, in which table and column, by which statement."""

    what: str
    table: str
    column: str
    statement: str
    values: tuple[Any, ...] = ()


def changes(database: Path, rng: random.Random, *, times: int = TIMES) -> Iterator[Change]:
    """Yield what can be done to the rows of an archive, a few times for each column."""
    with closing(sqlite3.connect(database)) as opened:
        for table in METADATA.sorted_tables:
            rows = opened.execute(f'SELECT * FROM "{table.name}"').fetchall()  # noqa: S608 - ours
            for row in rng.sample(rows, min(times, len(rows))):
                yield from _of_row(table, row, rng)


def _of_row(table: Kept, row: tuple[Any, ...], rng: random.Random) -> Iterator[Change]:
    keys = [at for at, column in enumerate(table.c) if column.primary_key]
    where = " AND ".join(f'"{list(table.c)[at].name}" IS ?' for at in keys)
    key = tuple(row[at] for at in keys)
    for column, value in zip(table.c, row, strict=True):
        for other in _others(value, column, rng):
            said = f'UPDATE OR IGNORE "{table.name}" SET "{column.name}" = ? WHERE {where}'  # noqa: S608 - as above
            yield Change("a value changed", table.name, column.name, said, (other, *key))
    gone = f'DELETE FROM "{table.name}" WHERE {where}'  # noqa: S608 - as above
    yield Change("a row taken out", table.name, "", gone, key)
    made = [
        _other(value, rng) if column.primary_key else value
        for column, value in zip(table.c, row, strict=True)
    ]
    marks = ", ".join("?" * len(made))
    new = f'INSERT OR IGNORE INTO "{table.name}" VALUES ({marks})'  # noqa: S608 - as above
    yield Change("a row put in", table.name, "", new, tuple(made))


def _others(value: Any, column: Any, rng: random.Random) -> Iterator[Any]:  # noqa: ANN401 - of any table
    if isinstance(value, int) and str(column.type) == "BOOLEAN":
        yield 1 - value
    else:
        yield _other(value, rng)
    if column.nullable and value is not None:
        yield None


def _other(value: Any, rng: random.Random) -> Any:  # noqa: ANN401 - of any table
    match value:
        case None:
            return 7
        case int() | float():
            return value + rng.choice((-1, 1))
        case str():
            at = rng.randrange(len(value) + 1)
            return f"{value[:at]}~{value[at:]}"
        case _:
            return flipped(value, rng)


def flipped(data: bytes, rng: random.Random) -> bytes:
    """Give bytes of which one bit is another."""
    made = bytearray(data)
    if made:
        made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
    return bytes(made)


def moved(kept: bytes, rng: random.Random) -> bytes | None:
    """Give a reading as it is kept, well packed, with one of its spans moved by a character."""
    text = unpack(kept, "reading").decode()
    reading = form.decode(text.encode(), place="reading")
    spans = sorted({*reading.furniture, *(one.span for one in reading.glosses)})
    spans += [span for turn in reading.turns for span in turn.paragraphs]
    if not spans:
        return None
    span = rng.choice(spans)
    was, now = f"[{span.start},{span.end}]", f"[{span.start},{span.end - 1}]"
    return pack(text.replace(was, now, 1).encode()) if was in text and len(span) > 1 else None


def contents(database: Path) -> str:
    """Give all that a database holds, to tell whether a byte of it matters; empty where it cannot."""
    try:
        with closing(sqlite3.connect(database)) as opened:
            return "\n".join(opened.iterdump())
    except (sqlite3.Error, UnicodeDecodeError):
        return ""


def apply(database: Path, change: Change) -> bool:
    """Do it; say whether the database let it happen and anything is other than before."""
    with closing(sqlite3.connect(database)) as opened:
        try:
            done = opened.execute(change.statement, change.values).rowcount
        except sqlite3.Error:  # NULL where none may be, and the like: the database sees to that
            return False
        opened.commit()
        return done > 0


def found(folder: Path) -> list[Fault | str]:
    """Give what is said of an archive: its faults, or why it cannot even be opened."""
    try:
        with closing(open_archive(folder)) as archive:
            return list(verify(archive, authority.shipped()))
    except GreffierError as error:
        return [str(error)]


def main() -> int:
    """Do all of it, and keep what was found."""
    with tempfile.TemporaryDirectory() as place:
        return _measure(Path(place))


def _measure(place: Path) -> int:
    rng = random.Random(SEED)  # noqa: S311 - not for secrets
    make(place / "sound", [*RECORDS, *CORPUS])
    tally: dict[str, Counter[str]] = {}
    for what, name, damage in _damages(place / "sound", rng):
        work = place / "work"
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(place / "sound", work)
        if not damage(work):
            continue
        counts = tally.setdefault(what, Counter())
        said = found(work)
        missed = not said and name not in {*FREE, *FREE_FILES}
        counts["done"] += 1
        counts["found"] += bool(said)
        counts["free"] += not said and not missed
        if missed and what == "a byte of the database" and contents(work / FILE) == contents(place / "sound" / FILE):
            counts["free"] += 1
        elif missed:
            counts["missed"] += 1
            print("missed:", what, name, file=sys.stderr)
    _keep(tally)
    return 1 if any(one["missed"] for one in tally.values()) else 0


def _damages(
    sound: Path, rng: random.Random
) -> Iterator[tuple[str, Any, Callable[[Path], bool]]]:
    """Yield kinds of damage, what each is done to, and what does it; True if it could be done."""
    for change in changes(sound / FILE, rng):
        name = (change.table, change.column)
        yield change.what, name, lambda work, change=change: apply(work / FILE, change)
    for _ in range(FLIPS):
        yield "a byte of the database", FILE, lambda work: _flip(work / FILE, rng)
        yield "a span moved in a reading", FILE, lambda work: _move(work / FILE, rng)
    for path in sorted((sound / "index").iterdir()):
        for _ in range(5):
            yield "a byte of the index", path.name, lambda work, name=path.name: _flip(work / "index" / name, rng)
        yield "a file of the index cut off", path.name, lambda work, name=path.name: _cut(work / "index" / name, rng)
        yield "a file of the index gone", path.name, lambda work, name=path.name: _gone(work / "index" / name)
    for _ in range(10):
        yield "the database cut off", FILE, lambda work: _cut(work / FILE, rng)


def _flip(path: Path, rng: random.Random) -> bool:
    data = path.read_bytes()
    path.write_bytes(flipped(data, rng))
    return bool(data)


def _move(database: Path, rng: random.Random) -> bool:
    with closing(sqlite3.connect(database)) as opened:
        witness, kept = rng.choice(opened.execute("SELECT witness, form FROM reading").fetchall())
        made = moved(kept, rng)
        if made is not None:
            opened.execute("UPDATE reading SET form = ? WHERE witness = ?", (made, witness))
            opened.commit()
        return made is not None


def _cut(path: Path, rng: random.Random) -> bool:
    data = path.read_bytes()
    if data:
        path.write_bytes(data[: rng.randrange(len(data))])
    return bool(data)


def _gone(path: Path) -> bool:
    path.unlink()
    return True


def _keep(tally: dict[str, Counter[str]]) -> None:
    columns = ["done", "found", "free", "missed"]
    free = [f"`{one}.{column}` {why}" for (one, column), why in FREE.items()]
    free += [f"`index/{name}` {why}" for name, why in FREE_FILES.items()]
    keep(
        "damage",
        Figures(
            title="Damage is found",
            command="python -m benchmarks.reliability.damage",
            text=[
                "`greffier verify` on an archive with rows in every table, after one thing was done "
                "to it behind its back. *Free* is what nothing depends on: bytes of the database "
                "that hold no value, and what follows.",
                "; ".join(free) + ".",
            ],
            table=Table(
                columns=["what was done", *columns],
                rows=[[what, *(one[column] for column in columns)] for what, one in tally.items()],
            ),
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
