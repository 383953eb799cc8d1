"""Records that tell no more than persons and sessions, and whether all was settled rightly."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from greffier.archive.database import FILE
from greffier.authority import shipped
from greffier.jobs.settling import SETTLER, settle
from greffier.model import Date, Participant, RecordKind, Session
from tests.builders import reading_of, received

if TYPE_CHECKING:
    from greffier.archive.store import SqliteArchive
    from greffier.model import Reading, Received

TABLES = ("person", "identity", "meeting", "telling", "doubt")


@dataclass(frozen=True)
class Told:
    """What a record tells."""

    kind: RecordKind
    date: str | None
    sessions: tuple[dict[str, Any], ...]
    cast: tuple[tuple[str, tuple[str | None, str | None]], ...]


def read(n: int, told: Told, reader: str) -> tuple[Received, Reading]:
    """Read a record that tells this, as the reader of some version does."""
    came = received(f"Record {n}.\n\nSomething was said on that day.\n")
    reading = reading_of(came.witness, reader=reader, kind=told.kind, date=told.date, cast={})
    (made,) = reading.sessions
    sessions = tuple(_session(made, f"s{at}", one) for at, one in enumerate(told.sessions, 1))
    cast = tuple(
        Participant(
            id=f"p{at}",
            name=name,
            office=office,
            of=of,
            acting=False,
            role="participant",
            session=sessions[at % len(sessions)].id if sessions else None,
            spans=made.spans,
            evidence=(),
        )
        for at, (name, (office, of)) in enumerate(told.cast, 1)
    )
    return came, replace(reading, sessions=sessions, participants=cast, turns=(), instruments=())


def _session(made: Session, key: str, told: dict[str, Any]) -> Session:
    organisations, body = told["held_by"]
    date = told["date"]
    return replace(
        made,
        id=key,
        subject=told["subject"],
        name=told["name"],
        organisations=organisations,
        body=body,
        status=told["status"],
        date=None if date is None else Date(value=date, basis="stated"),
        venue=told["venue"],
        formats=("bilateral",) if told["bilateral"] else ("regular",),
    )


def tables(archive: SqliteArchive) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(archive._folder / FILE)) as database:  # noqa: SLF001 - behind its back
        return {
            name: sorted(database.execute(f"SELECT * FROM {name}").fetchall(), key=repr)  # noqa: S608 - a constant
            for name in TABLES
        }


def is_as_if_all_were_settled(archive: SqliteArchive) -> None:
    with archive.settling() as settlement:
        assert settlement.touched(SETTLER) is not None
    settle(archive, shipped())
    found = tables(archive)
    assert archive.is_settled(SETTLER)
    settle(archive, shipped(), again=True)
    whole = tables(archive)
    for name in TABLES:
        assert found[name] == whole[name], name
