"""`greffier check`, run as a user runs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import run
from tests.readings import example

if TYPE_CHECKING:
    from pathlib import Path

MEETING = example("002").witness.id


@pytest.fixture(scope="module")
def told(archive: Path) -> str:
    """Give what is printed of the record of 2 December 2020."""
    ran = run("check", MEETING, "-a", archive)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def test_a_finding_is_told_with_its_words_and_the_rule(told: str) -> None:
    head, empty, question, answer, *evidence = told.splitlines()
    assert head.startswith("CSTO Collective Security Council, 2020-12-02")
    assert head.endswith(f"{MEETING}.s1")
    assert (empty, question) == (
        "",
        "Was the floor given in the alphabetical order of the members' names?",
    )
    assert answer.startswith("  yes: After the chair, Russia: Armenia, Belarus, Kazakhstan")
    assert evidence[1] == (
        "    Armenia: “Prime Minister of the Republic of Armenia Nikol Pashinyan”"
    )
    assert evidence[6].startswith("    held against: the chair passes in the Russian alphabetical")


def test_what_is_unknown_says_why(told: str) -> None:
    assert "  unknown: At that level: Russia" in told
    assert "Not known to be: Armenia (Prime Minister)" in told


def test_a_session_and_its_record_are_told_alike(archive: Path, told: str) -> None:
    assert run("check", f"{MEETING}.s1", "-a", archive).out == told


@pytest.mark.parametrize("shape", ["json", "jsonl"])
def test_findings_are_data(archive: Path, shape: str) -> None:
    out = run("check", MEETING, "-a", archive, "--format", shape).out
    found = json.loads(out) if shape == "json" else [json.loads(line) for line in out.splitlines()]
    assert {one["session"] for one in found} == {f"{MEETING}.s1"}
    floor = found[0]
    assert (floor["finding"]["kind"], floor["finding"]["agrees"]) == ("floor-order", "yes")
    # Words come as they stand, with the spaces that do not break.
    assert floor["words"][1].split()[-2:] == ["Nikol", "Pashinyan"]
    assert floor["finding"]["against"][0]["source"].startswith("Charter of the CSTO, 2002")


def test_of_several_bodies_each_is_named(archive: Path) -> None:
    out = run("check", example("000").witness.id, "-a", archive).out
    assert "\nCSTO: Has every member of CSTO a trace in the record?\n  yes: Of 6 members" in out
    assert "\nSCO: Has every member of SCO a trace in the record?\n  yes: Of 8 members" in out
    assert "\n  no: Iran took part: observer." in out


def test_what_the_archive_does_not_have_is_said(archive: Path) -> None:
    run("check", "0123456789abcdef", "-a", archive).complains(2, "no record of this name")
    run("check", f"{MEETING}.s9", "-a", archive).complains(2, f"{MEETING}.s9")
