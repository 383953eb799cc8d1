"""What the user knows, kept beside the records and never mixed with what they show."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import delete, func, insert, select

from greffier.archive.batching import batches
from greffier.archive.database import told, writing
from greffier.archive.identity import person_id
from greffier.archive.sealing import seal
from greffier.archive.settling import unsettle
from greffier.archive.shelf import Shelf, bindable
from greffier.archive.tables import AUTHORITY, KNOWN_NAME, KNOWN_PERSON, OCCUPANCY
from greffier.errors import UsageError
from greffier.model import Authority, Holder, KnownPerson, Occupancy, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from sqlalchemy import Connection, Row, Table

    from greffier.model import AuthorityFormat


class Knowledge(Shelf):
    """Imported authorities."""

    def import_authority(  # noqa: PLR0913 - each says one thing of the file
        self,
        name: str,
        digest: str,
        format_: AuthorityFormat,
        *,
        persons: Iterable[KnownPerson],
        occupancies: Iterable[Occupancy],
        replace: bool = False,
    ) -> bool:
        """Keep what a file says; say whether anything changed."""
        with told(self._folder), writing(self._engine) as connection:
            if not _make_room(connection, name, digest, replace=replace):
                return False
            made = datetime.now(UTC).isoformat(timespec="seconds")
            row = {"name": bindable(name), "digest": digest, "format": format_, "made": made}
            number = connection.execute(insert(AUTHORITY), row).inserted_primary_key
            n = int(number[0]) if number else 0
            _write(connection, n, persons, occupancies)
            seal(connection, "authority", [n])
            unsettle(connection)
            return True

    def drop_authority(self, n: int) -> Authority:
        """Let go of an imported authority. Raises UsageError if there is none of this number."""
        with told(self._folder), writing(self._engine) as connection:
            found = next((one for one in _authorities(connection) if one.n == n), None)
            if found is None:
                raise UsageError(f"authority {n}", "no such authority", "see `greffier import`")
            connection.execute(delete(AUTHORITY).where(AUTHORITY.c.n == n))
            seal(connection, "authority", [n])
            unsettle(connection)
            return found

    def authorities(self) -> tuple[Authority, ...]:
        """Give the imported authorities, the earliest first."""
        with self._reading() as connection:
            return tuple(_authorities(connection))

    def holders(
        self,
        *,
        office: str | None = None,
        of: str | None = None,
        names: Sequence[str] | None = None,
        resolved: bool = False,
    ) -> Iterator[Holder]:
        """Yield who held which office, as imported authorities say, by time, undated last."""
        same = (KNOWN_PERSON.c.authority == OCCUPANCY.c.authority) & (
            KNOWN_PERSON.c.id == OCCUPANCY.c.person
        )
        wanted = (
            select(OCCUPANCY, KNOWN_PERSON.c.names, AUTHORITY.c.name.label("file"))
            .join(KNOWN_PERSON, same)
            .join(AUTHORITY, AUTHORITY.c.n == OCCUPANCY.c.authority)
            .order_by(OCCUPANCY.c.since.is_(None), OCCUPANCY.c.since, AUTHORITY.c.n, OCCUPANCY.c.n)
        )
        if office is not None:
            wanted = wanted.where(func.lower(OCCUPANCY.c.office) == bindable(office).lower())
        if of is not None:
            wanted = wanted.where(OCCUPANCY.c.of == bindable(of))
        if resolved:
            wanted = wanted.where(OCCUPANCY.c.resolved)
        if names is not None:
            keys = {person_id(bindable(one)) for one in names} - {""}
            bears = (
                select(KNOWN_NAME.c.person)
                .where(
                    KNOWN_NAME.c.authority == OCCUPANCY.c.authority,
                    KNOWN_NAME.c.person == OCCUPANCY.c.person,
                    KNOWN_NAME.c.key.in_(keys),
                )
                .exists()
            )
            wanted = wanted.where(bears)
        with self._reading() as connection:
            for row in connection.execution_options(yield_per=500).execute(wanted):
                yield _holder(row)


def _make_room(connection: Connection, name: str, digest: str, *, replace: bool) -> bool:
    """Say whether a file is to be kept, and let go of the older one that it replaces."""
    if connection.scalar(select(AUTHORITY.c.n).where(AUTHORITY.c.digest == digest)) is not None:
        return False
    older = AUTHORITY.c.name == bindable(name)
    replaced = connection.scalar(select(AUTHORITY.c.n).where(older))
    if replaced is not None:
        if not replace:
            met = "another file of this name was imported"
            raise UsageError(name, met, "`--replace` puts this one in its place")
        connection.execute(delete(AUTHORITY).where(older))
        seal(connection, "authority", [replaced])
    return True


def _authorities(connection: Connection) -> Iterator[Authority]:
    for row in connection.execute(select(AUTHORITY).order_by(AUTHORITY.c.n)).all():
        yield Authority(
            n=row.n,
            name=row.name,
            digest=row.digest,
            format=row.format,
            made=row.made,
            persons=_count(connection, KNOWN_PERSON, row.n),
            occupancies=_count(connection, OCCUPANCY, row.n),
        )


def _count(connection: Connection, table: Table, n: int) -> int:
    ours = select(func.count()).select_from(table).where(table.c.authority == n)
    return int(connection.scalar(ours) or 0)


def _write(
    connection: Connection,
    n: int,
    persons: Iterable[KnownPerson],
    occupancies: Iterable[Occupancy],
) -> None:
    for some in batches(persons):
        rows = [
            {
                "authority": n,
                "id": one.id,
                "name": one.name,
                "names": msgspec.json.encode(one.names).decode(),
            }
            for one in some
        ]
        connection.execute(insert(KNOWN_PERSON), rows)
        keys = [
            {"authority": n, "person": one.id, "key": key}
            for one in some
            for key in {person_id(name) for name in one.names} - {""}
        ]
        if keys:
            connection.execute(insert(KNOWN_NAME), keys)
    number = 0
    for held in batches(occupancies):
        connection.execute(
            insert(OCCUPANCY),
            [{"authority": n, "n": number + at, **_row(one)} for at, one in enumerate(held, 1)],
        )
        number += len(held)


def _row(one: Occupancy) -> dict[str, Any]:
    names = ("person", "office", "of", "acting", "title", "resolved", "place")
    kept = {name: getattr(one, name) for name in names}
    return kept | {"since": one.period.since, "until": one.period.until}


def _holder(row: Row[*tuple[Any, ...]]) -> Holder:
    names = msgspec.json.decode(row.names, type=tuple[str, ...])
    held = Occupancy(
        person=row.person,
        office=row.office,
        of=row.of,
        acting=row.acting,
        title=row.title,
        resolved=row.resolved,
        period=Period(row.since, row.until),
        place=row.place,
    )
    person = KnownPerson(id=row.person, names=names)
    return Holder(authority=row.file, person=person, occupancy=held)
