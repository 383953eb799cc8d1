"""How an archive becomes what this version of the program expects."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import text

from greffier.archive import schema_1, schema_2, schema_3, schema_4, schema_5
from greffier.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    Migration: TypeAlias = Callable[[Connection], None]

# Marks a SQLite file as an archive of ours: "Gref" in ASCII.
APPLICATION = 0x47726566


def first_tables(connection: Connection) -> None:
    """Make the tables of version 1, and give the archive its name."""
    for statement in schema_1.STATEMENTS:
        connection.exec_driver_sql(statement)
    connection.execute(
        text("INSERT INTO state (archive, generation) VALUES (:archive, 0)"),
        {"archive": str(uuid.uuid4())},
    )


def many_witnesses(connection: Connection) -> None:
    """Tell records from the witnesses that carry them."""
    for statement in schema_2.STATEMENTS:
        connection.exec_driver_sql(statement)


def across_records(connection: Connection) -> None:
    """Tell persons from how they are named, and sessions from what records tell of them."""
    for statement in schema_3.STATEMENTS:
        connection.exec_driver_sql(statement)


def what_is_touched(connection: Connection) -> None:
    """Keep what a change touches until it is settled."""
    for statement in schema_4.STATEMENTS:
        connection.exec_driver_sql(statement)


def sealed(connection: Connection) -> None:
    """Seal what can be worked out from nothing else."""
    for statement in schema_5.STATEMENTS:
        connection.exec_driver_sql(statement)
    schema_5.seal_what_is_there(connection)


# Each takes an archive from the version before to the next; the number is its place, from 1.
MIGRATIONS: tuple[Migration, ...] = (
    first_tables,
    many_witnesses,
    across_records,
    what_is_touched,
    sealed,
)


def version(connection: Connection) -> int:
    """Give the version of the tables in a database; 0 where there are none yet."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def behind(
    connection: Connection, place: str, migrations: Sequence[Migration] = MIGRATIONS
) -> bool:
    """Say whether there is something to migrate.

    Raises:
        ArchiveError: the database belongs to another program, or to a newer version of this one.
    """
    found = version(connection)
    application = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if application != APPLICATION and (application or found or tables):
        raise ArchiveError(
            place, "a database of another program", "name a folder that Greffier made, or a new one"
        )
    if found > len(migrations):
        raise ArchiveError(
            place,
            f"an archive of version {found}, made by a newer Greffier",
            f"this one reads up to version {len(migrations)}; install the newer one",
        )
    return found < len(migrations)


def migrate(
    connection: Connection, place: str, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Bring the tables up to date, inside the transaction that `connection` is in.

    Looks again before it starts, as another process may have done the work meanwhile.

    Raises:
        ArchiveError: as `behind`.
    """
    if not behind(connection, place, migrations):
        return
    for migration in migrations[version(connection) :]:
        migration(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version = {len(migrations)}")
