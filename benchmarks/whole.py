"""The rest of the rows of an archive that `turns.py` made: what adding to it looks at.

A search needs none of them: readings as they are kept, participants, sessions, turns and evidence,
the hashes by which the like of a witness are found, and who is who and which session is which, as
the program works it out. Persons come in generations: some rounds of the records have the same
ones, under names of their own and in their offices, so that a person has few offices and is seen
in as many records as there are rounds of his generation.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from benchmarks.turns import Maker, real
from sqlalchemy import bindparam, delete, func, insert, select, update

from greffier.archive.database import FILE, open_database, writing
from greffier.archive.grouping import Desk
from greffier.archive.keeping import pack_reading
from greffier.archive.rows import namings, rows
from greffier.archive.settling import Settlement
from greffier.archive.standing import meeting_id
from greffier.archive.tables import (
    DERIVED,
    HEAD,
    IDENTITY,
    MEETING,
    NAMING,
    PERSON,
    POSTING,
    READING,
    STATE,
    TELLING,
    WITNESS,
)
from greffier.archive.touching import forget
from greffier.authority import shipped
from greffier.collation import sketch
from greffier.jobs.convening import settle_sessions
from greffier.jobs.grouping import GROUPER
from greffier.jobs.identifying import settle_persons
from greffier.jobs.settling import SETTLER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from greffier.model import Reading

GENERATIONS = 13
BATCH = 2_000
CONSONANTS = "bdgklmnprstvz", "бвгдзклмнпрст"
_KEPT = update(READING).where(READING.c.witness == bindparam("of")).values(form=bindparam("whole"))
_MADE = update(READING).values(generation=1)


def complete(folder: Path, seed: int) -> None:
    """Write the rows that are missing, of all records; nothing where they are there."""
    engine = open_database(folder, create=False)
    with writing(engine) as connection:
        missing = connection.scalar(select(POSTING.c.n).limit(1)) is None
        records = connection.scalar(select(func.count()).select_from(WITNESS)) or 0
        generation = connection.scalar(select(STATE.c.generation)) or 0
        if missing:
            _clear(connection)
    coming = _readings(seed, records if missing else 0)
    while batch := list(islice(coming, BATCH)):
        with writing(engine) as connection:
            _write(connection, batch)
    if missing:
        with writing(engine) as connection:
            _settle(connection, generation)
    engine.dispose()
    with closing(sqlite3.connect(folder / FILE)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _clear(connection: Connection) -> None:
    """Take away what searching it while others add has left."""
    for table in (TELLING, MEETING, IDENTITY, PERSON, *reversed(DERIVED), NAMING):
        if table is not HEAD:
            connection.execute(delete(table))


def _readings(seed: int, count: int) -> Iterator[Reading]:
    """Yield the readings that the archive was made of, each round with its generation's persons."""
    records = real()
    for n, reading in enumerate(islice(Maker(records, seed).readings(), count)):
        generation = n // len(records) % GENERATIONS
        theirs = (
            replace(one, name=one.name and called(one.name, generation), spans=(), evidence=())
            for one in records[n % len(records)].participants
        )
        yield replace(reading, participants=tuple(theirs))


def called(name: str, generation: int) -> str:
    """Give a name as the one who bears it in a generation has it: other consonants, in order."""
    table: dict[int, str] = {}
    for letters in CONSONANTS:
        at = generation % len(letters)
        moved = letters[at:] + letters[:at]
        pairs = zip(letters + letters.upper(), moved + moved.upper(), strict=True)
        table |= {ord(letter): other for letter, other in pairs}
    return name.translate(table)


def _write(connection: Connection, batch: list[Reading]) -> None:
    desk = Desk(connection)
    made: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    names: dict[str, str] = {}
    kept = [{"of": one.witness.id, "whole": pack_reading(one)} for one in batch]
    if connection.execute(_KEPT, kept).rowcount not in {len(kept), -1}:
        raise SystemExit("the archive was made of other records: make it anew")
    for reading in batch:
        names |= namings(reading)
        for kind, some in rows(reading).items():
            made[kind] += some
        desk.keep(reading.witness.id, sketch(reading.witness.text, ()), [], grouper=GROUPER)
    if names:
        new = [{"id": key, "name": name} for key, name in names.items()]
        connection.execute(insert(NAMING).prefix_with("OR IGNORE"), new)
    for table in DERIVED:
        if table is not HEAD and made[table.name]:
            connection.execute(insert(table), made[table.name])
    if made["session"]:
        told = [_telling(row) for row in made["session"]]
        connection.execute(insert(MEETING), [_meeting(row) for row in made["session"]])
        connection.execute(insert(TELLING), told)


def _telling(row: dict[str, Any]) -> dict[str, Any]:
    witness, session = row["witness"], row["id"]
    return {"witness": witness, "session": session, "meeting": meeting_id(witness, session)}


def _meeting(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": meeting_id(row["witness"], row["id"]),
        "witness": row["witness"],
        "session": row["id"],
        **{name: row[name] for name in ("subject", "first", "last")},
        "tellings": 1,
        "ties": "[]",
    }


def _settle(connection: Connection, generation: int) -> None:
    """Work out who is who and which session is which; the index need not be told of it."""
    settlement = Settlement(connection)
    settle_persons(settlement, shipped())
    settle_sessions(settlement, shipped())
    connection.execute(_MADE)
    forget(connection)
    now = {"generation": generation, "settled": generation, "settler": SETTLER}
    connection.execute(update(STATE).values(now))


def size(folder: Path) -> tuple[int, int]:
    """Count the records and the turns of an archive."""
    engine = open_database(folder, create=False)
    with engine.connect() as connection:
        records = connection.scalar(select(func.count()).select_from(WITNESS)) or 0
        turns = connection.scalar(select(func.sum(HEAD.c.turns))) or 0
    engine.dispose()
    return records, turns
