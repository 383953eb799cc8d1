"""Tests of `greffier.archive.verifying`: what was changed behind the archive's back is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from greffier.archive.database import FILE
from greffier.archive.keeping import pack
from greffier.archive.store import SqliteArchive
from greffier.authority import shipped
from greffier.errors import ArchiveError
from greffier.jobs.grouping import group_all
from greffier.jobs.verifying import verify
from tests.builders import meeting

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.archive import Fault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with SqliteArchive.open(tmp_path / "a", create=True) as archive:
        archive.add(*meeting())
        group_all(archive)
        archive.refresh()
        assert list(archive.verify()) == []
    return tmp_path / "a"


def faults(folder: Path) -> list[Fault]:
    with SqliteArchive.open(folder) as archive:
        return list(verify(archive, shipped()))


def change(folder: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(folder / FILE)) as database:
        database.execute(statement, values)
        database.commit()


@pytest.mark.parametrize(
    ("statement", "met"),
    [
        ("UPDATE turn SET label = 'Somebody else' WHERE n = 1", "table turn"),
        ("UPDATE head SET title = NULL", "table head"),
        ("UPDATE record SET title = NULL", "table record"),
        ("UPDATE record SET reasons = '['", "table record"),
        ("DELETE FROM membership", "table record"),
        ("DELETE FROM membership", "carries no record"),
        ("UPDATE membership SET sketch = x'00'", "its sketch is damaged"),
        ("UPDATE posting SET n = 9", "differs from its sketch"),
        ("INSERT INTO posting VALUES (1, 9)", "1 hashes that are of no sketch"),
        ("UPDATE session SET form = x'00'", "table session"),
        ("DELETE FROM evidence WHERE n = 1", "table evidence"),
        ('UPDATE evidence SET "end" = 10000 WHERE n = 2', "table evidence"),
        ("INSERT INTO remark VALUES ((SELECT witness FROM head), 9, 'x', 'y', 1, 2)", "remark"),
        ("DELETE FROM session", "names a row of session that is not there"),
        ("DELETE FROM reading", "no reading"),
        ("UPDATE witness SET data = x'00'", "kept bytes are damaged"),
        ("UPDATE witness SET length = 1", "for a length of 1"),
        ("UPDATE reading SET form = x'0011'", "kept bytes are damaged"),
        ("DELETE FROM state", "the table has 0 rows"),
        ("INSERT INTO state VALUES ('other', 1, NULL, NULL)", "the table has 2 rows"),
        ("UPDATE state SET generation = 'many'", "by what is no number"),
        ("UPDATE witness SET data = 'words'", "kept bytes are damaged"),
        ("UPDATE reading SET form = 'words'", "kept bytes are damaged"),
        ("UPDATE membership SET sketch = 'words'", "its sketch is damaged"),
        ("UPDATE turn SET label = x'00' WHERE n = 1", "1 of its values are of another kind"),
        ("UPDATE turn SET label = CAST(x'ff' AS TEXT) WHERE n = 1", "not decode to UTF-8"),
        ("INSERT INTO doubt VALUES ('person', 'a', 'b', 'r', '[')", "the table doubt is damaged"),
        ("DROP INDEX person_by_name", "the index person_by_name is missing"),
        ("CREATE INDEX mine ON person (name)", "the index mine is none of an archive"),
        ("CREATE TABLE notes (x)", "the table notes is none of an archive"),
        (
            "CREATE TRIGGER mine AFTER INSERT ON witness BEGIN DELETE FROM watch; END",
            "the trigger mine is none of an archive",
        ),
        ("ALTER TABLE watch ADD COLUMN mine", "the table watch is not as it was made"),
        ("DROP TABLE doubt", "the table doubt is missing"),
    ],
)
def test_a_changed_row_is_found(folder: Path, statement: str, met: str) -> None:
    change(folder, statement)
    found = faults(folder)
    assert any(met in fault.met for fault in found), found
    assert all(fault.place and fault.advice for fault in found)
    assert not any("greffier verify" in fault.advice for fault in found)


def test_a_table_swapped_for_a_view_is_found(folder: Path) -> None:
    change(folder, "ALTER TABLE doubt RENAME TO doubts")
    change(folder, "CREATE VIEW doubt AS SELECT * FROM doubts")
    assert {fault.met for fault in faults(folder)} == {
        "the table doubt is a view",
        "the table doubts is none of an archive",
    }


def test_a_check_that_fails_is_a_fault_and_stops_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise ZeroDivisionError("of no kind that is known")

    change(folder, "DELETE FROM person")
    monkeypatch.setattr("greffier.archive.verifying.worked_out", failing)
    found = [fault.met for fault in faults(folder)]
    assert "it cannot be checked (ZeroDivisionError: of no kind that is known)" in found
    assert any("names a row of person that is not there" in met for met in found)


def test_changed_witness_bytes_are_found_and_not_given_out(folder: Path) -> None:
    change(folder, "UPDATE witness SET data = ?", pack(b"forged"))
    assert any("another digest" in fault.met for fault in faults(folder))
    with SqliteArchive.open(folder) as archive:
        (record,) = archive.records()
        with pytest.raises(ArchiveError, match="another digest"):
            archive.witness_bytes(record.id)


@pytest.mark.parametrize(
    "form", [b"", b"{}", b"not json", b'{"schema":"greffier/reading/1","furniture":[[5,1]]}']
)
def test_a_changed_reading_is_found_and_not_given_out(folder: Path, form: bytes) -> None:
    change(folder, "UPDATE reading SET form = ?", pack(form))
    assert any("its reading is damaged" in fault.met for fault in faults(folder))
    with SqliteArchive.open(folder) as archive:
        (record,) = archive.records()
        with pytest.raises(ArchiveError, match="its reading is damaged"):
            archive.reading(record.id)


def test_an_index_that_does_not_hold_all_is_found(folder: Path) -> None:
    with SqliteArchive.open(folder) as archive:
        mark = archive.mark()
        archive.add(*meeting(reader="2", glosses=["Good afternoon, colleagues."]))
        late = (folder / "index" / "generation.json").read_text()
        assert list(archive.verify()) == []  # behind: the next search sees to it
    assert f'"generation":{mark.generation}' in late
    (folder / "index" / "generation.json").write_text(
        late.replace(f'"generation":{mark.generation}', f'"generation":{mark.generation + 1}')
    )
    (fault,) = faults(folder)
    assert "8 passages of 7" in fault.met
    assert "delete the folder" in fault.advice


@pytest.mark.parametrize("table", ["witness", "reading", "turn", "evidence"])
def test_a_damaged_database_is_a_fault_not_a_failure(folder: Path, table: str) -> None:
    with closing(sqlite3.connect(folder / FILE)) as database:
        (size,) = database.execute("PRAGMA page_size").fetchone()
        (page,) = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    data = bytearray((folder / FILE).read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    (folder / FILE).write_bytes(data)
    assert any("damaged" in fault.met for fault in faults(folder))
