"""The facts of a reading that stand apart from its text, each pointing at the words for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.exports.markup import element, empty, identifier, start
from greffier.exports.tei.header import date, places, rule, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import (
        Chairmanship,
        Date,
        Evidence,
        Gloss,
        Instrument,
        Reading,
        Session,
        Span,
        Text,
    )


def facts(reading: Reading) -> Iterator[str]:
    """Yield the `standOff` of a reading."""
    yield "<standOff>\n"
    if reading.sessions or reading.chairmanships:
        yield "<listEvent>\n"
        for session in reading.sessions:
            yield from _session(session)
        for n, chair in enumerate(reading.chairmanships, start=1):
            yield from _chairmanship(n, chair)
        yield "</listEvent>\n"
    if reading.instruments:
        yield "<listBibl>\n"
        for n, instrument in enumerate(reading.instruments, start=1):
            yield from _instrument(n, instrument)
        yield "</listBibl>\n"
    if reading.glosses:
        yield '<listPerson type="glosses">\n'
        for n, gloss in enumerate(reading.glosses, start=1):
            yield from _gloss(n, gloss)
        yield "</listPerson>\n"
    yield '<spanGrp type="evidence">\n'
    yield from _evidence(reading)
    yield "</spanGrp>\n"
    for n, remark in enumerate(reading.remarks, start=1):
        told = {
            "xml:id": f"r{n}",
            "type": "remark",
            "n": remark.code,
            "target": places([remark.span]),
        }
        yield element("note", remark.message, told) + "\n"
    yield "</standOff>\n"


def _session(session: Session) -> Iterator[str]:
    key = identifier(session.id)
    told = {
        "xml:id": key,
        "n": session.id if key != session.id else None,
        "type": "session",
        "subtype": "subject" if session.subject else None,
        **when(session.date.value if session.date else None),
        "source": places(session.spans),
    }
    yield f"{start('event', told)}{element('label', session.name)}"
    for kind, values in (
        ("organisation", session.organisations),
        ("body", (session.body,)),
        ("status", (session.status,)),
        ("venue", (session.venue,)),
        ("mode", (session.mode,)),
        ("format", session.formats),
    ):
        for value in values:
            yield element("note", value, {"type": kind}) if value else ""
    yield "</event>\n"


def _chairmanship(n: int, chair: Chairmanship) -> Iterator[str]:
    told = {
        "xml:id": f"c{n}",
        "type": "chairmanship",
        "subtype": chair.phase,
        **when(chair.date.value if chair.date else None),
        "source": places(chair.spans),
        "resp": rule(chair.rule),
    }
    yield f"{start('event', told)}{element('label', f'{chair.organisation}: {chair.holder}')}"
    yield element("note", chair.organisation, {"type": "organisation"})
    yield element("note", chair.holder, {"type": "holder"})
    yield "</event>\n"


def _instrument(n: int, instrument: Instrument) -> Iterator[str]:
    told = {
        "xml:id": f"i{n}",
        "type": instrument.kind,
        "ana": f"action:{instrument.action.replace(' ', '-')}",
        "corresp": f"#{identifier(instrument.session)}" if instrument.session else None,
        "source": places(instrument.spans),
        "resp": rule(instrument.rule),
    }
    yield f"{start('bibl', told)}{element('title', instrument.title)}"
    yield date(instrument.date.value if instrument.date else None)
    yield "</bibl>\n"


def _gloss(n: int, gloss: Gloss) -> Iterator[str]:
    told = {"corresp": f"#g{n}", "source": places([gloss.span]), "resp": rule(gloss.rule)}
    yield f"{start('person', told)}{element('persName', gloss.name)}"
    if gloss.office:
        yield f"<affiliation>{element('roleName', gloss.office)}</affiliation>"
    yield "</person>\n"


def _evidence(reading: Reading) -> Iterator[str]:
    """Yield what supports each field of a fact, and the facts that are one stretch of words."""
    head = reading.record
    yield _span("record", "kind", head.kind, by=head.kind_rule)
    for field in ("title", "dateline_place", "publisher"):
        text: Text | None = getattr(head, field)
        if text is not None:
            yield _span("record", field, text.text, at=[text.span], by=text.rule)
    dated: list[tuple[str, str | None, Date | None]] = [("record", None, head.date)]
    dated += [("session", session.id, session.date) for session in reading.sessions]
    dated += [("instrument", f"i{n}", one.date) for n, one in enumerate(reading.instruments, 1)]
    dated += [("chairmanship", f"c{n}", one.date) for n, one in enumerate(reading.chairmanships, 1)]
    for kind, of, day in dated:
        if day is not None:
            yield _span(kind, "date", day.value, at=[day.span], by=day.rule, of=of, n=day.basis)
    for session in reading.sessions:
        yield from _fields("session", session.id, session, session.evidence)
    for participant in reading.participants:
        yield from _fields("participant", participant.id, participant, participant.evidence)
    for quotation in reading.quotations:
        yield _span(
            "quotation",
            "direct" if quotation.direct else "reported",
            quotation.speaker or "",
            at=[quotation.span, quotation.cue],
            by=quotation.rule,
            of=quotation.participant,
        )
    for one in reading.mentions:
        yield _span("mention", one.kind, one.name, at=[one.span], by=one.rule, n=one.id)
    if reading.furniture:
        yield _span("furniture", None, "", at=reading.furniture)


def _fields(kind: str, of: str, fact: object, evidence: Iterable[Evidence]) -> Iterator[str]:
    for one in evidence:
        value = getattr(fact, one.field, None)
        words = ", ".join(value) if isinstance(value, tuple) else str(value or "")
        yield _span(kind, one.field, words, at=[one.span], by=one.rule, of=of)


def _span(  # noqa: PLR0913 - one argument for each attribute
    kind: str,
    field: str | None,
    value: str,
    *,
    at: Iterable[Span | None] = (),
    by: str = "",
    of: str | None = None,
    n: str | None = None,
) -> str:
    told = {
        "type": kind,
        "subtype": field,
        "n": n,
        "corresp": f"#{identifier(of)}" if of else None,
        "target": places(at),
        "resp": rule(by),
    }
    return (element("span", value, told) if value else empty("span", told)) + "\n"
