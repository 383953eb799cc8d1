"""`greffier who`, run as a user runs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("day", "holder", "words"),
    [
        ("2020-12-02", "Talant Mamytov, acting", "Acting President of Kyrgyzstan Talant Mamytov"),
        ("2021-09-17", "Sadyr Japarov", "President of Kyrgyzstan Sadyr Japarov"),
    ],
)
def test_the_holder_of_the_day_is_told_with_the_words(
    archive: Path, day: str, holder: str, words: str
) -> None:
    for office in ("President of Kyrgyzstan", "Kyrgyz President", "президент Киргизии"):
        ran = run("who", office, "--on", day, "-a", archive)
        assert ran.status == 0
        head, line, quote, *rest = ran.out.splitlines()
        assert head == f"President of Kyrgyzstan, {day}"
        assert line == f"  {holder}: seen on the day"
        assert words in quote
        assert rest == []


def test_what_no_record_shows_is_not_assumed(archive: Path) -> None:
    ran = run("who", "President of Kyrgyzstan", "--on", "2021-03", "-a", archive)
    assert ran.out.count("possible: the nearest who is seen") == 2
    ran = run("who", "President of France", "-a", archive)
    assert "nobody is seen in this office" in ran.out


def test_a_person_is_told_with_the_offices(archive: Path) -> None:
    ran = run("who", "Talant Mamytov", "-a", archive, "--format", "json")
    found = json.loads(ran.out)
    (tenure,) = found["tenures"]
    assert (tenure["office"], tenure["of"], tenure["acting"]) == ("President", "Kyrgyzstan", True)
    quote = found["quotes"][tenure["seen"][0]["participant"]]
    assert "Acting President of Kyrgyzstan" in quote


def test_a_person_is_asked_for_on_a_day_too(archive: Path) -> None:
    ran = run("who", "Talant Mamytov", "--on", "2020-12-02", "-a", archive)
    assert ran.out.startswith("Talant Mamytov, 2020-12-02\n")
    assert "Acting President of Kyrgyzstan" in ran.out
    assert "seen on the day" in ran.out


def test_any_name_of_a_person_does_and_all_are_told(archive: Path) -> None:
    ran = run("who", "Rahmon", "-a", archive)
    assert ran.status == 0
    head, names, *_ = ran.out.splitlines()
    assert head == "Emomali Rahmon"
    assert names == "  printed as Emomali Rahmon (3 records), Rahmon (1 record)"
    ran = run("show", "Rahmon", "-a", archive)
    assert ran.out.splitlines()[:2] == [head, names]


def test_what_cannot_be_answered_is_said(archive: Path) -> None:
    run("who", "Nobody Atall", "-a", archive).complains(2, "no person of this name")
    ran = run("who", "President of Russia", "--on", "yesterday", "-a", archive)
    ran.complains(2, "'yesterday'", "2020-12-02")
