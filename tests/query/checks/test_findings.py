"""What holds of every finding, whatever the record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest

from greffier.authority.institutions import institutions
from greffier.model.checks import Finding, FindingKind
from greffier.query.checks import findings
from greffier.reading import read
from greffier.sources import receive
from tests.places import CORPUS_RECORDS, label
from tests.query.checks.sittings import CSTO, sitting

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Known, Reading


def hold(reading: Reading) -> list[Finding]:
    """Give the findings of every session, each shown to be what it must be."""
    found: list[Finding] = []
    for session in reading.sessions:
        told = findings(reading, session, institutions())
        assert told == findings(reading, session, institutions())
        found += told
    for one in found:
        assert one.kind in get_args(FindingKind)
        assert one.question.endswith("?")
        assert one.found[:1].isupper()
        assert all(words.span.cut(reading.witness.text).strip() for words in one.evidence)
        assert all(row.source for row in one.against)
        # What is said of a record has words of it, or is that nothing of it is known.
        assert one.evidence or one.agrees != "no"
    return found


def test_the_findings_of_the_examples_have_their_words(readings: dict[str, Reading]) -> None:
    told = {name[:3]: {one.kind: one.agrees for one in hold(readings[name])} for name in readings}
    assert told["002"] == {
        "floor-order": "yes",
        "members-traced": "yes",
        "members-only": "yes",
        "chair-told": "yes",
        "chair-listed": "yes",
        "chair-office": "yes",
        "level": "unknown",  # the Prime Minister of Armenia among heads of state
    }
    # No record at hand shows more than one speaker besides, and none is wrongly found to differ.
    agreed = {(name, kind) for name, some in told.items() for kind in some if some[kind] == "no"}
    assert agreed == {("000", "members-only")}


@pytest.mark.parametrize("path", CORPUS_RECORDS, ids=label)
def test_no_record_of_the_corpus_is_found_to_differ(path: Path, known: Known) -> None:
    assert [one for one in hold(read(receive(path).witness, known)) if one.agrees == "no"] == []


def test_a_session_of_nobody_known_is_held_against_nothing() -> None:
    reading = sitting(present=CSTO)
    session = reading.sessions[0]
    bare = replace(session, organisations=(), body=None)
    assert findings(reading, bare, institutions()) == ()
    for changed in (
        replace(session, organisations=()),  # a state has a Security Council as well
        replace(session, organisations=("The Peace Foundation",)),
        replace(session, body="Council of Elders"),
    ):
        (one,) = findings(reading, changed, institutions())
        assert (one.kind, one.agrees) == ("rule-known", "unknown")


def test_a_session_that_is_only_named_is_held_against_nothing() -> None:
    reading = sitting(present=CSTO)
    named = replace(reading.sessions[0], id="s2", subject=False)
    assert findings(reading, named, institutions()) == ()


def test_a_meeting_with_an_organisation_is_no_session_of_it() -> None:
    reading = sitting(present=("Russia", "CSTO"))
    with_it = replace(reading.sessions[0], body=None, formats=("bilateral",))
    assert findings(reading, with_it, institutions()) == ()


@pytest.mark.shared
def test_the_findings_that_differ_over_all_records_are_the_ones_looked_at(
    shared: Path, known: Known
) -> None:
    """A concert before a summit, which one member's president missed and an observer's did not."""
    folder = shared / "records" / "kremlin" / "txt"
    reading = read(receive(folder / "54734.txt").witness, known)
    told = {one.kind: one.found for one in hold(reading) if one.agrees == "no"}
    assert set(told) == {"members-traced", "members-only"}
    assert told["members-traced"].endswith("No trace of Kyrgyzstan")
    assert told["members-only"] == "Belarus took part: observer"
