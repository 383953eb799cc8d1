"""`greffier line`, run as a user runs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path


def test_the_chair_is_told_in_time_with_the_words_and_the_rule(archive: Path) -> None:
    ran = run("line", "CSTO", "-a", archive)
    assert ran.status == 0
    told = ran.out.splitlines()
    steps = [line.split() for line in told if line[:2] == "  " and line[2:3].strip()]
    assert [" ".join(step[:-1]) for step in steps] == [
        "about 2015, inferred: Tajikistan → Armenia",
        "2020-12-02: Russia → Tajikistan",
        "2021-08-23: Tajikistan",
        "2021-09-17: Tajikistan",
    ]
    assert "inferred: Tajikistan is listed to have been followed by Armenia in 2015" in ran.out
    assert ran.out.count("as the rule says: next after ") == 2
    assert "holding the current CSTO chairmanship" in ran.out


def test_every_name_of_an_organisation_finds_its_line(archive: Path) -> None:
    asked = ("csto", "Collective Security Treaty Organization", "ОДКБ")
    lines = [json.loads(run("line", one, "-a", archive, "--format", "json").out) for one in asked]
    assert lines[0] == lines[1] == lines[2]
    assert len(lines[0]["steps"]) == 4
    assert all(told["quote"] for step in lines[0]["steps"] for told in step["told"])


def test_what_no_record_tells_is_said(archive: Path) -> None:
    ran = run("line", "NATO", "-a", archive)
    assert (ran.status, "no record of this archive tells of it" in ran.out) == (0, True)
    run("line", "Nobody at all", "-a", archive).complains(2, "nothing is known by this name")
