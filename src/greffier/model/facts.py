"""Every fact of a reading in one list, each with the words that support it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from greffier.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model.reading import (
        Date,
        Evidence,
        Participant,
        Reading,
        RecordHead,
        Session,
        Text,
    )

FactKind = Literal[
    "record",
    "session",
    "participant",
    "turn",
    "instrument",
    "chairmanship",
    "quotation",
    "mention",
    "gloss",
    "remark",
]
# The fields that have evidence of their own, in the order in which a page names them.
_OF_SESSION = ("organisations", "body", "status", "date", "venue", "mode", "formats")
_OF_PARTICIPANT = ("name", "office", "of", "acting", "role", "mode")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that a reading says.

    Args:
        id: as the archive names it inside its record: `s1`, and `s1.date` for a field of it;
            `record.title` for what the record says of itself. Mentions are `m1`, glosses `g1`,
            remarks `r1`.
        label: what it is, in words for people: `Date`.
        value: what the reading says, as understood.
        spans: the words that support it; none where no words of this witness do.
        rule: what read it; empty where the reading does not say.
    """

    id: str
    kind: FactKind
    label: str
    value: str
    spans: tuple[Span, ...]
    rule: str = ""


def facts(reading: Reading) -> Iterator[Fact]:
    """Yield every fact of a reading, a fact before its fields, each as the pages address it."""
    yield from _record(reading.record)
    for session in reading.sessions:
        yield from _session(session)
    for participant in reading.participants:
        yield from _participant(participant)
    yield from _turns(reading)
    yield from _instruments(reading)
    yield from _chairmanships(reading)
    yield from _singles(reading)


def _record(head: RecordHead) -> Iterator[Fact]:
    yield Fact(
        id="record.kind",
        kind="record",
        label="Kind",
        value=head.kind,
        spans=(),
        rule=head.kind_rule,
    )
    yield from _text("record.title", "Title", head.title)
    yield from _date("record", "record", head.date)
    yield from _text("record.place", "Dateline", head.dateline_place)
    yield from _text("record.publisher", "Publisher", head.publisher)


def _text(key: str, label: str, text: Text | None) -> Iterator[Fact]:
    if text is not None:
        yield Fact(
            id=key, kind="record", label=label, value=text.text, spans=(text.span,), rule=text.rule
        )


def _date(of: str, kind: FactKind, date: Date | None) -> Iterator[Fact]:
    if date is not None:
        spans = () if date.span is None else (date.span,)
        value = date.value if date.basis == "stated" else f"{date.value} ({date.basis})"
        yield Fact(
            id=f"{of}.date", kind=kind, label="Date", value=value, spans=spans, rule=date.rule
        )


def _session(session: Session) -> Iterator[Fact]:
    yield Fact(
        id=session.id, kind="session", label="Session", value=session.name, spans=session.spans
    )
    for field in _OF_SESSION:
        if field == "date" and session.date is not None:
            yield from _date(session.id, "session", session.date)
        else:
            yield from _field(session.id, "session", field, session, session.evidence)


def _participant(participant: Participant) -> Iterator[Fact]:
    value = capacity(participant)
    yield Fact(
        id=participant.id,
        kind="participant",
        label="Participant",
        value=value,
        spans=participant.spans,
    )
    for field in _OF_PARTICIPANT:
        yield from _field(participant.id, "participant", field, participant, participant.evidence)


def capacity(participant: Participant) -> str:
    """Give a participant in one line: `Talant Mamytov, Acting President of Kyrgyzstan`."""
    office = participant.office
    if office and participant.acting:
        office = f"Acting {office}"
    held = " of ".join(part for part in (office, participant.of) if part)
    told = ", ".join(part for part in (participant.name, held) if part)
    return told or ("press" if participant.role == "press" else "unnamed")


def _field(
    of: str, kind: FactKind, field: str, fact: object, evidence: tuple[Evidence, ...]
) -> Iterator[Fact]:
    """Yield one field of a fact, unless the reading says nothing of it."""
    value = _words(getattr(fact, field))
    if value:
        support = [one for one in evidence if one.field == field]
        yield Fact(
            id=f"{of}.{field}",
            kind=kind,
            label=field.capitalize(),
            value=value,
            spans=tuple(one.span for one in support),
            rule=", ".join(dict.fromkeys(one.rule for one in support)),
        )


def _words(value: object) -> str:
    match value:
        case None | False | "unknown":
            return ""
        case True:
            return "yes"
        case tuple():
            return ", ".join(str(part) for part in value)
        case _:
            return str(value)


def _turns(reading: Reading) -> Iterator[Fact]:
    for turn in reading.turns:
        yield Fact(
            id=f"t{turn.n}",
            kind="turn",
            label="Turn",
            value=turn.label,
            spans=(turn.label_span, *turn.paragraphs),
            rule=turn.rule,
        )


def _instruments(reading: Reading) -> Iterator[Fact]:
    for n, instrument in reading.numbered("i", reading.instruments):
        yield Fact(
            id=f"i{n}",
            kind="instrument",
            label=f"{instrument.kind.capitalize()}, {instrument.action}",
            value=instrument.title,
            spans=instrument.spans,
            rule=instrument.rule,
        )
        yield from _date(f"i{n}", "instrument", instrument.date)


def _chairmanships(reading: Reading) -> Iterator[Fact]:
    for n, chair in reading.numbered("c", reading.chairmanships):
        yield Fact(
            id=f"c{n}",
            kind="chairmanship",
            label=f"Chairmanship, {chair.phase}",
            value=f"{chair.organisation}: {chair.holder}",
            spans=chair.spans,
            rule=chair.rule,
        )
        yield from _date(f"c{n}", "chairmanship", chair.date)


def _singles(reading: Reading) -> Iterator[Fact]:
    """Yield the facts that rest on one stretch of words each."""
    for n, quotation in reading.numbered("q", reading.quotations):
        cue = () if quotation.cue is None else (quotation.cue,)
        yield Fact(
            id=f"q{n}",
            kind="quotation",
            label="Quotation" if quotation.direct else "Reported speech",
            value=quotation.speaker or "unnamed",
            spans=(quotation.span, *cue),
            rule=quotation.rule,
        )
    for n, mention in reading.numbered("m", reading.mentions):
        yield Fact(
            id=f"m{n}",
            kind="mention",
            label=mention.kind.capitalize(),
            value=mention.name,
            spans=(mention.span,),
            rule=mention.rule,
        )
    for n, gloss in reading.numbered("g", reading.glosses):
        value = ", ".join(part for part in (gloss.name, gloss.office) if part)
        yield Fact(
            id=f"g{n}",
            kind="gloss",
            label="Gloss",
            value=value,
            spans=(gloss.span,),
            rule=gloss.rule,
        )
    for n, remark in reading.numbered("r", reading.remarks):
        spans = () if remark.span is None else (remark.span,)
        yield Fact(
            id=f"r{n}",
            kind="remark",
            label="Remark",
            value=remark.message,
            spans=spans,
            rule=remark.code,
        )
