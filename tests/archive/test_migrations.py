"""Tests of `greffier.archive.migrations`."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect

from greffier.archive import Question, migrations
from greffier.archive.database import FILE, open_database, told, writing
from greffier.archive.migrations import MIGRATIONS, behind, migrate, version
from greffier.archive.store import SqliteArchive
from greffier.archive.tables import METADATA
from greffier.authority import shipped
from greffier.errors import ArchiveError
from greffier.jobs.grouping import group_all
from greffier.jobs.settling import SETTLER
from greffier.jobs.verifying import verify
from tests.builders import meeting

# Archives as earlier versions of the program made them, of three of the examples.
VERSIONS = Path(__file__).parent / "versions"


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


def test_an_archive_of_the_first_version_opens_with_all_it_held(tmp_path: Path) -> None:
    """The first version had a record for each witness; what it held is there, under its names."""
    with gzip.open(VERSIONS / "1.db.gz") as old:
        (tmp_path / FILE).write_bytes(old.read())
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        held = dict(database.execute("SELECT record, title FROM record").fetchall())
    with SqliteArchive.open(tmp_path) as archive:
        assert list(archive.verify()) == []
        assert {one.id: one.title for one in archive.records()} == held
        assert all(archive.reading(key).witness.id == key for key in held)
        assert archive.search(Question(words="Afghanistan")).total
        group_all(archive)
        assert sorted(one.witnesses for one in archive.records()) == [1, 2]
        assert {archive.record(key).witnesses for key in held} == {1, 2}
        assert list(archive.verify()) == []
    made = open_database(tmp_path / "new", create=True)
    made.dispose()
    assert shape(tmp_path / FILE) == shape(tmp_path / "new" / FILE)


def test_an_archive_of_the_second_version_opens_with_its_persons_and_sessions(
    tmp_path: Path,
) -> None:
    """There a person was a name and each telling a session; so they are until they are joined."""
    with gzip.open(VERSIONS / "2.db.gz") as old:
        (tmp_path / FILE).write_bytes(old.read())
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        named = {key for (key,) in database.execute("SELECT id FROM person")}
    with SqliteArchive.open(tmp_path) as archive:
        assert list(archive.verify()) == []
        assert {one.id for one in archive.persons()} <= named
        assert archive.person("talant-mamytov").appearances
        assert all(archive.session(one.id) == one for one in archive.sessions())
    made = open_database(tmp_path / "new", create=True)
    made.dispose()
    assert shape(tmp_path / FILE) == shape(tmp_path / "new" / FILE)


def test_an_archive_of_the_third_version_opens_settled_and_stays_so(tmp_path: Path) -> None:
    """There all was settled over all records each time: what it came to holds."""
    with gzip.open(VERSIONS / "3.db.gz") as old:
        (tmp_path / FILE).write_bytes(old.read())
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        persons = dict(database.execute("SELECT id, name FROM person"))
    with SqliteArchive.open(tmp_path) as archive:
        assert list(archive.verify()) == []
        assert archive.is_settled(SETTLER)
        assert {one.id: one.name for one in archive.persons()}.items() <= persons.items()
    made = open_database(tmp_path / "new", create=True)
    made.dispose()
    assert shape(tmp_path / FILE) == shape(tmp_path / "new" / FILE)


def test_an_archive_of_the_fourth_version_is_sealed_as_it_stands(tmp_path: Path) -> None:
    """What was decided, imported and watched there is all there, and from now on sealed."""
    with gzip.open(VERSIONS / "4.db.gz") as old:
        (tmp_path / FILE).write_bytes(old.read())
    with SqliteArchive.open(tmp_path) as archive:
        assert list(verify(archive, shipped())) == []
        assert archive.is_settled(SETTLER)
        assert [one.judgement.reason for one in archive.judgements()] == ["two accounts"]
        assert [one.name for one in archive.authorities()] == ["kyrgyzstan.csv"]
        assert [one.name for one in archive.watches()] == ["security"]
    made = open_database(tmp_path / "new", create=True)
    made.dispose()
    assert shape(tmp_path / FILE) == shape(tmp_path / "new" / FILE)
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        database.execute("UPDATE judgement SET reason = 'another'")
        database.commit()
    with SqliteArchive.open(tmp_path) as archive:
        (fault,) = archive.verify()
        assert fault.place == "judgement 1"
