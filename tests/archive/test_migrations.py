"""Tests of `greffier.archive.migrations`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection, inspect

from greffier.archive import migrations
from greffier.archive.database import FILE, open_database, told, writing
from greffier.archive.migrations import MIGRATIONS, behind, migrate, version
from greffier.archive.store import SqliteArchive
from greffier.archive.tables import METADATA
from greffier.errors import ArchiveError
from tests.builders import meeting

if TYPE_CHECKING:
    from pathlib import Path


def shape(path: Path) -> list[str]:
    """Give what a database says of its tables, white space folded."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return sorted(
        " ".join(sql.split()).replace("( ", "(").replace(" )", ")").replace('"', "")
        for (sql,) in rows
    )


def test_the_migrations_make_the_tables_that_the_queries_expect(tmp_path: Path) -> None:
    migrated = open_database(tmp_path / "migrated", create=True)
    made = open_database(tmp_path / "other", create=True)
    with made.begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        METADATA.drop_all(connection)
        METADATA.create_all(connection)
    migrated.dispose()
    made.dispose()
    assert shape(tmp_path / "migrated" / FILE) == shape(tmp_path / "other" / FILE)


def test_an_older_archive_is_brought_up_in_one_transaction(tmp_path: Path) -> None:
    def notes(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE notes (record TEXT)")

    with SqliteArchive.open(tmp_path / "a", create=True) as archive:
        archive.add(*meeting())
    engine = open_database(tmp_path / "a", create=False)
    later = (*MIGRATIONS, notes)
    with writing(engine) as connection:
        assert behind(connection, "a", later)
        migrate(connection, "a", later)
        assert not behind(connection, "a", later)
        migrate(connection, "a", later)  # again: nothing left to do
    with engine.connect() as connection:
        assert version(connection) == len(later)
        assert connection.exec_driver_sql("SELECT count(*) FROM record").scalar_one() == 1
    engine.dispose()


def test_a_migration_that_fails_leaves_the_archive_as_it_was(tmp_path: Path) -> None:
    def wrong(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (x)")
        connection.exec_driver_sql("NONSENSE")

    engine = open_database(tmp_path, create=True)
    with pytest.raises(ArchiveError), told(tmp_path), writing(engine) as connection:
        migrate(connection, "a", (*MIGRATIONS, wrong))
    with engine.connect() as connection:
        assert version(connection) == len(MIGRATIONS)
        assert not inspect(connection).has_table("half")
    engine.dispose()


def test_an_archive_carries_the_mark_of_the_program(tmp_path: Path) -> None:
    SqliteArchive.open(tmp_path, create=True).close()
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION,)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
