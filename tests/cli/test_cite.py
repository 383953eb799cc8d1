"""`greffier cite`, run as a user runs it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import run
from tests.readings import example

if TYPE_CHECKING:
    from pathlib import Path

COUNCIL = example("002").witness.id


def test_a_turn_is_cited_with_the_digest(archive: Path) -> None:
    ran = run("cite", f"{COUNCIL}.t1", "-a", archive)
    assert ran.status == 0
    assert ran.out.startswith("Vladimir Putin, ‘Statement as President of Russia’, turn 1, in ")
    assert f"sha256:{COUNCIL}" in ran.out


def test_json_is_a_list_of_items(archive: Path) -> None:
    ran = run("cite", COUNCIL, f"{COUNCIL}:101-148", "-a", archive, "--format", "json")
    record, passage = json.loads(ran.out)
    assert (record["id"], passage["id"]) == (COUNCIL, f"{COUNCIL}:101-148")
    assert passage["annote"] == "Meeting of the CSTO Collective Security Council"


@pytest.mark.parametrize(("shape", "head"), [("bibtex", "@"), ("ris", "TY  - ")])
def test_reference_managers_have_their_forms(archive: Path, shape: str, head: str) -> None:
    ran = run("cite", COUNCIL, "-a", archive, "--format", shape)
    assert ran.out.startswith(head)


@pytest.mark.parametrize("name", ["nothing", f"{COUNCIL}.t9999", f"{COUNCIL}:9-3", "0" * 16])
def test_what_is_not_there_is_said(archive: Path, name: str) -> None:
    run("cite", name, "-a", archive).complains(2, name)


@pytest.mark.parametrize("shape", ["csl", "bibtex", "ris"])
def test_citations_of_all_records_can_be_taken_away(archive: Path, shape: str) -> None:
    ran = run("export", "-a", archive, "--format", shape)
    assert ran.status == 0
    marks = {"csl": '"archive":', "bibtex": "\n}", "ris": "ER  - "}
    assert ran.out.count(marks[shape]) == 4
