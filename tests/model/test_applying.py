"""Judgements find what they are about in other readings, and change nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.errors import UsageError
from greffier.form import decode, encode
from greffier.model import (
    AppliedReading,
    Judged,
    Judgement,
    Reading,
    Span,
    Subject,
    applications,
    applied,
    facts,
    find,
    subject_of,
)
from tests.model.strategies import readings as any_readings
from tests.readings import meeting

if TYPE_CHECKING:
    from greffier.model import JudgementKind

MEETING = meeting()[1]


def judged(
    reading: Reading, kind: JudgementKind, fact: str, *others: Subject, n: int = 1
) -> Judged:
    judgement = Judgement(
        kind=kind, subject=subject_of(reading, fact), others=others, author="A", reason="b"
    )
    return Judged(n=n, judgement=judgement, made="2026-01-01T00:00:00+00:00")


def values(reading: Reading) -> dict[str, str]:
    return {one.id: one.value for one in facts(reading)}


@pytest.mark.parametrize("fact", [one.id for one in facts(MEETING)])
def test_every_fact_is_found_by_its_words(fact: str) -> None:
    assert find(MEETING, subject_of(MEETING, fact)) == fact


def test_a_fact_is_found_under_another_number() -> None:
    subjects = {one.id: subject_of(MEETING, one.id) for one in facts(MEETING)}
    first, *others = MEETING.participants
    newer = replace(
        MEETING,
        participants=tuple(
            replace(one, id=f"p{n}") for n, one in enumerate((*others, first), start=1)
        ),
        turns=tuple(replace(one, n=one.n + 1) for one in MEETING.turns),
    )
    assert find(newer, subjects["p2"]) == "p1"
    assert find(newer, subjects["p2.name"]) == "p1.name"
    assert find(newer, subjects["t3"]) == "t4"


def test_what_a_newer_reader_reads_otherwise_is_not_what_was_judged() -> None:
    session = MEETING.sessions[0]
    assert session.date
    newer = replace(
        MEETING,
        sessions=(
            replace(session, date=replace(session.date, value="2020-12-03")),
            *MEETING.sessions[1:],
        ),
    )
    log = [judged(MEETING, "reject", "s1.date")]
    (told,) = applications(newer, log)
    assert told.fact is None
    assert applied(newer, log) is newer
    # The session itself is still known, by its name and by its words.
    assert find(newer, subject_of(MEETING, "s1")) == "s1"
    renamed = replace(newer, sessions=(replace(session, name="A meeting"), *newer.sessions[1:]))
    assert find(renamed, subject_of(MEETING, "s1")) == "s1"


def test_words_are_found_where_a_text_was_extracted_anew() -> None:
    """More white space before a fact moves its words; the words are the same."""
    subject = subject_of(MEETING, "s1.date")
    moved = replace(subject, spans=tuple(Span(a + 7_000, b + 7_000) for a, b in subject.spans))
    assert find(MEETING, moved) == "s1.date"
    assert find(MEETING, replace(moved, words="another day")) is None


@pytest.mark.parametrize(
    ("fact", "gone"),
    [
        ("record.title", {"record.title"}),
        ("record.date", {"record.date"}),
        ("record.place", {"record.place"}),
        ("s1.date", {"s1.date"}),
        ("s1.mode", {"s1.mode"}),
        ("s1.organisations", {"s1.organisations"}),
        ("i1", {"i1"}),
        ("c1", {"c1"}),
        ("t2", {"t2"}),
    ],
)
def test_what_is_rejected_is_gone_and_nothing_else(fact: str, gone: set[str]) -> None:
    before, after = values(MEETING), values(applied(MEETING, [judged(MEETING, "reject", fact)]))
    assert before.keys() - after.keys() == gone
    assert {key: value for key, value in before.items() if key not in gone} == after


def test_what_pointed_at_a_rejected_fact_points_at_nothing() -> None:
    made = applied(MEETING, [judged(MEETING, "reject", "s1"), judged(MEETING, "reject", "p1")])
    assert {one.session for one in made.participants} | {one.session for one in made.turns} <= {
        None,
        "s2",
    }
    assert "p1" not in {one.participant for one in made.turns}
    assert len(made.turns) == len(MEETING.turns)


def test_other_facts_keep_their_addresses() -> None:
    reading = replace(MEETING, instruments=MEETING.instruments * 3)
    second = replace(subject_of(reading, "i2"), spans=(), words="")
    assert find(reading, second) is None  # three of one value, and no words to tell them by
    made = applied(reading, [judged(reading, "reject", "i1")])
    assert [n for n, _ in made.numbered("i", made.instruments)] == [2, 3]
    assert {"i2", "i3"} <= values(made).keys()


def test_of_two_judgements_on_one_fact_the_later_counts() -> None:
    log = [judged(MEETING, "reject", "i1"), judged(MEETING, "confirm", "i1", n=2)]
    assert applied(MEETING, log) is MEETING
    assert applied(MEETING, log[::-1]) != MEETING
    undone = replace(log[0], undone="2026-01-02")
    assert applied(MEETING, [undone]) is MEETING


def test_a_turn_is_given_to_another() -> None:
    other = subject_of(MEETING, "p2")
    made = applied(MEETING, [judged(MEETING, "reassign", "t1", other)])
    assert made.turns[0].participant == "p2"
    assert made.turns[0].rule.endswith("judgement")
    assert made.turns[1:] == MEETING.turns[1:]
    nobody = applied(MEETING, [judged(MEETING, "reassign", "t1")])
    assert nobody.turns[0].participant is None


def test_a_turn_is_given_to_somebody_whom_the_reading_does_not_have() -> None:
    who = Subject(kind="participant", witness=MEETING.witness.id, value="Imangali Tasmagambetov")
    assert not any(one.name == who.value for one in MEETING.participants)
    made = applied(MEETING, [judged(MEETING, "reassign", "t1", who)])
    speaker = made.participant(made.turns[0].participant)
    assert speaker
    assert (speaker.name, speaker.spans) == (who.value, (MEETING.turns[0].label_span,))


def test_nobody_judges_a_fact_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="nothing has this name"):
        subject_of(MEETING, "s9.date")


@given(any_readings(), st.sets(st.integers(0, 40), max_size=4))
def test_any_judgements_leave_a_reading_of_the_form(reading: Reading, some: set[int]) -> None:
    """What is left has the addresses that it had, and no field is lost that nobody rejected."""
    there = {one.id for one in facts(reading)}
    chosen = [fact for n, fact in enumerate(sorted(there)) if n in some]
    log = [judged(reading, "reject", fact) for fact in chosen]
    told = {one.fact for one in applications(reading, log)} - {None}
    made = applied(reading, log)
    assert {one.id for one in facts(made)} <= there
    always = {one for one in told if one and one.endswith(".role")} | {"record.kind"}
    left = (told - always) & {one.id for one in facts(made)}
    assert not left  # a record is always of some kind, and a participant has some role
    back = decode(encode(made))
    assert back == (made.bare if isinstance(made, AppliedReading) else made)
