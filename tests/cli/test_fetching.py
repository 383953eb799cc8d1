"""`greffier add https://...`: what it prints, what it keeps, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from greffier.wiring import archive_in
from tests.cli.running import run
from tests.fetching.server import PAGE, Server, answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUICK = ("--allow-private", "--pause", "0.1")


@pytest.fixture
def server() -> Iterator[Server]:
    """Give a server with a page, and a site map that lists it and one that is not there."""
    targets = "".join(f"<url><loc>{one}</loc></url>" for one in ("/1", "/none"))
    listed = answer(f"<urlset>{targets}</urlset>".encode(), media_type="application/xml")
    with Server({"/1": [answer()], "/map.xml": [listed]}) as one:
        yield one


def test_a_page_is_fetched_kept_and_read(server: Server, tmp_path: Path) -> None:
    folder, url = tmp_path / "a", server.url("/1")
    ran = run("add", url, "-a", folder, *QUICK, "--contact", "me@example.org")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"{url}: fetched\n1 page fetched\n1 witness added to {folder}\n"
    with archive_in(folder) as archive:
        (record,) = archive.records()
        (witness,) = archive.witnesses(record.id)
        assert archive.witness_bytes(witness.id) == PAGE
        assert archive.reading(witness.id).witness.url == url
        assert archive.reading(witness.id).witness.stated("retrieved")
    assert server.asked[-1].headers["user-agent"].endswith(" (+me@example.org)")
    again = run("add", url, "-a", folder, *QUICK)
    assert again.status == 0
    assert "not asked for again\n" in again.out
    assert again.out.endswith(f"no witnesses added to {folder}, 1 there already\n")
    assert server.targets() == ["/1"]
    assert run("verify", "-a", folder).status == 0  # what is beside the archive is no fault in it


def test_what_failed_is_said_and_the_rest_is_there(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "a"
    ran = run("add", server.url("/map.xml"), "-a", folder, *QUICK, "--format", "json")
    told = json.loads(ran.out)
    assert (ran.status, told["added"], told["failed"], told["left"]) == (1, 1, 1, 0)
    outcomes = [(one["outcome"], one["reason"]) for one in told["addresses"]]
    assert outcomes == [("listed", None), ("fetched", None), ("failed", "status")]
    assert told["addresses"][1]["file"] == "00001.warc.gz"
    assert ran.err == (
        f"greffier: {server.url('/none')}: the server answered 404 Not Found; "
        "see whether it has moved\n"
    )
    lines = run("add", server.url("/map.xml"), "-a", folder, *QUICK, "--format", "jsonl")
    assert [json.loads(line)["outcome"] for line in lines.out.splitlines()] == [
        *("listed", "recent", "failed"),
        "known",  # of the page, as a file that is read
    ]


@pytest.mark.parametrize("command", [["add"], ["open", "--no-serve"]])
def test_this_machine_is_refused_unless_it_is_allowed(
    server: Server, tmp_path: Path, command: list[str]
) -> None:
    ran = run(*command, server.url("/1"), "-a", tmp_path / "a")
    assert ran.status == 1
    assert "leads to 127.0.0.1, which is not of the public network; `--allow-private`" in ran.err
    assert "1 failed (1 on private addresses)\n" in ran.out
    assert (server.asked, list(tmp_path.iterdir())) == ([], [])


@pytest.mark.parametrize(
    ("given", "part"),
    [
        ("ftp://example.org/", "only http and https"),
        ("https://user:hunter2@example.org/", "the name of a user"),
        ("https://example.org:25/", "port 25"),
    ],
)
def test_what_is_no_address_is_wrong_usage(tmp_path: Path, given: str, part: str) -> None:
    ran = run("add", given, cwd=tmp_path)
    ran.complains(2, part)
    assert "hunter2" not in ran.err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_fetched_where_something_else_is_wrong(server: Server, tmp_path: Path) -> None:
    run("add", server.url("/1"), "nowhere.txt", *QUICK, cwd=tmp_path).complains(2, "nowhere.txt")
    run("add", server.url("/1"), "--contact", "a\r\nb: c", *QUICK, cwd=tmp_path).complains(
        2, "--contact"
    )
    (tmp_path / "notes.txt").write_text("of others", encoding="utf-8")
    run("add", server.url("/1"), "-a", tmp_path, *QUICK).complains(2, "holds other files")
    assert server.asked == []
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_an_address_of_bytes_that_are_no_characters_is_refused(tmp_path: Path) -> None:
    url = "http://example.org/\udcff"  # as a terminal gives the byte FF
    ran = run("add", url, "-a", tmp_path / "a", *QUICK)
    assert ran.status in {1, 2}
    assert "bytes that are no characters in an address" in ran.err
    assert "Traceback" not in ran.err


def test_a_page_that_cannot_be_read_is_named_by_its_address(server: Server, tmp_path: Path) -> None:
    url = server.url("/1")
    server.does("/1", answer(b"<html><body><script>write()</script></body></html>"))
    ran = run("add", url, "-a", tmp_path / "a", *QUICK)
    assert ran.status == 1
    assert f"greffier: {url}: a page whose words its scripts would write; " in ran.err
    assert not (tmp_path / "a" / "archive.db").exists()
    server.does("/2", answer())
    assert run("add", server.url("/2"), "-a", tmp_path / "a", *QUICK).status == 0


def test_a_backup_has_what_was_fetched_and_verify_checks_it(server: Server, tmp_path: Path) -> None:
    run("add", server.url("/1"), "-a", tmp_path / "a", *QUICK)
    ran = run("backup", tmp_path / "copy", "-a", tmp_path / "a")
    assert ran.out.endswith(f"what was fetched for it is copied to {tmp_path}/copy.fetched\n")
    assert run("restore", tmp_path / "copy", "-a", tmp_path / "b").out.endswith("no faults in it\n")
    kept = tmp_path / "b" / "fetched" / "00001.warc.gz"
    assert kept.read_bytes() == (tmp_path / "a" / "fetched" / "00001.warc.gz").read_bytes()
    kept.write_bytes(kept.read_bytes()[:-9])
    ran = run("verify", "-a", tmp_path / "b")
    assert ran.status == 1
    assert "00001.warc.gz at byte " in ran.out
    assert "it is cut off" in ran.out
