"""A reading is valid from birth: no fact can point outside its text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from greffier.errors import SpanError
from greffier.model import (
    SCHEMA,
    Chairmanship,
    Date,
    Evidence,
    Gloss,
    Instrument,
    Mention,
    Participant,
    Quotation,
    Reading,
    RecordHead,
    Remark,
    Session,
    Span,
    Text,
    Turn,
    digest_of,
    witness_of,
)
from tests.model.strategies import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

PRINTED = "Vladimir Putin: Thank you, Mr Rahmon."
EMPTY = Reading(
    schema=SCHEMA,
    reader="1",
    witness=witness_of(PRINTED),
    record=RecordHead(kind="address", title=None, date=None),
    sessions=(),
    participants=(),
    turns=(),
    instruments=(),
    chairmanships=(),
    furniture=(),
    remarks=(),
)
OUTSIDE = Span(0, len(PRINTED) + 1)
INSIDE = Span(0, len(PRINTED))
WORDS = Text(text="Vladimir", span=OUTSIDE, rule="r")
BODY = Evidence(field="body", span=OUTSIDE, rule="r")
DATE = Date(value="2015", basis="stated", span=OUTSIDE)
SESSION = Session(
    id="s1",
    subject=True,
    name="session",
    organisations=("CSTO",),
    body=None,
    status="held",
    date=None,
    venue=None,
    mode="unknown",
    formats=(),
    spans=(INSIDE,),
)
PARTICIPANT = Participant(
    id="p1",
    name="Vladimir Putin",
    office=None,
    of=None,
    acting=False,
    role="participant",
    session="s1",
    spans=(INSIDE,),
)
TURN = Turn(n=1, participant="p1", label="Vladimir Putin", label_span=INSIDE, paragraphs=(INSIDE,))
PAPER = Instrument(kind="plan", title="plan", action="signed", spans=(INSIDE,))
CHAIR = Chairmanship(organisation="CSTO", holder="Armenia", phase="incoming", spans=(INSIDE,))
QUOTE = Quotation(speaker=None, direct=True, span=INSIDE)


@pytest.mark.parametrize(
    "fact",
    [
        {"record": RecordHead(kind="other", title=WORDS, date=None)},
        {"record": RecordHead(kind="other", title=None, date=DATE)},
        {"sessions": (replace(SESSION, spans=(OUTSIDE,)),)},
        {"sessions": (replace(SESSION, date=DATE),)},
        {"sessions": (replace(SESSION, evidence=(BODY,)),)},
        {"participants": (replace(PARTICIPANT, spans=(OUTSIDE,)),)},
        {"turns": (replace(TURN, label_span=OUTSIDE),)},
        {"turns": (replace(TURN, paragraphs=(OUTSIDE,)),)},
        {"instruments": (replace(PAPER, spans=(OUTSIDE,)),)},
        {"instruments": (replace(PAPER, date=DATE),)},
        {"chairmanships": (replace(CHAIR, spans=(OUTSIDE,)),)},
        {"quotations": (replace(QUOTE, span=OUTSIDE),)},
        {"quotations": (replace(QUOTE, cue=OUTSIDE),)},
        {"mentions": (Mention(kind="person", name="Rahmon", span=OUTSIDE),)},
        {"glosses": (Gloss(name="Rahmon Emomali", office=None, span=OUTSIDE),)},
        {"furniture": (OUTSIDE,)},
        {"remarks": (Remark(code="c", message="m", span=OUTSIDE),)},
    ],
    ids=lambda fact: next(iter(fact)),
)
def test_no_fact_points_outside_the_text(fact: dict[str, object]) -> None:
    with pytest.raises(SpanError, match=r"the span 0\.\.38.*the 37 code points"):
        replace(EMPTY, **fact)  # type: ignore[arg-type] # each is right for its field


def _held(value: object) -> Iterator[Span]:
    """Yield the spans in a value, wherever they stand; the witness's own marks are not facts."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _held(one)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name != "witness":
                yield from _held(getattr(value, one.name))


@given(readings())
def test_every_span_is_among_the_spans(reading: Reading) -> None:
    """Whatever is added to the model, its spans are checked too."""
    assert sorted(reading.spans()) == sorted(_held(reading))


def test_the_subject_is_the_session_that_the_record_is_of() -> None:
    other = replace(SESSION, id="s2", subject=False)
    assert replace(EMPTY, sessions=(other, SESSION)).subject == SESSION
    assert replace(EMPTY, sessions=(other,)).subject is None


def test_a_participant_is_found_by_its_id() -> None:
    reading = replace(EMPTY, participants=(PARTICIPANT,))
    assert reading.participant("p1") == PARTICIPANT
    assert reading.participant("p2") is None
    assert reading.participant(None) is None


def test_a_witness_is_named_by_the_digest_of_its_bytes() -> None:
    witness = witness_of("abc")
    assert witness.digest == digest_of(b"abc")
    assert witness.id == "ba7816bf8f01cfea"  # the start of SHA-256("abc")


def test_a_witness_says_its_length_truly() -> None:
    with pytest.raises(SpanError, match="a length of 2"):
        replace(witness_of("abc"), length=2)
