"""`greffier export`: what is asked for, and only that, where it shall be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from greffier.form import decode
from tests.cli.running import run
from tests.places import EXAMPLE_RECORDS

if TYPE_CHECKING:
    from pathlib import Path


def _names(out: str) -> list[str]:
    return [decode(line.encode()).witness.id for line in out.splitlines()]


def test_files_are_read_and_kept_nowhere(tmp_path: Path) -> None:
    ran = run("export", *EXAMPLE_RECORDS[:2], cwd=tmp_path)
    assert ran.status == 0
    assert len(_names(ran.out)) == 2
    assert list(tmp_path.iterdir()) == []


def test_everything_that_an_archive_holds(archive: Path, tmp_path: Path) -> None:
    place = tmp_path / "all.jsonl"
    ran = run("export", "-a", archive, "-o", place)
    assert (ran.status, ran.out) == (0, "")
    assert len(_names(place.read_text(encoding="utf-8"))) == 4  # two of the five are one record


def test_records_by_name_in_their_order(archive: Path) -> None:
    every = _names(run("export", "-a", archive).out)
    wanted = [every[2], every[0]]
    assert _names(run("export", *wanted, "-a", archive).out) == wanted


def test_only_what_a_search_finds(archive: Path) -> None:
    ran = run("export", "-a", archive, "--words", '"contact group"', "--from", "2021")
    every = _names(run("export", "-a", archive).out)
    found = _names(ran.out)
    assert 0 < len(found) < len(every)
    assert len(set(found)) == len(found)
    hits = run("export", "-a", archive, "--words", '"contact group"', "--format", "hits").out
    assert {json.loads(one)["record"]["base"] for one in hits.splitlines()} >= set(found)


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--format", "docx"], ["`docx`", "one of jsonl"]),
        (["--format", "hits"], ["without a search", "--words"]),
        (["examples", "--words", "peace"], ["examples", "beside a search"]),
        (["examples", "a4231deef9788138"], ["beside a4231deef9788138"]),
        (["a4231deef9788138", "--words", "peace"], ["a record beside a search"]),
    ],
)
def test_what_does_not_go_together_is_said(arguments: list[str], parts: list[str]) -> None:
    run("export", *arguments).complains(2, *parts)


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = run("export", EXAMPLE_RECORDS[0], tmp_path / "empty.txt")
    assert ran.status == 1
    assert len(_names(ran.out)) == 1
    assert "empty.txt" in ran.err
