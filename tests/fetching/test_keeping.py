"""What was fetched is kept: as WARC that others read, whole whatever happens, and never twice."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from greffier.errors import ArchiveError
from greffier.fetching import Kept, address_of
from greffier.fetching.asking import Answer
from greffier.fetching.checking import faults
from greffier.fetching.keeping import LIST
from greffier.jobs.fetching import item_of
from greffier.sources import find, receive
from tests.fetching.server import PAGE, Server, answer, redirect
from tests.fetching.trying import AGENT, Loopback, fetched
from tests.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.fetching import Page

DAY = datetime(2026, 11, 22, 8, 0, 0, tzinfo=UTC)
FIRST = "00001.warc.gz"


def brought(n: int, body: bytes = PAGE) -> Answer:
    """Give an answer that brought a page."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
    return Answer(
        status=200,
        headers=(("content-type", "text/html"), ("etag", f'"{n}"')),
        address=address_of(f"https://example.org/{n}"),
        at=DAY + timedelta(seconds=n),
        ip="192.0.2.1",
        request=f"GET /{n} HTTP/1.1\r\nHost: example.org\r\n\r\n".encode(),
        received=head.encode() + body,
        body=body,
    )


def keep(folder: Path, *numbers: int) -> list[Page]:
    """Keep pages of these numbers in one run."""
    with Kept(folder, agent=AGENT) as kept:
        return [kept.keep(f"https://example.org/{n}", [brought(n)]) for n in numbers]


def test_others_can_read_what_is_kept(tmp_path: Path) -> None:
    """By another library than the one that wrote it, every digest checked."""
    with Server({"/old": [redirect("/new")], "/new": [answer(PAGE, 'ETag: "a"')]}) as server:
        (outcome,) = fetched(tmp_path, Loopback(server.port), server.url("/old"))
        asked = {"/old": server.url("/old"), "/new": server.url("/new")}
    with (tmp_path / FIRST).open("rb") as file:
        records = [
            (one.record_type, one.headers["WARC-Target-URI"] if n else "", one.reader.read())
            for n, one in enumerate(ArchiveIterator(file, parse_http=False))
        ]
    kinds = [kind for kind, _, _ in records]
    pair = [WarcRecordType.response, WarcRecordType.request]
    assert kinds == [WarcRecordType.warcinfo, *pair, *pair]
    assert [url for _, url, _ in records[1:]] == [asked["/old"]] * 2 + [asked["/new"]] * 2
    assert f"http-header-user-agent: {AGENT}\r\n".encode() in records[0][2]
    assert records[1][2].startswith(b"HTTP/1.1 302 Found\r\n")
    assert records[3][2].endswith(b"\r\n\r\n" + PAGE)
    assert f"User-Agent: {AGENT}\r\n".encode() in records[4][2]
    assert outcome.page is not None
    assert outcome.page.etag == '"a"'


def test_every_digest_is_right(tmp_path: Path) -> None:
    keep(tmp_path, 1, 2)
    with (tmp_path / FIRST).open("rb") as file:
        for record in ArchiveIterator(file, parse_http=False):
            record.freeze()
            assert record.verify_block_digest()


def test_a_page_is_a_witness_with_its_address_and_its_time(tmp_path: Path) -> None:
    pages = keep(tmp_path, 1, 2)
    for page in pages:
        witness = receive(item_of(page, tmp_path)).witness
        assert witness.url == page.url
        assert witness.stated("retrieved") == page.fetched
    # Whoever finds the file finds the same in it.
    assert [item.inside for item in find([tmp_path])] == [str(page.start) for page in pages]


def test_another_run_knows_what_was_kept(tmp_path: Path) -> None:
    first, second = keep(tmp_path, 1, 2)
    with Kept(tmp_path, agent=AGENT) as kept:
        assert kept.page(second.asked) == second
        assert kept.page("https://example.org/3") is None
        checked = kept.unchanged(first, DAY + timedelta(days=3))
    with Kept(tmp_path, agent=AGENT) as kept:
        assert kept.page(first.asked) == checked
        assert (checked.fetched, checked.checked) == (first.fetched, "2026-11-25T08:00:00Z")


def test_a_run_that_was_killed_at_any_byte_leaves_nothing_half(tmp_path: Path) -> None:
    """Whatever was written of the second page: the first is there, and goes on being so."""
    first, _ = keep(tmp_path, 1, 2)
    whole, listed = ((tmp_path / name).read_bytes() for name in (FIRST, LIST))
    line = len(b"".join(listed.splitlines(keepends=True)[:2]))  # of the file, of the first page
    cases = [(at, line) for at in range(first.end, len(whole), 97)]
    cases += [(len(whole), at) for at in range(line, len(listed), 13)]
    for written, told in cases:
        folder = tmp_path / f"{written}-{told}"
        folder.mkdir()
        (folder / FIRST).write_bytes(whole[:written])
        (folder / LIST).write_bytes(listed[:told])
        with Kept(folder, agent=AGENT) as kept:
            assert kept.page("https://example.org/1") == first
            assert kept.page("https://example.org/2") is None
            again = kept.keep("https://example.org/2", [brought(2)])
        assert again.start == first.end
        assert [receive(item).data for item in find([folder])] == [PAGE, PAGE]
        shutil.rmtree(folder)


def test_a_run_that_was_killed_while_it_began_a_file_leaves_nothing_half(tmp_path: Path) -> None:
    keep(tmp_path, 1)
    lines = (tmp_path / LIST).read_bytes().splitlines(keepends=True)
    (tmp_path / LIST).write_bytes(lines[0])  # it says that a file was begun, and no more
    os.truncate(tmp_path / FIRST, 100)
    (page,) = keep(tmp_path, 1)
    assert receive(item_of(page, tmp_path)).data == PAGE
    assert len(list(tmp_path.glob("*.gz"))) == 1


def test_a_real_run_can_be_killed(tmp_path: Path) -> None:
    """SIGKILL in the middle of a run; the next one asks for what is missing and nothing else."""
    targets = [f"/{n}" for n in range(8)]
    with Server({target: [answer()] for target in targets}) as server:
        urls = list(map(server.url, targets))
        program = (
            "import sys; from pathlib import Path; from tests.fetching.trying import *\n"
            "for one in fetched(Path(sys.argv[1]), Loopback(int(sys.argv[2])), *sys.argv[3:]):"
            " pass"
        )
        run = subprocess.Popen(
            [sys.executable, "-c", program, tmp_path, str(server.port), *urls],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        )
        while len(server.targets()) < 4 and run.poll() is None:
            pass
        run.send_signal(signal.SIGKILL)
        run.wait()
        before = len(server.targets())
        outcomes = fetched(tmp_path, Loopback(server.port), *urls)
        again = server.targets()[before:]
    results = [one.result for one in outcomes]
    assert results == ["recent"] * (8 - len(again)) + ["fetched"] * len(again)
    assert len(again) in {8 - before, 8 - before + 1, 8 - before + 2}  # the last may be lost
    assert len(list(find([tmp_path]))) == 8


def test_one_run_at_a_time(tmp_path: Path) -> None:
    keep(tmp_path, 1)
    with Kept(tmp_path, agent=AGENT), pytest.raises(ArchiveError, match="another run fetches"):
        keep(tmp_path, 2)
    keep(tmp_path, 2)


def test_nothing_is_made_where_nothing_is_kept(tmp_path: Path) -> None:
    with Kept(tmp_path / "a" / "fetched", agent=AGENT) as kept:
        assert kept.page("https://example.org/1") is None
    assert list(tmp_path.iterdir()) == []


def test_a_full_file_is_left_and_another_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("greffier.fetching.keeping._FULL", 1_500)
    pages = keep(tmp_path, 1, 2, 3)
    assert [page.file for page in pages] == [FIRST, FIRST, "00002.warc.gz"]
    assert [receive(item_of(page, tmp_path)).data for page in pages] == [PAGE] * 3


def test_where_the_list_is_lost_nothing_else_is(tmp_path: Path) -> None:
    keep(tmp_path, 1, 2)
    before = (tmp_path / FIRST).read_bytes()
    (tmp_path / LIST).unlink()
    (page,) = keep(tmp_path, 1)
    assert page.file == "00002.warc.gz"  # what is not known is not written behind
    assert (tmp_path / FIRST).read_bytes() == before


@pytest.mark.parametrize(
    "line", [b"x", b"[]", b"{}", b'{"file": 1, "end": 2}', b'{"asked": "a", "file": "b", "end": 1}']
)
def test_a_damaged_list_is_said_with_its_line(tmp_path: Path, line: bytes) -> None:
    keep(tmp_path, 1)
    with (tmp_path / LIST).open("ab") as file:
        file.write(line + b"\n")
    with pytest.raises(ArchiveError, match=rf"{LIST}:3: a damaged line; delete the list"):
        keep(tmp_path, 2)


def test_a_page_or_a_file_that_the_list_does_not_tell_of_is_found(tmp_path: Path) -> None:
    pages = keep(tmp_path, 1, 2, 3)
    listed, kept = tmp_path / LIST, tmp_path / FIRST
    assert list(faults(tmp_path)) == []
    lines = listed.read_bytes().splitlines(keepends=True)
    listed.write_bytes(b"".join([*lines[:2], *lines[3:]]))
    (fault,) = faults(tmp_path)
    assert fault.place == f"{kept} at byte {pages[1].start}"
    assert fault.met == "the list does not tell of this page"
    listed.unlink()
    (fault,) = faults(tmp_path)
    assert (fault.place, fault.met) == (str(kept), "the list does not tell of it")
    data = bytearray(kept.read_bytes())
    data[pages[1].start + 40] ^= 1
    kept.write_bytes(data)
    assert [str(pages[1].start) in one.place for one in faults(tmp_path)] == [False, True]


def test_a_file_of_the_list_that_is_gone_is_found(tmp_path: Path) -> None:
    keep(tmp_path, 1)
    (tmp_path / FIRST).unlink()
    (fault,) = faults(tmp_path)
    assert (fault.place, fault.met) == (str(tmp_path / FIRST), "no such file or directory")
    (tmp_path / LIST).write_bytes((tmp_path / LIST).read_bytes().splitlines(keepends=True)[0])
    assert list(faults(tmp_path)) == []  # it was begun, and the run was killed


def test_what_led_to_a_page_and_what_is_none_are_no_faults(tmp_path: Path) -> None:
    led = replace(brought(1), status=302, received=b"HTTP/1.1 302 Found\r\n\r\n", body=b"")
    with Kept(tmp_path, agent=AGENT) as kept:
        kept.keep("https://example.org/1", [led, led, brought(2)])
        kept.keep_aside([led, brought(3)])
        page = kept.keep("https://example.org/4", [brought(4)])
        kept.unchanged(page, DAY)
    assert list(faults(tmp_path)) == []


@pytest.mark.parametrize(
    "line",
    [
        b'{"file": "\\u0000.warc.gz", "end": 1}',
        b'{"file": "/etc/hostname", "end": 1}',
        (
            b'{"asked": "a", "url": "a", "file": "00001.warc.gz", "start": "1", "end": 1, '
            b'"fetched": "", "checked": ""}'
        ),
        b"[" * 100_000,
    ],
)
def test_a_damaged_list_is_a_fault(tmp_path: Path, line: bytes) -> None:
    keep(tmp_path, 1)
    with (tmp_path / LIST).open("ab") as file:
        file.write(line + b"\n")
    (fault,) = faults(tmp_path)
    assert (fault.place, fault.met) == (f"{tmp_path / LIST}:3", "a damaged line")


def test_where_there_is_no_room_nothing_half_is_left(tmp_path: Path) -> None:
    """A limit on the size of files stands for a disk that is full."""
    (first,) = keep(tmp_path, 1)
    body = os.urandom(40_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (first.end + 10_000, before[1]))
    try:
        with Kept(tmp_path, agent=AGENT) as kept, pytest.raises(ArchiveError, match="make room"):
            kept.keep("https://example.org/2", [brought(2, body)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert (tmp_path / FIRST).stat().st_size == first.end
    assert keep(tmp_path, 2)[0].start == first.end
