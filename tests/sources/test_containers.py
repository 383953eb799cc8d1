"""Records in ZIP archives and WARC files: each is received as if it lay there alone."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from greffier.errors import DataError, GreffierError, WitnessError
from greffier.model import digest_of
from greffier.sources import LARGEST, Item, find, receive
from tests.places import EXAMPLE_RECORDS

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

PAGE = "<html><body><p>Совет коллективной безопасности ОДКБ собрался в Москве.</p></body></html>"
URL = "https://example.org/records/1"
CHUNKED = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def response(body: bytes, *, headers: str = "", status: str = "200 OK", url: str = URL) -> bytes:
    """Give a WARC record of an answer as a crawler writes it."""
    kind = "" if "Content-Type" in headers else "Content-Type: text/html\r\n"
    http = f"HTTP/1.1 {status}\r\n{kind}{headers}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2021-09-17T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_a_record_in_a_zip_archive_is_the_witness_that_it_is_outside(tmp_path: Path) -> None:
    inside = {f"2020/{path.name}": path.read_bytes() for path in EXAMPLE_RECORDS}
    beside = {"README.md": b"about", "2020/.hidden.txt": b"x", "__MACOSX/a.txt": b"x", "a.png": b""}
    archive = packed(tmp_path / "records.zip", inside | beside)
    items = list(find([archive]))
    assert [item.inside for item in items] == sorted(inside)
    for item, path in zip(items, EXAMPLE_RECORDS, strict=True):
        alone, here = receive(path), receive(item)
        assert here.data == alone.data
        assert here.witness.text == alone.witness.text
        assert here.witness.name.endswith(f"records.zip!/2020/{path.name}")
    assert list(find([tmp_path])) == items
    assert list(find([*items, archive])) == items


def test_the_list_of_an_archive_is_read_once_for_all_its_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    whole = zipfile.ZipFile.__init__

    def counted(self: zipfile.ZipFile, file: BinaryIO) -> None:
        opened.append(file.name)
        whole(self, file)

    archive = packed(tmp_path / "a.zip", {f"{n}.txt": b"words %d" % n for n in range(9)})
    items = list(find([archive]))
    monkeypatch.setattr(zipfile.ZipFile, "__init__", counted)
    assert {receive(item).data for item in items} == {b"words %d" % n for n in range(9)}
    assert opened == [archive]
    monkeypatch.undo()
    packed(archive, {"0.txt": b"other words"})  # the file is another now
    assert receive(items[0]).data == b"other words"


@pytest.mark.parametrize("wrap", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_page_of_a_warc_file_has_its_address_and_day(tmp_path: Path, wrap: type[bytes]) -> None:
    plain = PAGE.encode("cp1251")
    records = (
        response(plain, headers="Content-Type: text/html; charset=windows-1251\r\n"),
        response(b"gone", status="404 Not Found"),
        response(b"GIF89a", headers="Content-Type: image/gif\r\n"),
        response(gzip.compress(PAGE.encode()), headers="Content-Encoding: gzip\r\n", url=URL + "a"),
    )
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(map(wrap, records)))
    items = list(find([path]))
    first, second = map(receive, items)
    assert first.data == plain
    assert "безопасности" in first.witness.text
    assert first.witness.encoding.name == "windows-1251"
    assert (first.witness.url, second.witness.url) == (URL, URL + "a")
    assert first.witness.stated("retrieved") == "2021-09-17T10:00:00Z"
    assert second.data == PAGE.encode()
    assert second.witness.digest == digest_of(PAGE.encode())


def test_a_warc_file_that_is_cut_off_loses_the_last_record_only(tmp_path: Path) -> None:
    path = tmp_path / "cut.warc"
    path.write_bytes((response(PAGE.encode()) + response(PAGE.encode()))[:-20])
    whole, cut = find([path])
    assert receive(whole).data == PAGE.encode()
    with pytest.raises(WitnessError, match="cut off"):
        receive(cut)


def test_chunks_that_say_more_than_their_length_are_read(tmp_path: Path) -> None:
    """As the standard has it: what stands behind the `;` is passed over."""
    data = gzip.compress(PAGE.encode())
    chunks = b"%x;a=b;c\r\n%s\r\n%X ;q\r\n%s\r\n0;last\r\nX: y\r\n\r\n"
    whole = chunks % (20, data[:20], len(data) - 20, data[20:])
    (tmp_path / "a.warc").write_bytes(response(whole, headers=CHUNKED))
    (item,) = find([tmp_path / "a.warc"])
    assert receive(item).data == PAGE.encode()


@pytest.mark.parametrize(
    "chunks", [b"", b";a\r\n", b"9;a\r\n12345\r\n0\r\n\r\n", b"5;a\r\n12345\r\n", b"0x5;a\r\n12345"]
)
def test_chunks_that_are_none_are_said(tmp_path: Path, chunks: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(response(b"1;a\r\nx\r\n" + chunks, headers=CHUNKED))
    (item,) = find([tmp_path / "a.warc"])
    with pytest.raises(WitnessError, match="cannot be unpacked"):
        receive(item)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_heads_may_end_their_lines_as_texts_do(tmp_path: Path, end: str) -> None:
    whole = response(PAGE.encode())
    start = whole.index(b"HTTP/1.1")
    http = whole[start:].replace(b"\r\n", end.encode(), 3).removesuffix(b"\r\n\r\n")
    head = re.sub(rb"Content-Length: \d{1,9}", b"Content-Length: %d" % len(http), whole[:start])
    (tmp_path / "a.warc").write_bytes(head + http + b"\r\n\r\n")
    (item,) = find([tmp_path / "a.warc"])
    assert receive(item).data == PAGE.encode()


def test_what_unpacks_to_too_much_is_refused_without_unpacking_it(tmp_path: Path) -> None:
    zeros = b"0" * (LARGEST + 2)
    (item,) = find([packed(tmp_path / "bomb.zip", {"a.txt": zeros})])
    with pytest.raises(WitnessError, match="more than 64 MB"):
        receive(item)
    path = tmp_path / "bomb.warc"
    path.write_bytes(response(gzip.compress(zeros), headers="Content-Encoding: gzip\r\n"))
    (item,) = find([path])
    with pytest.raises(WitnessError, match="more than 64 MB"):
        receive(item)


@pytest.mark.parametrize("name", ["a.zip", "a.warc", "a.warc.gz"])
@pytest.mark.parametrize(
    "content",
    [b"", b"nonsense", b"PK\x03\x04 cut", gzip.compress(b"no")],
    ids=["empty", "nonsense", "cut", "gzip"],
)
def test_what_is_no_archive_is_said(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError) as told:
        list(find([tmp_path / name]))
    assert name in str(told.value)


def test_an_archive_without_records_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="without records"):
        list(find([packed(tmp_path / "a.zip", {"a.png": b"x"})]))


def test_damage_inside_costs_one_member(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a.txt": b"words " * 90, "b.txt": b"other words " * 90})
    data = bytearray(path.read_bytes())
    data[37:41] = b"\xff" * 4  # of the first member: behind its header of 30 bytes and its name
    path.write_bytes(data)
    first, second = find([path])
    with pytest.raises(WitnessError, match="cannot be unpacked"):
        receive(first)
    assert receive(second).data.startswith(b"other")


def test_damage_in_any_packing_costs_one_member(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", b"words " * 90)
        archive.writestr("b.txt", b"other words " * 90)
    data = bytearray(path.read_bytes())
    data[46:60] = b"\xff" * 14
    path.write_bytes(data)
    first, second = find([path])
    with pytest.raises(WitnessError, match="cannot be unpacked"):
        receive(first)
    assert receive(second).data.startswith(b"other")


def test_a_locked_member_is_said(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a.txt": b"words"})
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flag of encryption, in the local header and in the list
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(WitnessError, match="password"):
        receive(Item(path, "a.txt"))


def test_a_member_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a.txt": b"words"})
    with pytest.raises(GreffierError):
        receive(Item(path, "b.txt"))
    warc = tmp_path / "a.warc"
    warc.write_bytes(response(PAGE.encode()))
    with pytest.raises(GreffierError):
        receive(Item(warc, "100000"))


def test_a_names_odd_letters_can_be_written(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("caf\u00e9 \u202e.txt", b"words")
    path = tmp_path / "a.zip"
    path.write_bytes(buffer.getvalue())
    (item,) = find([path])
    assert receive(item).witness.name.encode()
