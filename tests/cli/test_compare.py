"""`greffier compare`: what it prints of the two sample copies, and what it refuses."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from greffier.model import digest_of
from tests.cli.running import run
from tests.places import EXAMPLE_RECORDS

if TYPE_CHECKING:
    from pathlib import Path

WHOLE, CUT, OTHER = (
    digest_of(path.read_bytes()).removeprefix("sha256:")[:16] for path in EXAMPLE_RECORDS[:3]
)


def test_the_records_own_words_come_first(archive: Path) -> None:
    ran = run("compare", WHOLE, "-a", archive)
    assert (ran.status, ran.err) == (0, "")
    assert f"base   {WHOLE} examples/000_a4231deef9788138.txt: complete" in ran.out
    assert "words alike; no variant of wording, 2 omissions" in ran.out
    assert re.search(r"not shown: .*8 glosses.*\(--all shows them\)", ran.out)
    assert f"date 2021-09-17: only {WHOLE}" in ran.out
    assert "omission: the end, 321 words, 1,997 characters" in ran.out
    assert "NikolPrime" not in ran.out
    assert max(map(len, ran.out.splitlines()[13:])) <= 100


def test_a_witness_leads_to_its_record(archive: Path) -> None:
    assert run("compare", CUT, "-a", archive) == run("compare", WHOLE, "-a", archive)


def test_classes_can_be_asked_for(archive: Path) -> None:
    ran = run("compare", WHOLE, "-a", archive, "--class", "gloss", COLUMNS="160")
    assert ran.out.count("] gloss: ") == 8
    assert re.search(r"\[\d+: Xi JinpingPresident of People’s Republic", ran.out)
    assert "] omission" not in ran.out
    every = run("compare", WHOLE, "-a", archive, "--all")
    assert every.out.count("] gloss: ") == 8
    assert "not shown" not in every.out


def test_a_narrow_terminal_has_them_one_below_the_other(archive: Path) -> None:
    ran = run("compare", WHOLE, "-a", archive, "--class", "addition", COLUMNS="40")
    first, second, third, fourth = ran.out.splitlines()[-4:]
    assert re.fullmatch(r"  - \[\d+: -\]session of the CSTO", first)
    assert re.fullmatch(r"  \+ \[\d+: A\] session of the CSTO", third)
    assert (second[:4], fourth[:4]) == ("  - ", "  + ")


def test_as_data_every_variant_has_its_words(archive: Path) -> None:
    ran = run("compare", WHOLE, "-a", archive, "--format", "json")
    told = json.loads(ran.out)
    assert told["record"]["base"] == WHOLE
    assert told["record"]["date"] == {"value": "2021-09-17", "witness": WHOLE}
    (one,) = told["compared"]
    assert (one["witness"], one["counts"]["gloss"]) == (CUT, 8)
    assert len(one["differences"]) == sum(one["counts"].values())
    lines = run("compare", WHOLE, "-a", archive, "--format", "jsonl", "--class", "omission")
    assert [json.loads(line) for line in lines.out.splitlines()] == [
        each for each in one["differences"] if each["variant"]["kind"] == "omission"
    ]


def test_as_tei_the_apparatus_names_the_witnesses(archive: Path) -> None:
    ran = run("compare", WHOLE, "-a", archive, "--format", "tei")
    root = ET.fromstring(ran.out)  # noqa: S314 - made by this program
    tei = "{http://www.tei-c.org/ns/1.0}"
    names = [
        one.get("{http://www.w3.org/XML/1998/namespace}id") for one in root.iter(f"{tei}witness")
    ]
    assert names == [f"w{WHOLE}", f"w{CUT}"]
    glosses = [one for one in root.iter(f"{tei}rdg") if one.get("type") == "gloss"]
    assert len(glosses) == 8
    assert {one.get("wit") for one in glosses} == {f"#w{CUT}"}


def test_a_record_of_one_witness_is_said_to_be(archive: Path) -> None:
    ran = run("compare", OTHER, "-a", archive)
    assert (ran.status, ran.err) == (0, "")
    assert "1 witness\n" in ran.out
    assert "the only one" in ran.out


@pytest.mark.parametrize(
    ("arguments", "met"),
    [
        (["0123456789abcdef"], "no record of this name"),
        ([WHOLE, "--class", "rumour"], "`rumour`"),
        ([WHOLE, "--witness", OTHER], "no witness of"),
        ([WHOLE, "--witness", WHOLE], "it is the base"),
        ([WHOLE, "--format", "tei", "--class", "gloss"], "not for TEI"),
    ],
)
def test_what_cannot_be_compared_is_refused(archive: Path, arguments: list[str], met: str) -> None:
    run("compare", *arguments, "-a", archive).complains(2, met)
