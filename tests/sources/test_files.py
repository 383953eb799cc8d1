"""Which files are records, and what a file is received as."""

from __future__ import annotations

import gzip
import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier import form
from greffier.authority import shipped
from greffier.errors import DataError, UsageError, WitnessError
from greffier.model import digest_of
from greffier.reading import read
from greffier.sources import LARGEST, Item, find, receive
from greffier.sources.files import digest
from tests.places import EXAMPLE_RECORDS, EXAMPLES


@pytest.mark.parametrize("path", EXAMPLE_RECORDS, ids=lambda path: path.stem[:3])
def test_an_example_is_received_whole(path: Path) -> None:
    received = receive(path)
    assert received.data == path.read_bytes()
    assert received.witness.text.encode() == received.data
    assert received.witness.digest == digest_of(received.data)
    assert received.witness.media_type == "text/plain"
    assert received.witness.name == path.as_posix()


def test_a_folder_is_walked_in_order_without_what_is_no_record(tmp_path: Path) -> None:
    for name in [
        "b.txt",
        "a.MD",
        ".hidden.txt",
        "README.md",
        "LICENSE.txt",
        "x.jpg",
        "sub/c.text",
        "d.htm",
    ]:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("words", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text("words", encoding="utf-8")
    found = [one.path.relative_to(tmp_path).as_posix() for one in find([tmp_path])]
    assert found == ["a.MD", "b.txt", "d.htm", "sub/c.text"]


def test_a_file_that_is_named_is_always_tried_and_only_once(tmp_path: Path) -> None:
    named = tmp_path / "README"
    named.write_text("words", encoding="utf-8")
    assert list(find([named, named])) == [Item(named)]
    example = EXAMPLE_RECORDS[0]
    assert list(find([example, EXAMPLES])).count(Item(example)) == 1


def test_nothing_is_given_before_every_path_is_known_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.txt: no such file or folder; "):
        next(find([EXAMPLES, tmp_path / "nowhere.txt"]))


def test_a_folder_without_records_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("a,b", encoding="utf-8")
    with pytest.raises(DataError, match=r"a folder without records; .+\.txt"):
        next(find([tmp_path]))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_is_said(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    with pytest.raises(DataError, match="permission denied"):
        list(find([tmp_path]))
    closed.chmod(0o700)


def zipped() -> bytes:
    return b"PK\x03\x04" + bytes(40)


@pytest.mark.parametrize(
    ("name", "data", "met"),
    [
        ("a.txt", b"", "an empty file"),
        ("a.txt", b" \r\n\t\xc2\xa0\xe2\x80\x8b", "nothing but white space"),
        ("a.txt", b"\xef\xbb\xbf", "nothing but white space"),
        ("a.txt", b"%PDF-1.7\n", "a damaged PDF file"),
        ("a.txt", zipped(), "a ZIP archive"),
        ("a", gzip.compress(b"words", mtime=0), "gzip-compressed data"),
        ("a", b"\x89PNG\r\n\x1a\n....", "a PNG image"),
        ("a", b"SQLite format 3\x00", "an SQLite database"),
        ("a.html", b"", "an empty file"),
        ("a.html", b"<title>words</title><p>&nbsp;<br>", "nothing but white space"),
        ("a.html", b"<div id=root></div><script src=x></script>", "a page whose words its scripts"),
        ("a.HTM", b"%PDF-1.7\n", "a damaged PDF file"),
        ("a.pdf", b"words", "a damaged PDF file"),
        ("a.docx", b"words", "a damaged Word file"),
        ("a.bin", b"words\0words", "a NUL after 5 characters"),
    ],
)
def test_what_cannot_be_a_witness_says_why(
    tmp_path: Path, name: str, data: bytes, met: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(WitnessError) as caught:
        receive(file)
    assert (caught.value.place, caught.value.status) == (file.as_posix(), 1)
    assert caught.value.met.startswith(met)


def test_a_real_archive_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "records.txt"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "words")
    with pytest.raises(WitnessError, match="a ZIP archive"):
        receive(file)


def test_a_file_too_large_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    with file.open("wb") as out:
        out.truncate(LARGEST + 1)
    with pytest.raises(WitnessError, match="more than 64 MB"):
        receive(file)


def test_a_missing_file_and_a_folder_are_no_witness(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        receive(tmp_path / "nowhere.txt")
    with pytest.raises(WitnessError, match="is a directory"):
        receive(tmp_path)


def test_text_of_an_unknown_suffix_is_plain_text(tmp_path: Path) -> None:
    file = tmp_path / "record.2021"
    file.write_bytes(b"words")
    assert receive(file).witness.media_type == "text/plain"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<p>words"),
        ("a.HTM", b"words"),
        ("a.xhtml", b'<?xml version="1.0"?><html><p>words</p></html>'),
        ("a", b"\n <!DOCTYPE html>\n<p>words"),
        ("a.txt", b"\xef\xbb\xbf<HTML><p>words"),
    ],
)
def test_a_page_is_known_by_its_name_or_its_beginning(
    tmp_path: Path, name: str, data: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    received = receive(file)
    assert received.data == data
    assert received.witness.digest == digest_of(data)
    assert (received.witness.media_type, received.witness.text) == ("text/html", "words")


def test_a_file_name_of_any_bytes_can_be_written_as_json(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xe9.txt"))
    file.write_bytes(b"words")
    witness = receive(next(find([tmp_path]))).witness
    assert witness.name.endswith("/\ufffd\ufffd.txt")
    reading = read(witness, shipped())
    assert json.loads(form.encode(reading))["witness"]["name"] == witness.name


@given(data=st.binary(max_size=200), suffix=st.sampled_from([".txt", ".md", ".html"]))
def test_any_bytes_are_received_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    file = tmp_path_factory.getbasetemp() / f"any{suffix}"
    file.write_bytes(data)
    try:
        witness = receive(file).witness
    except WitnessError:
        return
    assert witness.digest == digest_of(data)
    assert all(mark.span.end <= witness.length for mark in witness.marks)


def test_a_link_out_of_a_folder_is_refused_and_told(tmp_path: Path) -> None:
    """A folder that came from elsewhere must not have it publish what lies beside it."""
    (tmp_path / "secret.txt").write_text("The Chair: Nobody should read this.")
    folder = tmp_path / "records"
    (folder / "inner").mkdir(parents=True)
    (folder / "own.txt").write_text("The Chair: Good morning.")
    (folder / "inner" / "near.txt").symlink_to(folder / "own.txt")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "out.zip").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "round").symlink_to(folder)
    found = {item.name.removeprefix(f"{folder}/"): item for item in find([folder])}
    assert set(found) == {"own.txt", "inner/near.txt", "out.txt", "out.zip"}
    assert "Good morning" in receive(found["inner/near.txt"]).witness.text
    for name in ("out.txt", "out.zip"):
        for ask in (receive, digest):
            with pytest.raises(WitnessError, match="a link that leads out of the folder"):
                ask(found[name])


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "own.txt").write_text("The Chair: Good morning.")
    (tmp_path / "link").symlink_to(tmp_path / "records")
    (tmp_path / "file.txt").symlink_to(tmp_path / "records" / "own.txt")
    for name in ("link", "file.txt"):
        (one,) = find([tmp_path / name])
        assert "Good morning" in receive(one).witness.text
