"""What is taken away reaches its place whole, in memory never whole, and else not at all."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from greffier.errors import UsageError
from greffier.exports import FORMATS, Each, Format, Passages, Several, format_named
from greffier.exports.delivering import deliver, into_file, into_folder, is_many, only, zipped
from greffier.exports.taking import Taken
from tests.readings import bare, meeting, scrape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.exports import Opener


def _each(one: Taken) -> Iterator[bytes]:
    yield from (line.encode() + b"\n" for line in one.reading.witness.text.splitlines())


def _several(taken: Iterable[Taken], opener: Opener) -> None:
    names, lengths = opener("names.txt"), opener("lengths.txt")
    for one in taken:
        names.write(one.id.encode() + b"\n")
        lengths.write(b"%d\n" % one.reading.witness.length)


EACH = Format(name="each", told="", media_type="text/plain", ending=".text.txt", writer=Each(_each))
SEVERAL = Format(
    name="several", told="", media_type="application/zip", ending="", writer=Several(_several)
)


def _taken() -> list[Taken]:
    return [Taken(reading=reading) for _, reading in (meeting(), scrape())]


def test_each_record_is_a_file_in_the_folder(tmp_path: Path) -> None:
    taken = _taken()
    assert into_folder(EACH, taken, tmp_path / "new" / "folder") == 2
    names = sorted(path.name for path in (tmp_path / "new" / "folder").iterdir())
    assert names == sorted(f"{one.name}.text.txt" for one in taken)


def test_several_files_are_written_in_one_pass(tmp_path: Path) -> None:
    assert into_folder(SEVERAL, iter(_taken()), tmp_path) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lengths.txt", "names.txt"]
    assert (tmp_path / "names.txt").read_text().split() == [one.id for one in _taken()]


@pytest.mark.parametrize("format_", [EACH, SEVERAL], ids=["each", "several"])
def test_a_zip_file_holds_the_same_files(format_: Format, tmp_path: Path) -> None:
    into_folder(format_, _taken(), tmp_path)
    packed = zipfile.ZipFile(io.BytesIO(b"".join(zipped(format_, _taken()))))
    assert packed.testzip() is None
    assert {name: packed.read(name) for name in packed.namelist()} == {
        path.name: path.read_bytes() for path in tmp_path.iterdir()
    }
    assert b"".join(zipped(format_, _taken())) == b"".join(zipped(format_, _taken()))


def test_a_zip_file_comes_while_the_records_are_read() -> None:
    seen: list[str] = []

    def watched() -> Iterator[Taken]:
        for one in _taken():
            seen.append(one.id)
            yield one

    pieces = zipped(EACH, watched())
    next(pieces)
    assert len(seen) == 1
    pieces.close()


def test_what_fails_halfway_leaves_what_was_there(tmp_path: Path) -> None:
    place = tmp_path / "all.txt"
    place.write_text("earlier")

    def broken() -> Iterator[bytes]:
        yield b"half"
        raise UsageError("there", "a fault", "mend it")

    with pytest.raises(UsageError):
        into_file(broken(), place)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["earlier"]


def test_the_name_of_a_file_leads_out_of_no_folder(tmp_path: Path) -> None:
    def write(_: Iterable[Taken], opener: Opener) -> None:
        opener("../../out.txt").write(b"in")

    format_ = Format(name="x", told="", media_type="", ending="", writer=Several(write))
    into_folder(format_, [], tmp_path / "inner")
    assert [path.name for path in (tmp_path / "inner").iterdir()] == ["out.txt"]


@pytest.mark.parametrize(
    ("format_", "place", "made"),
    [
        (EACH, "one.txt", "file"),
        (EACH, "all.zip", "file"),
        (EACH, "folder", "folder"),
        (EACH, "folder.2021", "folder"),
        (SEVERAL, "tables", "folder"),
        (SEVERAL, "tables.zip", "file"),
        (FORMATS["jsonl"], "all.jsonl", "file"),
    ],
)
def test_a_place_says_what_it_is(format_: Format, place: str, made: str, tmp_path: Path) -> None:
    deliver(format_, _taken()[:1], tmp_path / place)
    assert (tmp_path / place).is_dir() == (made == "folder")
    assert (tmp_path / place).exists()
    assert [path.name for path in tmp_path.iterdir()] == [place]


def test_a_file_in_no_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder is there"):
        deliver(FORMATS["jsonl"], _taken(), tmp_path / "nowhere" / "all.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_several_tables_are_no_file() -> None:
    with pytest.raises(UsageError, match=r"all\.csv: one file for the several"):
        deliver(SEVERAL, [], Path("all.csv"))


def test_a_document_is_of_one_record() -> None:
    (one, other) = _taken()
    assert only([one], "here") == one
    with pytest.raises(UsageError, match="here: more than one record"):
        only([one, other], "here")
    with pytest.raises(UsageError, match="no record"):
        only([], "here")


def test_a_record_that_no_archive_holds_is_named_by_its_witness() -> None:
    _, reading = bare("Some words.")
    assert Taken(reading=reading).id == reading.witness.id


def test_every_format_is_named_and_told() -> None:
    for name, format_ in FORMATS.items():
        assert format_named(name) is format_
        assert format_.told
        assert format_.media_type
        assert bool(format_.ending) != isinstance(format_.writer, Several)
        assert is_many(format_) == isinstance(format_.writer, Each | Several)
    assert any(isinstance(one.writer, Passages) for one in FORMATS.values())
    with pytest.raises(UsageError, match="one of jsonl"):
        format_named("docx")
