"""What can be done to an archive behind its back: to rows, to bytes, to files."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from greffier import form
from greffier.archive.database import FILE
from greffier.archive.keeping import pack, unpack
from greffier.archive.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Column
    from sqlalchemy import Table as Kept

Rng: TypeAlias = random.Random
INDEX = "index"
# What may be changed and is not found, and why: (table, column).
FREE: Final = {
    ("state", "archive"): "tells an index whose it is: with another name, it is made anew",
    ("state", "settled"): "tells when who is who was worked out: it is worked out once more",
    ("state", "settler"): "tells which version did: it is worked out once more",
}
# The same of the files of the index.
FREE_FILES: Final = {
    "generation.json": "tells how far the index is: where that is not sure, it is made anew",
    ".managed.json": "lists what may be tidied away",
    "lock": "is empty",
    ".tantivy-meta.lock": "is empty",
    ".tantivy-writer.lock": "is empty",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done to the rows of a database: in which table and column, by which statement."""

    what: str
    table: str
    column: str
    statement: str
    values: tuple[Any, ...]

    def done(self, database: Path) -> bool:
        """Do it; say whether the database let it happen, and a row is other than before."""
        with closing(sqlite3.connect(database)) as opened:
            try:
                rows = opened.execute(self.statement, self.values).rowcount
            except sqlite3.Error:  # NULL where none may be, and the like: the database sees to it
                return False
            opened.commit()
            return rows > 0


def changes(database: Path, rng: Rng, *, times: int) -> Iterator[Change]:
    """Yield what can be done to the rows of an archive: of each table, to so many rows."""
    with closing(sqlite3.connect(database)) as opened:
        kept = {
            table: opened.execute(f'SELECT * FROM "{table.name}"').fetchall()  # noqa: S608 - ours
            for table in METADATA.sorted_tables
        }
    for table, rows in kept.items():
        for row in rng.sample(rows, min(times, len(rows))):
            yield from _of_row(table, row, rng)


def _of_row(table: Kept, row: tuple[Any, ...], rng: Rng) -> Iterator[Change]:
    keys = [at for at, column in enumerate(table.c) if column.primary_key]
    where = " AND ".join(f'"{list(table.c)[at].name}" IS ?' for at in keys)
    key = tuple(row[at] for at in keys)
    for column, value in zip(table.c, row, strict=True):
        said = f'UPDATE "{table.name}" SET "{column.name}" = ? WHERE {where}'  # noqa: S608 - ours
        for other in _others(value, column, rng):
            yield Change("a value changed", table.name, column.name, said, (other, *key))
        kind = _of_another_kind(value)
        yield Change("a value of another kind", table.name, column.name, said, (kind, *key))
    gone = f'DELETE FROM "{table.name}" WHERE {where}'  # noqa: S608 - ours
    yield Change("a row taken out", table.name, "", gone, key)
    made = tuple(
        _other(value, rng) if column.primary_key else value
        for column, value in zip(table.c, row, strict=True)
    )
    new = f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(made))})'  # noqa: S608 - ours
    yield Change("a row put in", table.name, "", new, made)


def _others(value: Any, column: Column[Any], rng: Rng) -> Iterator[Any]:  # noqa: ANN401 - of any column
    yield 1 - value if str(column.type) == "BOOLEAN" else _other(value, rng)
    if column.nullable and value is not None:
        yield None


def _other(value: Any, rng: Rng) -> Any:  # noqa: ANN401 - of any column
    match value:
        case None:
            return 7
        case int():
            return value + rng.choice((-1, 1))
        case str():
            at = rng.randrange(len(value) + 1)
            return f"{value[:at]}~{value[at:]}"
        case _:
            return flipped(value, rng)


def _of_another_kind(value: Any) -> Any:  # noqa: ANN401 - of any column
    return "words" if isinstance(value, (int, bytes)) else b"\x00"


def drop_index(database: Path, rng: Rng) -> bool:
    """Take an index of the database out."""
    name = rng.choice(_named(database, "index"))
    return _changed(database, f'DROP INDEX "{name}"')


def put_trigger(database: Path, rng: Rng) -> bool:
    """Put in what changes rows whenever others are written."""
    name = rng.choice(_named(database, "table"))
    doing = "BEGIN DELETE FROM seal; END"
    return _changed(database, f'CREATE TRIGGER damage AFTER INSERT ON "{name}" {doing}')


def put_view(database: Path, rng: Rng) -> bool:
    """Put a view in the place of a table, with all that was in it."""
    name = rng.choice(_named(database, "table"))
    moved = _changed(database, f'ALTER TABLE "{name}" RENAME TO damage')
    view = f'CREATE VIEW "{name}" AS SELECT * FROM damage'  # noqa: S608 - a name of our tables
    return moved and _changed(database, view)


def _named(database: Path, kind: str) -> list[str]:
    asked = "SELECT name FROM sqlite_master WHERE type = ? AND sql IS NOT NULL ORDER BY name"
    with closing(sqlite3.connect(database)) as opened:
        return [name for (name,) in opened.execute(asked, (kind,))]


def _changed(database: Path, statement: str) -> bool:
    with closing(sqlite3.connect(database)) as opened:
        opened.execute(statement)
        opened.commit()
    return True


def flipped(data: bytes, rng: Rng) -> bytes:
    """Give bytes of which one bit is another."""
    made = bytearray(data)
    made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
    return bytes(made)


def flip(path: Path, rng: Rng) -> bool:
    """Flip a bit of a file; say whether it has any."""
    data = path.read_bytes()
    if data:
        path.write_bytes(flipped(data, rng))
    return bool(data)


def cut(path: Path, rng: Rng) -> bool:
    """Cut a file off; say whether there was anything in it."""
    data = path.read_bytes()
    if data:
        path.write_bytes(data[: rng.randrange(len(data))])
    return bool(data)


def take_away(path: Path, _: Rng) -> bool:
    """Delete a file."""
    path.unlink()
    return True


def move_span(database: Path, rng: Rng) -> bool:
    """Move a span inside a reading, and pack it as well as before; say whether it had any."""
    with closing(sqlite3.connect(database)) as opened:
        witness, kept = rng.choice(opened.execute("SELECT witness, form FROM reading").fetchall())
        made = _moved(kept, rng)
        if made is not None:
            opened.execute("UPDATE reading SET form = ? WHERE witness = ?", (made, witness))
            opened.commit()
        return made is not None


def _moved(kept: bytes, rng: Rng) -> bytes | None:
    text = unpack(kept, "reading").decode()
    reading = form.decode(text.encode(), place="reading")
    spans = [*reading.furniture, *(one.span for one in reading.glosses)]
    spans += [span for turn in reading.turns for span in turn.paragraphs]
    places = [f"[{one.start},{one.end}]" for one in spans if one.end - one.start > 1]
    places = [one for one in places if one in text]
    if not places:
        return None
    was = rng.choice(places)
    start, end = was[1:-1].split(",")
    return pack(text.replace(was, f"[{start},{int(end) - 1}]", 1).encode())


def damages(sound: Path, *, flips: int) -> Iterator[tuple[str, str, Callable[[Path, Rng], bool]]]:
    """Yield what can be done to the files of an archive: what, to which file, by what."""
    for _ in range(flips):
        yield "a bit of the database flipped", FILE, flip
    for _ in range(flips // 4):
        yield "the database cut off", FILE, cut
        yield "a span moved in a reading", FILE, move_span
        yield "an index of the database dropped", FILE, drop_index
        yield "a trigger put in", FILE, put_trigger
        yield "a view in the place of a table", FILE, put_view
    for path in sorted((sound / INDEX).iterdir()):
        name = f"{INDEX}/{path.name}"
        for _ in range(flips // 10):
            yield "a bit of the index flipped", name, flip
        yield "a file of the index cut off", name, cut
        yield "a file of the index gone", name, take_away


def contents(database: Path) -> str:
    """Give all that a database holds, to tell whether a byte matters; empty if it cannot tell."""
    try:
        with closing(sqlite3.connect(database)) as opened:
            return "\n".join(opened.iterdump())
    except (sqlite3.Error, UnicodeDecodeError):
        return ""
