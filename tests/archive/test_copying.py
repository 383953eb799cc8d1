"""Tests of `greffier.archive.copying`, and of the commands that call it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from greffier.archive import copying, open_archive
from greffier.archive.copying import back_up, restore
from greffier.errors import ArchiveError, GreffierError, UsageError
from greffier.jobs import add_all
from tests.cli.running import run
from tests.places import EXAMPLE_RECORDS, EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    with closing(open_archive(tmp_path / "a", create=True)) as archive:
        add_all(archive, [EXAMPLES])
    return tmp_path / "a"


def test_a_copy_becomes_the_same_archive_again(kept: Path, tmp_path: Path) -> None:
    digest = back_up(kept, tmp_path / "copy")
    assert hashlib.sha256((tmp_path / "copy").read_bytes()).hexdigest() == digest
    restore(tmp_path / "copy", tmp_path / "b")
    with (
        closing(open_archive(kept)) as before,
        closing(open_archive(tmp_path / "b")) as after,
    ):
        assert after.counts() == before.counts()
        assert list(after.records()) == list(before.records())
        after.refresh()
        assert list(after.verify()) == []


def test_a_copy_is_whole_while_another_writes(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    with closing(open_archive(folder, create=True)) as archive:
        add_all(archive, EXAMPLE_RECORDS[:1])
        writer = threading.Thread(target=add_all, args=(archive, EXAMPLE_RECORDS))
        writer.start()
        copies = 0
        while writer.is_alive() or not copies:
            copies += 1
            back_up(folder, tmp_path / f"copy{copies}")
        writer.join()
    for n in range(1, copies + 1):
        restore(tmp_path / f"copy{n}", tmp_path / f"b{n}")
        with closing(open_archive(tmp_path / f"b{n}")) as made:
            made.refresh()
            assert list(made.verify()) == []


def test_what_is_there_is_never_written_over(kept: Path, tmp_path: Path) -> None:
    back_up(kept, tmp_path / "copy")
    before = (tmp_path / "copy").read_bytes()
    with pytest.raises(UsageError, match="there already"):
        back_up(kept, tmp_path / "copy")
    with pytest.raises(UsageError, match="there already"):
        restore(tmp_path / "copy", kept)
    assert (tmp_path / "copy").read_bytes() == before


def test_what_lies_beside_a_copy_stays(kept: Path, tmp_path: Path) -> None:
    """A name that could be foreseen may be a file of the user's own, or a link to one."""
    mine = tmp_path / "mine"
    mine.write_text("mine")
    (tmp_path / "copy.part").symlink_to(mine)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "archive.db.part").symlink_to(mine)
    back_up(kept, tmp_path / "copy")
    restore(tmp_path / "copy", tmp_path / "b")
    assert mine.read_text() == "mine"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "b", "copy", "copy.part", "mine"]


def test_a_folder_of_others_is_left_alone(kept: Path, tmp_path: Path) -> None:
    """The index is deleted at need, and may not be somebody's notes."""
    back_up(kept, tmp_path / "copy")
    notes = tmp_path / "b" / "index" / "notes"
    notes.parent.mkdir(parents=True)
    notes.write_text("mine")
    run("restore", tmp_path / "copy", "-a", tmp_path / "b").complains(2, "holds other files")
    assert notes.read_text() == "mine"
    assert not (tmp_path / "b" / "archive.db").exists()


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
def test_what_another_database_left_is_not_taken_in(kept: Path, tmp_path: Path, end: str) -> None:
    back_up(kept, tmp_path / "copy")
    left = tmp_path / "b" / f"archive.db{end}"
    left.parent.mkdir()
    left.write_bytes(b"of another")
    with pytest.raises(UsageError, match=f"archive.db{end}: a part of another database"):
        restore(tmp_path / "copy", tmp_path / "b")
    assert [one.name for one in left.parent.iterdir()] == [left.name]


def test_a_copy_has_a_name(kept: Path) -> None:
    run("backup", "", "-a", kept).complains(2, "name a file that is not there")


def test_a_copy_does_not_follow_a_link_that_leads_nowhere(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="there already"):
        back_up(kept, tmp_path / "copy")
    assert not (tmp_path / "elsewhere").exists()


def test_what_came_meanwhile_is_not_written_over(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copied(database: Path, part: Path) -> None:
        copy(database, part)
        (tmp_path / "copy").write_text("somebody else's")

    copy = copying._copy  # noqa: SLF001 - the moment between looking and writing
    monkeypatch.setattr(copying, "_copy", copied)
    with pytest.raises(UsageError, match="there already"):
        back_up(kept, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "somebody else's"


def test_a_copy_may_be_read_by_whoever_may_read_files_here(kept: Path, tmp_path: Path) -> None:
    back_up(kept, tmp_path / "copy")
    (tmp_path / "other").touch()
    assert (tmp_path / "copy").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("content", [b"", b"no database", None])
def test_what_is_no_copy_makes_no_archive(tmp_path: Path, content: bytes | None) -> None:
    copy = tmp_path / "copy"
    if content is None:  # a database, but not one of ours
        with closing(sqlite3.connect(copy)) as other:
            other.execute("CREATE TABLE t (x)")
    else:
        copy.write_bytes(content)
    with pytest.raises(GreffierError):
        restore(copy, tmp_path / "b")
    assert not (tmp_path / "b").exists()


def test_where_nothing_can_be_written_is_said(kept: Path, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        back_up(kept, tmp_path / "nowhere" / "copy")


def test_the_commands_copy_and_prove_the_copy(kept: Path, tmp_path: Path) -> None:
    ran = run("backup", tmp_path / "copy", "-a", kept, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["digest"].startswith("sha256:")
    ran = run("restore", tmp_path / "copy", "-a", tmp_path / "b")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("no faults in it\n")
    run("backup", tmp_path / "copy", "-a", kept).complains(2, "there already")


def test_a_damaged_copy_is_not_proved(kept: Path, tmp_path: Path) -> None:
    back_up(kept, tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as database:
        database.execute("UPDATE head SET title = 'another'")
        database.commit()
    ran = run("restore", tmp_path / "copy", "-a", tmp_path / "b")
    assert ran.status == 1
    assert "differs from the reading" in ran.err
