"""`greffier judge` and `greffier group`, run as a user runs them."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def judged(archive: Path, tmp_path: Path) -> Path:
    """Give a copy of the archive of the examples, to be changed."""
    return shutil.copytree(archive, tmp_path / "a")


def copies(folder: Path) -> tuple[str, str]:
    """Give the two witnesses of the one record that has two."""
    told = run("judge", "list", "-a", folder, "--format", "json")
    assert (told.status, json.loads(told.out)) == (0, [])
    found = json.loads(run("search", "ISIS OR Afghanistan", "-a", folder, "--format", "json").out)
    record = next(hit["record"] for hit in found["hits"] if hit["record"]["witnesses"] == 2)
    return record["id"], record["base"]


def test_a_witness_is_put_apart_and_back(judged: Path) -> None:
    record, base = copies(judged)
    ran = run("judge", "split", base, "--because", "it <is> another", "-a", judged)
    assert ran.out.startswith("Judgement 1 is kept.\n")
    assert ran.out.count("  1 witness  ") == 2
    log = run("judge", "list", "-a", judged, GREFFIER_AUTHOR="").out
    assert "1 split " in log
    assert "it <is> another" in log
    ran = run("judge", "undo", "1", "-a", judged)
    assert ran.out.startswith(f"Judgement 1 is undone.\n{record}  2 witnesses  ")
    assert ", undone 2" in run("judge", "list", "-a", judged).out
    run("judge", "undo", "1", "-a", judged).complains(2, "judgement 1", "it has been undone")
    none = str(2**63)
    run("judge", "undo", none, "-a", judged).complains(2, none, "no such judgement")


def test_two_records_are_put_together(judged: Path) -> None:
    record, base = copies(judged)
    lone = json.loads(run("search", "videoconference", "-a", judged, "--format", "json").out)
    other = next(hit["record"]["id"] for hit in lone["hits"] if hit["record"]["id"] != record)
    ran = run(
        "judge", "merge", base, other, "--because", "so", "--author", "A. Clerk", "-a", judged
    )
    assert "  3 witnesses  " in ran.out
    (kept,) = json.loads(run("judge", "list", "-a", judged, "--format", "json").out)
    assert kept["judged"]["judgement"]["author"] == "A. Clerk"
    again = run("group", "--again", "-a", judged)
    assert again.out == "5 witnesses looked at; the archive holds 3 records in 5 witnesses\n"


def test_nobody_judges_what_is_not_there(judged: Path) -> None:
    ran = run("judge", "split", "0" * 16, "--because", "so", "-a", judged)
    ran.complains(2, "0" * 16, "no record of this name")
    alone = json.loads(run("search", "videoconference", "-a", judged, "--format", "json").out)
    lone = next(hit["witness"] for hit in alone["hits"] if hit["record"]["witnesses"] == 1)
    run("judge", "split", lone, "--because", "so", "-a", judged).complains(2, "one witness alone")


def heading(archive: Path, session: str) -> str:
    """Give the first line that is shown of a session: its name, day and mode."""
    return run("show", session, "-a", archive).out.partition("\n")[0]


def test_a_fact_is_rejected_and_a_turn_given_away(judged: Path) -> None:
    record = "2f04c1cba2c31da5"
    ran = run("judge", "reject", f"{record}.s1.date", "--because", "no", "-a", judged)
    assert ran.out.startswith("Judgement 1 is kept.\n")
    assert "2020-12-02" not in heading(judged, f"{record}.s1")
    run("judge", "reassign", f"{record}.t1", f"{record}.p2", "--because", "so", "-a", judged)
    run("judge", "confirm", f"{record}.p2.office", "--because", "so", "-a", judged)
    told = json.loads(run("judge", "list", "--format", "json", "-a", judged).out)
    assert [one["judged"]["judgement"]["kind"] for one in told] == [
        "reject",
        "reassign",
        "confirm",
    ]
    assert told[0]["applies"] == [f"{record}.s1.date"]
    run("judge", "undo", "1", "-a", judged)
    assert "2020-12-02" in heading(judged, f"{record}.s1")


def test_doubts_are_listed(judged: Path) -> None:
    ran = run("judge", "doubts", "--format", "json", "-a", judged)
    assert (ran.status, type(json.loads(ran.out))) == (0, list)
