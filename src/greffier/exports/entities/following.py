"""A record as entities of FollowTheMoney: who met where and when, and who held which office.

Every entity leads to its witness (`proof`, `sourceUrl`) and, where it is of one fact, names it
(`recordId`) and quotes its words. An office that somebody is seen in is an Occupancy of that day:
when it began or ended no record of a meeting says. Entities that several records tell of, such as
persons, come with each of them under the same id; `ftm aggregate` puts these together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.exports.entities.making import (
    Entity,
    country,
    dates,
    document,
    entity,
    identifier,
    institution,
    proof,
    quoted,
    slug,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.exports.entities.making import Values
    from greffier.exports.taking import Taken
    from greffier.model import Participant, Session


def entities(taken: Taken) -> Iterator[Entity]:
    """Yield the entities of a record, the document first; each id once."""
    given: set[str] = set()
    for one in _all(taken):
        if one["id"] not in given:
            given.add(one["id"])
            yield one


def _all(taken: Taken) -> Iterator[Entity]:
    yield document(taken)
    for session in taken.reading.sessions:
        yield from _session(taken, session)
    for participant in taken.reading.participants:
        yield from _participant(taken, participant)
    yield from _chairmanships(taken)


def _session(taken: Taken, session: Session) -> Iterator[Entity]:
    reading = taken.reading
    held = [institution(name, proof(reading)) for name in session.organisations]
    if session.body:
        held.append(_body(taken, session.body, session.organisations))
    yield from held
    first, last = dates(session.date.value) if session.date else (None, None)
    name = f"{reading.witness.id}.{session.id}"
    told = [session.status, session.mode, *session.formats]
    present = [one for one in reading.participants if one.session == session.id]
    involved = [key for one in present if one.role != "absent" and (key := _person(taken, one))]
    event = taken.session(session.id)
    yield entity(
        "Event",
        event,
        {
            "name": session.name,
            "date": first if first == last else None,
            "startDate": first,
            "endDate": last,
            "location": session.venue,
            "organizer": [one["id"] for one in held],
            "involved": list(dict.fromkeys(involved)),
            "keywords": [one for one in told if one != "unknown"],
            "recordId": name,
            "description": quoted(reading, session.spans),
            **proof(reading),
        },
    )
    if session.subject:
        yield entity(
            "Documentation",
            f"{name}-document",
            {
                "document": identifier(reading.witness.id),
                "entity": identifier(event),
                "role": reading.record.kind,
                **proof(reading),
            },
        )


def _body(taken: Taken, body: str, organisations: tuple[str, ...]) -> Entity:
    of = " and ".join(organisations)
    name = f"{body} ({of})" if of else body
    return entity("PublicBody", f"body-{slug(name)}", {"name": name, **proof(taken.reading)})


def _participant(taken: Taken, one: Participant) -> Iterator[Entity]:
    """Yield the person and, where an office is named, the position and that it was held."""
    person = _person(taken, one)
    if person is None or one.name is None:
        return
    nation = country(one.of)
    yield {
        **entity("Person", "", {"name": one.name, "country": nation, **proof(taken.reading)}),
        "id": person,
    }
    if one.office:
        yield from _held(taken, one, one.office, person)


def _held(taken: Taken, one: Participant, office: str, person: str) -> Iterator[Entity]:
    reading = taken.reading
    title = f"{office} of {one.of}" if one.of else office
    of = institution(one.of, proof(reading)) if one.of else None
    if of:
        yield of
    post = entity(
        "Position",
        f"position-{slug(title)}",
        {
            "name": title,
            "country": country(one.of),
            "organization": of["id"] if of else None,
            **proof(reading),
        },
    )
    yield post
    name = f"{reading.witness.id}.{one.id}"
    values: Values = {
        "holder": person,
        "post": post["id"],
        "date": _day(taken, one),
        "status": "acting" if one.acting else None,
        "summary": "seen in the office on this day",
        "recordId": name,
        "description": quoted(reading, one.spans),
    }
    yield entity("Occupancy", name, values | proof(reading))


def _chairmanships(taken: Taken) -> Iterator[Entity]:
    """Yield who holds, takes or leaves the chair, as the membership that it goes with."""
    reading = taken.reading
    for n, one in enumerate(reading.chairmanships, start=1):
        member = institution(one.holder, proof(reading))
        organisation = institution(one.organisation, proof(reading))
        yield member
        yield organisation
        name = f"{reading.witness.id}.c{n}"
        first, last = dates(one.date.value) if one.date else (None, None)
        values: Values = {
            "member": member["id"],
            "organization": organisation["id"],
            "role": f"chairmanship, {one.phase}",
            "date": first if first == last else None,
            "startDate": None if first == last else first,
            "endDate": None if first == last else last,
            "recordId": name,
            "description": quoted(reading, one.spans),
        }
        yield entity("Membership", name, values | proof(reading))


def _day(taken: Taken, one: Participant) -> str | None:
    """Give the day on which somebody is seen in an office: of the session, else of the record."""
    reading = taken.reading
    session = next((each for each in reading.sessions if each.id == one.session), None)
    date = (session.date if session else None) or reading.record.date
    return dates(date.value)[0] if date else None


def _person(taken: Taken, one: Participant) -> str | None:
    key = taken.person(one)
    return identifier(f"person-{key}") if key else None
