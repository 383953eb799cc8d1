"""A reading as rows of the tables. Pure, so that `verify` can ask what the rows should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from greffier.archive.days import days
from greffier.archive.evidence import evidence
from greffier.archive.identity import person_id
from greffier.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Date, Participant, Reading, Session, Text

Row: TypeAlias = dict[str, Any]


def rows(reading: Reading) -> dict[str, list[Row]]:
    """Give the rows of a reading by the name of their table, each with its witness.

    Raises:
        ArchiveError: a date of the reading is none.
    """
    made = {
        "head": [_head(reading)],
        "session": [_session(reading, n, one) for n, one in enumerate(reading.sessions)],
        "session_organisation": [
            {"session": session.id, "organisation": organisation}
            for session in reading.sessions
            for organisation in dict.fromkeys(session.organisations)
        ],
        "participant": [
            _participant(reading, n, one) for n, one in enumerate(reading.participants)
        ],
        "turn": list(_turns(reading)),
        "instrument": list(_instruments(reading)),
        "chairmanship": list(_chairmanships(reading)),
        "remark": list(_remarks(reading)),
        "evidence": [{"n": n} | row for n, row in enumerate(evidence(reading), start=1)],
    }
    key = reading.witness.id
    return {table: [{"witness": key} | row for row in each] for table, each in made.items()}


def namings(reading: Reading) -> dict[str, str]:
    """Give the names of the participants of a reading, by the name folded."""
    named = ((_named(one), one.name) for one in reading.participants)
    return {key: name for key, name in named if key and name}


def _named(participant: Participant) -> str | None:
    return person_id(participant.name or "") or None


def bounds(date: Date | None) -> tuple[int | None, int | None]:
    """Give the first and the last day of a date of a reading, where there is one."""
    if date is None:
        return None, None
    try:
        return days(date.value)
    except ValueError as error:
        raise ArchiveError(
            "reading", f"the date {date.value!r}", "a date is ISO 8601: report this as a fault"
        ) from error


def _dated(date: Date | None) -> Row:
    first, last = bounds(date)
    return {"date": date.value if date else None, "first": first, "last": last}


def _words(text: Text | None) -> str | None:
    return text.text if text else None


def _head(reading: Reading) -> Row:
    head, witness = reading.record, reading.witness
    return {
        "name": witness.name,
        "kind": head.kind,
        "title": _words(head.title),
        "place": _words(head.dateline_place),
        "publisher": reading.publisher,
        "language": witness.language,
        "length": witness.length,
        "sessions": len(reading.sessions),
        "participants": len(reading.participants),
        "turns": len(reading.turns),
        "instruments": len(reading.instruments),
        "remarks": len(reading.remarks),
        **_dated(head.date),
    }


def _session(reading: Reading, position: int, session: Session) -> Row:
    # A record that is of a session and bears a date is, for want of a better one, of that day.
    day = reading.record.date if session.subject and session.date is None else session.date
    return {
        "id": session.id,
        "position": position,
        "subject": session.subject,
        "name": session.name,
        "body": session.body,
        "status": session.status,
        "venue": session.venue,
        "mode": session.mode,
        "form": msgspec.json.encode(session),
        **_dated(day),
        "date": session.date.value if session.date else None,
    }


def _participant(reading: Reading, position: int, participant: Participant) -> Row:
    return {
        "id": participant.id,
        "position": position,
        "name": participant.name,
        "named": _named(participant),
        "office": participant.office,
        "of": participant.of,
        "acting": participant.acting,
        "role": participant.role,
        "mode": participant.mode,
        "session": participant.session or sole_subject(reading),
        "form": msgspec.json.encode(participant),
    }


def sole_subject(reading: Reading) -> str | None:
    """Give the session that all take part in of whom the reading does not say in which."""
    subjects = [session.id for session in reading.sessions if session.subject]
    return subjects[0] if len(subjects) == 1 else None


def _turns(reading: Reading) -> Iterator[Row]:
    for turn in reading.turns:
        spans = (turn.label_span, *turn.paragraphs)
        yield {
            "n": turn.n,
            "participant": turn.participant,
            "label": turn.label,
            "session": turn.session,
            "continues": turn.continues,
            "start": min(span.start for span in spans),
            "end": max(span.end for span in spans),
        }


def _instruments(reading: Reading) -> Iterator[Row]:
    for n, instrument in reading.numbered("i", reading.instruments):
        yield {
            "n": n,
            "kind": instrument.kind,
            "title": instrument.title,
            "action": instrument.action,
            "session": instrument.session,
            **_dated(instrument.date),
        }


def _chairmanships(reading: Reading) -> Iterator[Row]:
    for n, chairmanship in reading.numbered("c", reading.chairmanships):
        yield {
            "n": n,
            "organisation": chairmanship.organisation,
            "holder": chairmanship.holder,
            "phase": chairmanship.phase,
            **_dated(chairmanship.date),
        }


def _remarks(reading: Reading) -> Iterator[Row]:
    for n, remark in reading.numbered("r", reading.remarks):
        start, end = remark.span or (None, None)
        yield {"n": n, "code": remark.code, "message": remark.message, "start": start, "end": end}
