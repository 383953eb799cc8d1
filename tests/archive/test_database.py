"""Tests of `greffier.archive.database`: what is at the place where an archive should be."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from greffier.archive import open_archive, schema_1
from greffier.archive.database import FILE
from greffier.archive.store import SqliteArchive
from greffier.errors import ArchiveError, GreffierError, UsageError
from tests.builders import meeting


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_archive_is_made_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="greffier add"):
        open_archive(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_an_archive_is_opened_again(tmp_path: Path) -> None:
    with SqliteArchive.open(tmp_path / "a" / "b", create=True) as archive:
        archive.add(*meeting())
    with SqliteArchive.open(tmp_path / "a" / "b") as archive:
        assert archive.counts().records == 1


@pytest.mark.parametrize("create", [False, True])
def test_a_file_is_no_archive(tmp_path: Path, *, create: bool) -> None:
    file = tmp_path / "file"
    file.write_text("text")
    with pytest.raises(UsageError, match="an archive is a folder"):
        open_archive(file, create=create)


def test_a_folder_of_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "page.html").write_text("mine")
    with pytest.raises(UsageError, match="it holds other files"):
        open_archive(tmp_path, create=True)
    assert contents(tmp_path) == {"page.html": b"mine"}


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("data", [b"some text", b"SQLite format 3\0" + b"x" * 5_000])
def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, data: bytes, *, create: bool) -> None:
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(ArchiveError):
        open_archive(tmp_path, create=create)
    assert contents(tmp_path) == {FILE: data}


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE theirs (x)", "PRAGMA application_id = 7", "PRAGMA user_version = 1"]
)
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as theirs:
        theirs.execute(statement)
        theirs.commit()
    before = contents(tmp_path)
    with pytest.raises(ArchiveError, match="another program"):
        open_archive(tmp_path, create=True)
    assert contents(tmp_path) == before


def test_an_archive_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    SqliteArchive.open(tmp_path, create=True).close()
    with closing(sqlite3.connect(tmp_path / FILE)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(ArchiveError, match="made by a newer Greffier"):
        open_archive(tmp_path)


def test_what_a_creation_that_was_cut_short_left_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with pytest.raises(UsageError, match="no archive is there"):
        open_archive(tmp_path)
    with SqliteArchive.open(tmp_path, create=True) as archive:
        assert archive.counts().records == 0


def test_a_failed_creation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema_1, "STATEMENTS", ("CREATE TABLE half (x)", "NONSENSE"))
    with pytest.raises(ArchiveError):
        open_archive(tmp_path / "new", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_locked_database_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    with SqliteArchive.open(tmp_path / "a", create=True, busy=0.1) as archive:
        with closing(sqlite3.connect(tmp_path / "a" / FILE, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(ArchiveError, match="another process is writing"):
                archive.add(*meeting())
            assert archive.counts().records == 0  # readers go on
            other.execute("ROLLBACK")
        assert archive.add(*meeting()).outcome == "added"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    SqliteArchive.open(tmp_path / "a", create=True).close()
    (tmp_path / "a").chmod(0o500)
    try:
        with pytest.raises(ArchiveError, match="permissions"):
            open_archive(tmp_path / "a")
    finally:
        (tmp_path / "a").chmod(0o700)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody can write to")
def test_an_archive_that_cannot_be_made_is_told() -> None:
    with pytest.raises(UsageError, match="name another folder"):
        open_archive(Path("/proc/self/archive"), create=True)


@pytest.mark.parametrize("name", ["with space", "100%", "a?mode=ro", "a#b", "ü-й", "'; DROP"])
def test_any_name_of_a_folder_will_do(tmp_path: Path, name: str) -> None:
    with SqliteArchive.open(tmp_path / name, create=True) as archive:
        archive.add(*meeting())
    assert (tmp_path / name / FILE).stat().st_size > 0


def test_a_damaged_page_is_told(tmp_path: Path) -> None:
    with SqliteArchive.open(tmp_path / "a", create=True) as archive:
        archive.add(*meeting())
    path = tmp_path / "a" / FILE
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 20] = b"\xff" * len(data[4096 : 4096 * 20])
    path.write_bytes(data)
    with pytest.raises(GreffierError), SqliteArchive.open(tmp_path / "a") as archive:
        list(archive.records())
