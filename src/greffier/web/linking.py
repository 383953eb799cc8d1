"""What a page says to machines that read it: records and sessions in the words of schema.org.

It goes into a page as a block of data, which no browser runs, so the policy on scripts does not
ask for it; the template writes `<` and its like as escapes, so no words of a record can end it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from greffier.model import capacity
from greffier.web import addresses as address

if TYPE_CHECKING:
    from greffier.archive.stored import StoredPerson, StoredSession
    from greffier.exports.taking import Taken
    from greffier.model import Participant, Session, Stated

Linked = dict[str, Any]

_CONTEXT: Final = "https://schema.org"
_MODES: Final = {
    "in person": "OfflineEventAttendanceMode",
    "videoconference": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
_STATUSES: Final = {"planned": "EventScheduled", "cancelled": "EventCancelled"}


def linked_record(taken: Taken, base: str) -> Linked:
    """Give a record as schema.org has it: a work with its publisher, its witness and its sessions.

    Args:
        taken: the record.
        base: the address that the pages are under, without a stroke at its end.
    """
    reading, record = taken.reading, taken.record
    witness = reading.witness
    return _said(
        {
            "@context": _CONTEXT,
            "@type": "CreativeWork",
            "@id": base + address.record(taken.id),
            "url": base + address.record(taken.id),
            "name": _value(record.title if record else None) or witness.name,
            "genre": reading.record.kind,
            "datePublished": _value(record.date if record else None),
            "inLanguage": None if witness.language == "und" else witness.language,
            "publisher": _named("Organization", reading.publisher),
            "isBasedOn": witness.url,
            "identifier": witness.digest,
            "encoding": {
                "@type": "MediaObject",
                "contentUrl": base + address.witness(witness.id),
                "encodingFormat": witness.media_type,
                "sha256": witness.digest.removeprefix("sha256:"),
            },
            "about": [
                _session(one, f"{base}{address.session(f'{witness.id}.{one.id}')}")
                for one in reading.sessions
                if one.subject
            ],
        }
    )


def linked_session(stored: StoredSession, base: str) -> Linked:
    """Give a session as schema.org has it: an event with who organised it and who took part.

    Args:
        stored: the session.
        base: the address that the pages are under, without a stroke at its end.
    """
    made = _session(stored.session, base + address.session(stored.id))
    present = [one.participant for one in stored.participants if one.participant.role != "absent"]
    return _said(
        {
            "@context": _CONTEXT,
            **made,
            "attendee": [_person(one) for one in present if one.name],
            "subjectOf": {"@id": base + address.record(stored.record.id)},
        }
    )


def linked_person(person: StoredPerson, base: str) -> Linked:
    """Give a person as schema.org has it: the names, and the offices that records show.

    Args:
        person: whoever it is.
        base: the address that the pages are under, without a stroke at its end.
    """
    where = base + address.person(person.id)
    held = [_held(one.participant) for one in person.appearances]
    return _said(
        {
            "@context": _CONTEXT,
            "@type": "Person",
            "@id": where,
            "url": where,
            "name": person.name,
            "alternateName": [one.name for one in person.names if one.name != person.name],
            "jobTitle": list(dict.fromkeys(filter(None, held))),
        }
    )


def _session(session: Session, where: str) -> Linked:
    first, _, last = (session.date.value if session.date else "").partition("/")
    mode = _MODES.get(session.mode)
    status = _STATUSES.get(session.status)
    return _said(
        {
            "@type": "Event",
            "@id": where,
            "url": where,
            "name": session.name,
            "startDate": first,
            "endDate": last or first,
            "location": _named("Place", session.venue),
            "eventAttendanceMode": f"{_CONTEXT}/{mode}" if mode else None,
            "eventStatus": f"{_CONTEXT}/{status}" if status else None,
            "organizer": [_named("Organization", one) for one in session.organisations],
        }
    )


def _person(one: Participant) -> Linked:
    return _said({"@type": "Person", "name": one.name, "jobTitle": _held(one)})


def _held(one: Participant) -> str:
    """Give the office that a participant holds: `Acting President of Kyrgyzstan`."""
    return capacity(replace(one, name=None)) if one.office or one.of else ""


def _named(kind: str, name: str | None) -> Linked | None:
    return {"@type": kind, "name": name} if name else None


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _said(values: Linked) -> Linked:
    """Leave out what is not known."""
    return {key: value for key, value in values.items() if value}
