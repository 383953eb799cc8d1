"""Every stretch of words that supports a fact of a reading, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import (
        Chairmanship,
        Date,
        Instrument,
        Participant,
        Quotation,
        Reading,
        RecordHead,
        Session,
        Span,
        Turn,
    )


def evidence(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield the evidence of a reading, fact by fact, without its record.

    `field` is empty where the words support the fact as a whole.
    """
    yield from _of_record(reading.record)
    for session in reading.sessions:
        yield from _of_fact("session", session)
        yield from _of_date("session", session.id, session.date)
    for participant in reading.participants:
        yield from _of_fact("participant", participant)
    for turn in reading.turns:
        yield from _of_turn(turn)
    for n, instrument in reading.numbered("i", reading.instruments):
        yield from _of_dated("instrument", f"i{n}", instrument)
    for n, chairmanship in reading.numbered("c", reading.chairmanships):
        yield from _of_dated("chairmanship", f"c{n}", chairmanship)
    for n, quotation in reading.numbered("q", reading.quotations):
        yield from _of_quotation(f"q{n}", quotation)


def _of_record(head: RecordHead) -> Iterator[dict[str, Any]]:
    for field, text in (
        ("title", head.title),
        ("place", head.dateline_place),
        ("publisher", head.publisher),
    ):
        if text is not None:
            yield _row("record", "record", field, text.span, text.rule)
    yield from _of_date("record", "record", head.date)


def _of_fact(kind: str, fact: Session | Participant) -> Iterator[dict[str, Any]]:
    yield from _whole(kind, fact.id, fact.spans, "")
    for one in fact.evidence:
        yield _row(kind, fact.id, one.field, one.span, one.rule)


def _of_turn(turn: Turn) -> Iterator[dict[str, Any]]:
    yield _row("turn", f"t{turn.n}", "label", turn.label_span, turn.rule)
    yield from _whole("turn", f"t{turn.n}", turn.paragraphs, turn.rule)


def _of_dated(kind: str, key: str, fact: Instrument | Chairmanship) -> Iterator[dict[str, Any]]:
    yield from _whole(kind, key, fact.spans, fact.rule)
    yield from _of_date(kind, key, fact.date)


def _of_quotation(key: str, quotation: Quotation) -> Iterator[dict[str, Any]]:
    yield _row("quotation", key, "", quotation.span, quotation.rule)
    if quotation.cue is not None:
        yield _row("quotation", key, "cue", quotation.cue, quotation.rule)


def _of_date(kind: str, key: str, date: Date | None) -> Iterator[dict[str, Any]]:
    if date is not None and date.span is not None:
        yield _row(kind, key, "date", date.span, date.rule)


def _whole(kind: str, key: str, spans: Iterable[Span], rule: str) -> Iterator[dict[str, Any]]:
    for span in spans:
        yield _row(kind, key, "", span, rule)


def _row(kind: str, key: str, field: str, span: Span, rule: str) -> dict[str, Any]:
    start, end = span
    return {
        "kind": kind,
        "fact": key,
        "field": field,
        "start": start,
        "end": end,
        "rule": rule,
    }
