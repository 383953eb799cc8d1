"""An archive and what was fetched for it are copied together, whenever it is cut short."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from greffier.archive import copying as database
from greffier.archive import open_archive
from greffier.errors import UsageError
from greffier.jobs import add_all
from greffier.jobs.copying import back_up, restore
from greffier.jobs.fetching import faults_in
from tests.cli.running import run
from tests.fetching.test_keeping import FIRST, keep
from tests.places import EXAMPLE_RECORDS

if TYPE_CHECKING:
    from pathlib import Path


class KilledError(Exception):
    """Stands for a signal that nobody can catch."""


def killed(*_: object) -> None:
    raise KilledError


@pytest.fixture
def fetched(tmp_path: Path) -> Path:
    """Give an archive for which a page was fetched."""
    with closing(open_archive(tmp_path / "a", create=True)) as archive:
        add_all(archive, EXAMPLE_RECORDS[:1])
    keep(tmp_path / "a" / "fetched", 1)
    return tmp_path / "a"


def test_a_copy_that_was_cut_short_says_what_to_delete(
    fetched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy"
    with monkeypatch.context() as patched:
        patched.setattr(database, "_put", killed)
        with pytest.raises(KilledError):
            back_up(fetched, copy)
    assert not copy.exists()  # or it would pass for whole
    with pytest.raises(UsageError, match=r"there already without copy.*delete"):
        back_up(fetched, copy)
    (tmp_path / "copy.fetched" / FIRST).unlink()
    (tmp_path / "copy.fetched" / "pages.jsonl").unlink()
    (tmp_path / "copy.fetched").rmdir()
    _, to = back_up(fetched, copy)
    assert to == tmp_path / "copy.fetched"
    assert list(faults_in(to)) == []


def test_a_restoring_that_was_cut_short_goes_on(
    fetched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(fetched, tmp_path / "copy")
    with monkeypatch.context() as patched:
        patched.setattr(database, "_put", killed)
        with pytest.raises(KilledError):
            restore(tmp_path / "copy", tmp_path / "b")
    assert not (tmp_path / "b" / "archive.db").exists()
    assert restore(tmp_path / "copy", tmp_path / "b") == tmp_path / "b" / "fetched"
    assert (tmp_path / "b" / "archive.db").is_file()
    assert list(faults_in(tmp_path / "b" / "fetched")) == []


@pytest.mark.parametrize("others", ["another list", "cut off", "no list"])
def test_what_was_fetched_for_another_archive_is_not_taken(
    fetched: Path, tmp_path: Path, others: str
) -> None:
    back_up(fetched, tmp_path / "copy")
    there = tmp_path / "b" / "fetched"
    keep(there, 1, 2)
    if others == "cut off":
        for file in (tmp_path / "copy.fetched").iterdir():
            (there / file.name).write_bytes(file.read_bytes())
        (there / FIRST).write_bytes(b"")
    elif others == "no list":
        (there / "pages.jsonl").unlink()
    with pytest.raises(UsageError, match="is not what was fetched for the copy"):
        restore(tmp_path / "copy", tmp_path / "b")
    assert not (tmp_path / "b" / "archive.db").exists()


def test_it_is_said_where_nothing_that_was_fetched_lies_beside_a_copy(
    fetched: Path, tmp_path: Path
) -> None:
    back_up(fetched, tmp_path / "copy")
    (tmp_path / "copy").rename(tmp_path / "moved")
    ran = run("restore", tmp_path / "moved", "-a", tmp_path / "b")
    assert "nothing that was fetched lies beside the copy" in ran.out
    assert "moved.fetched" in ran.out
    ran = run("restore", tmp_path / "moved", "-a", tmp_path / "c", "--format", "json")
    assert '"fetched":null' in ran.out
