"""What must be true of the reading of any text."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from greffier.reading import READER
from tests.reading.texts import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import (
        Chairmanship,
        Date,
        Evidence,
        Instrument,
        Participant,
        Reading,
        Session,
        Span,
        Text,
        Turn,
    )

_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?", re.ASCII)
_STATED = "page-states"
_QUOTES = '"“”„‟«»″'


def _seen(reading: Reading, span: Span, *, without: frozenset[int]) -> str:
    """Give the words of a span without blanks, cards and what is not seen."""
    text = reading.witness.text
    return "".join(
        text[at]
        for at in range(*span)
        if at not in without and text[at] not in UNSEEN and not text[at].isspace()
    )


def _cards(reading: Reading) -> frozenset[int]:
    spans = (*(one.span for one in reading.glosses), *reading.furniture)
    return frozenset(at for span in spans for at in range(*span))


def _texts(reading: Reading) -> Iterator[Text]:
    head = reading.record
    yield from filter(None, (head.title, head.dateline_place, head.publisher))


def _dates(reading: Reading) -> Iterator[Date]:
    dated: tuple[Session | Instrument | Chairmanship, ...]
    dated = (*reading.sessions, *reading.instruments, *reading.chairmanships)
    yield from filter(None, (reading.record.date, *(one.date for one in dated)))


def _evidence(reading: Reading) -> Iterator[Evidence]:
    yield from chain.from_iterable(one.evidence for one in reading.sessions)
    yield from chain.from_iterable(one.evidence for one in reading.participants)


def _rules(reading: Reading) -> Iterator[str]:
    yield reading.record.kind_rule
    yield from (one.rule for one in _texts(reading))
    yield from (one.rule for one in _dates(reading))
    yield from (one.rule for one in _evidence(reading))
    yield from (one.rule for one in reading.turns)
    yield from (one.rule for one in reading.instruments)
    yield from (one.rule for one in reading.chairmanships)
    yield from (one.rule for one in reading.quotations)
    yield from (one.rule for one in reading.mentions)
    yield from (one.rule for one in reading.glosses)


def _claims(reading: Reading, words: str, printed: str) -> bool:
    """Say whether words are those that are printed, but for the signs of Markdown among them."""
    said = "".join(words.split())
    if reading.witness.media_type != "text/markdown":
        return said == printed
    rest = iter(printed)
    return all(char in rest for char in said)


def assert_words_are_claimed(reading: Reading) -> None:
    """What is said to be printed is printed where its span says, but for blanks and cards."""
    cards = _cards(reading)
    for turn in reading.turns:
        printed = _seen(reading, turn.label_span, without=cards)
        assert _claims(reading, turn.label, printed)
    for one in _texts(reading):
        if one.rule == _STATED:  # in markup, or with the escapes of YAML: read as it is meant
            continue
        # The line that names the publisher is furniture as a whole.
        aside = any(span.holds(one.span) for span in reading.furniture)
        printed = _seen(reading, one.span, without=frozenset() if aside else cards)
        assert _claims(reading, one.text, printed)
    for document in reading.instruments:
        assert document.title == " ".join(document.spans[0].cut(reading.witness.text).split())
    for quotation in reading.quotations:
        text = reading.witness.text
        assert quotation.span.cut(text).strip()
        if quotation.direct:
            unseen = "".join(UNSEEN)
            before = text[: quotation.span.start].rstrip(unseen + " \u00a0\t")
            after = text[quotation.span.end :].lstrip(unseen + " \u00a0\t")
            assert before[-1] in _QUOTES
            assert after[0] in _QUOTES


def assert_turns_are_in_order(reading: Reading) -> None:
    """Labels and paragraphs follow one another, and none lies in another."""
    assert [turn.n for turn in reading.turns] == list(range(1, len(reading.turns) + 1))
    spans = [span for turn in reading.turns for span in (turn.label_span, *turn.paragraphs)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for turn in reading.turns:
        assert turn.continues is None or turn.continues < turn.n


def assert_furniture_is_not_said(reading: Reading) -> None:
    """No label and no paragraph begins in what is not of the record."""
    spans = [span for turn in reading.turns for span in (turn.label_span, *turn.paragraphs)]
    for said in spans:
        assert not any(span.start <= said.start < span.end for span in reading.furniture)
    assert all(one.end < other.start for one, other in pairwise(reading.furniture))


def assert_facts_are_supported(reading: Reading) -> None:
    """Every fact has a rule and words; only a date may be taken over from elsewhere."""
    assert all(_rules(reading))
    for date in _dates(reading):
        assert _ISO.fullmatch(date.value)
        assert date.span is not None or date.basis == "inferred" or date.rule == _STATED
    facts: tuple[Session | Participant | Instrument | Chairmanship, ...]
    facts = (*reading.sessions, *reading.participants, *reading.instruments, *reading.chairmanships)
    assert all(fact.spans for fact in facts)
    for session in reading.sessions:
        fields = {one.field for one in session.evidence}
        assert not session.organisations or "organisations" in fields
        assert not session.body or "body" in fields
        assert not session.venue or "venue" in fields
        assert not session.formats or "formats" in fields
        assert session.mode == "unknown" or fields & {"mode", "venue"}
        assert session.status == "unknown" or "status" in fields
    for person in reading.participants:
        fields = {one.field for one in person.evidence}
        assert person.name or person.office or person.role == "press"
        assert all(
            one is None or one.strip() == one for one in (person.name, person.office, person.of)
        )
        assert not person.name or "name" in fields
        assert not person.office or "office" in fields
        assert not person.of or fields & {"of", "office"}
        assert person.role == "participant" or "role" in fields
        assert person.mode == "unknown" or "mode" in fields


def assert_facts_point_at_each_other(reading: Reading) -> None:
    """Who spoke is in the cast, and what is told of a session is of one that is there."""
    cast = {None, *(one.id for one in reading.participants)}
    sessions = {None, *(one.id for one in reading.sessions)}
    assert len(cast) == len(reading.participants) + 1
    assert len(sessions) == len(reading.sessions) + 1
    assert sum(session.subject for session in reading.sessions) <= 1
    assert {turn.participant for turn in reading.turns} <= cast
    assert {quotation.participant for quotation in reading.quotations} <= cast
    assert {one.id for one in reading.mentions if one.kind == "person"} <= cast
    told: tuple[Turn | Participant | Instrument, ...]
    told = (*reading.turns, *reading.participants, *reading.instruments)
    assert {one.session for one in told} <= sessions


def assert_sound(reading: Reading) -> None:
    """Hold a reading against all that must be true of any."""
    assert reading.reader == READER
    assert_words_are_claimed(reading)
    assert_turns_are_in_order(reading)
    assert_furniture_is_not_said(reading)
    assert_facts_are_supported(reading)
    assert_facts_point_at_each_other(reading)
