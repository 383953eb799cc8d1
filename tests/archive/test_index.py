"""Tests of `greffier.archive.index`: derived from the store, and never in its way."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from greffier.archive import Question
from greffier.archive.index import FOLDER, Mark, PassageIndex
from greffier.archive.store import SqliteArchive
from greffier.errors import ArchiveError
from tests.builders import meeting

if TYPE_CHECKING:
    from collections.abc import Callable

SECURITY = Question(words="security")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a closed archive with a meeting in it, indexed."""
    with SqliteArchive.open(tmp_path / "kept", create=True) as archive:
        archive.add(*meeting())
        archive.refresh()
    return tmp_path / "kept"


def found(folder: Path) -> int:
    with SqliteArchive.open(folder) as archive:
        return archive.search(SECURITY).total


def test_an_index_that_was_deleted_is_made_anew(folder: Path) -> None:
    shutil.rmtree(folder / FOLDER)
    assert found(folder) == 2
    assert (folder / FOLDER).is_dir()


def test_an_index_that_may_not_be_touched_is_said(folder: Path) -> None:
    (folder / FOLDER / "lock").unlink()
    (folder / FOLDER / "lock").mkdir()  # fails as permissions do, and for every user
    (folder / FOLDER / "generation.json").unlink()
    with (
        SqliteArchive.open(folder) as archive,
        pytest.raises(ArchiveError, match="delete the fold"),
    ):
        archive.search(SECURITY)


def test_an_archive_may_be_called_as_an_address_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with SqliteArchive.open(Path("file:x?mode=ro"), create=True) as archive:
        archive.add(*meeting())
        archive.refresh()
        assert list(archive.verify()) == []
    assert found(Path("file:x?mode=ro")) == 2


def test_an_index_deleted_under_an_open_archive_is_made_anew(folder: Path) -> None:
    with SqliteArchive.open(folder) as archive:
        assert archive.search(SECURITY).total == 2
        shutil.rmtree(folder / FOLDER)
        assert archive.search(SECURITY).total == 2


@pytest.mark.parametrize("name", ["meta.json", "generation.json", "*.term", "*.idx", "*.store"])
@pytest.mark.parametrize("data", [None, b"", b"x" * 50])
def test_a_damaged_index_is_made_anew(folder: Path, name: str, data: bytes | None) -> None:
    (path,) = (folder / FOLDER).glob(name)
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)
    assert found(folder) == 2


def test_an_index_is_caught_up_with_what_was_added(
    archive: SqliteArchive, keep: Callable[..., str]
) -> None:
    for n in range(3):
        keep(f"Security, number {n}.\n")
        assert archive.search(SECURITY).total == n + 1


def test_a_record_that_was_read_again_is_found_once(archive: SqliteArchive) -> None:
    archive.add(*meeting())
    assert archive.search(SECURITY).total == 2
    archive.add(*meeting(reader="2", cast={}))
    hits = archive.search(SECURITY)
    assert hits.total == 2
    assert {hit.office for hit in hits.hits} == {None}


def test_the_index_of_another_archive_is_not_believed(folder: Path, tmp_path: Path) -> None:
    with SqliteArchive.open(tmp_path / "other", create=True) as other:
        other.refresh()
    shutil.rmtree(folder / FOLDER)
    shutil.copytree(tmp_path / "other" / FOLDER, folder / FOLDER)
    assert found(folder) == 2


def test_an_index_ahead_of_its_store_is_made_anew(folder: Path, tmp_path: Path) -> None:
    """As when `archive.db` was restored from a copy, and `index` was not."""
    shutil.copytree(folder, tmp_path / "copy")
    with SqliteArchive.open(folder) as archive:
        archive.add(*meeting(reader="2", furniture=[]))
        archive.refresh()
    shutil.copytree(folder / FOLDER, tmp_path / "copy" / FOLDER, dirs_exist_ok=True)
    with SqliteArchive.open(tmp_path / "copy") as archive:
        assert archive.search(Question(words="settings")).total == 0  # furniture again


def test_a_search_goes_on_while_another_process_writes_the_index(
    archive: SqliteArchive, keep: Callable[..., str], tmp_path: Path
) -> None:
    keep("Security first.\n")
    assert archive.search(SECURITY).total == 1
    keep("Security second.\n")
    lock = tmp_path / "archive" / FOLDER / "lock"
    with closing(sqlite3.connect(lock, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert archive.search(SECURITY).total == 1  # what there is
        other.execute("ROLLBACK")
    assert archive.search(SECURITY).total == 2


def test_two_processes_share_one_index(folder: Path) -> None:
    with SqliteArchive.open(folder) as one, SqliteArchive.open(folder) as two:
        assert one.search(SECURITY).total == two.search(SECURITY).total == 2
        two.add(*meeting(reader="2", glosses=["collective security"]))
        assert two.search(SECURITY).total == 1
        assert one.search(SECURITY).total == 1


def test_threads_may_search_and_add_at_once(
    archive: SqliteArchive, keep: Callable[..., str]
) -> None:
    totals: list[int] = []

    def search() -> None:
        totals.extend(archive.search(SECURITY).total for _ in range(5))

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for n in range(10):
        keep(f"Security, number {n}.\n")
    for thread in threads:
        thread.join()
    assert len(totals) == 20
    assert archive.search(SECURITY).total == 10


def test_who_is_killed_before_the_mark_leaves_an_index_that_is_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = PassageIndex._put  # noqa: SLF001 - what is written last

    def killed(index: PassageIndex, mark: Mark) -> None:
        if mark.files:
            raise KeyboardInterrupt
        put(index, mark)

    with SqliteArchive.open(folder) as archive, monkeypatch.context() as patched:
        archive.add(*meeting(reader="2", glosses=["collective security"]))
        patched.setattr(PassageIndex, "_put", killed)
        meta = (folder / FOLDER / "meta.json").read_bytes()
        with pytest.raises(KeyboardInterrupt):
            archive.refresh()
    assert (folder / FOLDER / "meta.json").read_bytes() != meta  # the index itself was written
    with SqliteArchive.open(folder) as archive:
        assert "index" not in "".join(fault.place for fault in archive.verify())
        assert archive.search(SECURITY).total == 1
        assert "index" not in "".join(fault.place for fault in archive.verify())


def test_a_file_in_the_place_of_the_index_is_told(folder: Path) -> None:
    shutil.rmtree(folder / FOLDER)
    (folder / FOLDER).write_text("mine")
    with pytest.raises(ArchiveError, match="delete or rename"):
        found(folder)


@pytest.mark.parametrize(
    ("mark", "leads"),
    [
        (Mark(archive="a", generation=2), True),
        (Mark(archive="a", generation=3), True),
        (Mark(archive="a", generation=4), False),
        (Mark(archive="b", generation=2), False),
        (Mark(archive="a", generation=2, format=0), False),
    ],
)
def test_a_mark_leads_to_later_ones_of_its_archive_and_format(mark: Mark, *, leads: bool) -> None:
    assert mark.leads_to(Mark(archive="a", generation=3)) is leads
