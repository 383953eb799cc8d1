"""What was fetched is copied while others fetch, and whatever is done to it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.errors import ArchiveError, UsageError
from greffier.fetching import Kept
from greffier.fetching.checking import faults
from greffier.fetching.copying import copy_kept
from greffier.fetching.keeping import LIST
from greffier.jobs.fetching import faults_in, item_of
from greffier.sources import receive
from tests.fetching.server import PAGE
from tests.fetching.test_keeping import FIRST, brought, keep
from tests.fetching.trying import AGENT

if TYPE_CHECKING:
    from pathlib import Path


def test_a_copy_is_of_one_moment(tmp_path: Path) -> None:
    folder, to = tmp_path / "fetched", tmp_path / "copy"
    pages = keep(folder, 1, 2)
    with Kept(folder, agent=AGENT) as kept:  # while a run goes on, and has written half a record
        kept.keep("https://example.org/3", [brought(3)])
        with (folder / FIRST).open("ab") as file:
            file.write(b"\x1f\x8b half")
        with (folder / LIST).open("ab") as file:
            file.write(b'{"asked": "half')
        copy_kept(folder, to)
    assert sorted(path.name for path in to.iterdir()) == [FIRST, LIST]
    assert list(faults(to)) == []
    with Kept(to, agent=AGENT) as kept:
        assert [kept.page(page.asked) for page in pages] == pages
        assert kept.page("https://example.org/3") is not None
    assert receive(item_of(pages[1], to)).data == PAGE
    with pytest.raises(UsageError, match="there already"):
        copy_kept(folder, to)


def test_a_copy_of_what_is_not_there_is_none(tmp_path: Path) -> None:
    keep(tmp_path / "fetched", 1)
    (tmp_path / "fetched" / FIRST).unlink()
    with pytest.raises(ArchiveError, match="no such file"):
        copy_kept(tmp_path / "fetched", tmp_path / "copy")
    assert [path.name for path in tmp_path.iterdir()] == ["fetched"]


def test_a_folder_of_another_is_left_alone(tmp_path: Path) -> None:
    keep(tmp_path / "fetched", 1)
    mine = tmp_path / "copy.part" / "mine"
    mine.parent.mkdir()
    mine.write_text("mine")
    copy_kept(tmp_path / "fetched", tmp_path / "copy")
    assert mine.read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "copy.part", "fetched"]


@pytest.mark.parametrize("inside", [True, False])
def test_a_list_leads_to_no_file_but_its_own(tmp_path: Path, *, inside: bool) -> None:
    """A copy may come from anybody: its list may name what is to be written over."""
    keep(tmp_path / "fetched", 1)
    mine = tmp_path / "mine.warc.gz"
    mine.write_text("mine")
    listed = tmp_path / "fetched" / LIST
    led = "../mine.warc.gz" if inside else str(mine)
    listed.write_bytes(listed.read_bytes().replace(FIRST.encode(), led.encode()))
    with pytest.raises(ArchiveError, match="a damaged line"):
        copy_kept(tmp_path / "fetched", tmp_path / "copy")
    assert mine.read_text() == "mine"
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("led", ['"00001.warc.gz\\u0000"', "1", "null", '"１.warc.gz"'])
def test_a_file_of_no_name_of_ours_is_a_fault(tmp_path: Path, led: str) -> None:
    keep(tmp_path, 1)
    (tmp_path / LIST).write_text(f'{{"file": {led}, "end": 9}}\n', encoding="utf-8")
    assert [fault.met for fault in faults_in(tmp_path)] == ["a damaged line"]


def test_an_end_before_the_beginning_is_a_fault(tmp_path: Path) -> None:
    keep(tmp_path, 1)
    (tmp_path / LIST).write_text(f'{{"file": "{FIRST}", "end": -1}}\n', encoding="ascii")
    assert [fault.met for fault in faults_in(tmp_path)] == ["a damaged line"]


def test_what_is_whole_has_no_fault(tmp_path: Path) -> None:
    assert list(faults_in(tmp_path / "nowhere")) == []
    keep(tmp_path, 1, 2)
    with (tmp_path / FIRST).open("ab") as file:
        file.write(b"what a killed run left")  # the next one cuts it off
    assert list(faults_in(tmp_path)) == []


def test_any_byte_that_is_changed_is_found(tmp_path: Path) -> None:
    """But for those of gzip's own head that say when and where it was packed."""
    keep(tmp_path, 1, 2)
    whole = (tmp_path / FIRST).read_bytes()
    begins = [at for at in range(len(whole)) if whole.startswith(b"\x1f\x8b\x08", at)]
    heads = {at + n for at in begins for n in range(3, 10)}
    for at in set(range(0, len(whole), 7)) - heads:
        (tmp_path / FIRST).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert list(faults(tmp_path)), at


@pytest.mark.parametrize("cut", [0, 10, 900])
def test_a_file_that_is_cut_off_is_found(tmp_path: Path, cut: int) -> None:
    keep(tmp_path, 1, 2)
    data = (tmp_path / FIRST).read_bytes()
    (tmp_path / FIRST).write_bytes(data[:cut])
    (fault, *_) = faults_in(tmp_path)
    assert fault.met == "a damaged record (it is cut off)"
    assert fault.place.startswith(f"{tmp_path / FIRST} at byte ")


def test_a_file_or_a_list_that_is_gone_is_found(tmp_path: Path) -> None:
    keep(tmp_path, 1)
    (tmp_path / FIRST).unlink()
    assert [fault.met for fault in faults_in(tmp_path)] == ["no such file or directory"]
    (tmp_path / LIST).write_bytes(b"x\n")
    assert [fault.met for fault in faults_in(tmp_path)] == ["a damaged line"]


def test_a_page_that_is_told_in_the_wrong_place_is_found(tmp_path: Path) -> None:
    (page,) = keep(tmp_path, 1)
    listed = (tmp_path / LIST).read_text(encoding="ascii")
    told = listed.replace(f'"start": {page.start}', f'"start": {page.start + 1}')
    (tmp_path / LIST).write_text(told, encoding="ascii")
    (fault,) = faults_in(tmp_path)
    assert fault.met == "the list tells of a page where no record begins"
