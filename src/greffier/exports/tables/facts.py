"""The tables of what happened: sessions, who took part, what was adopted, who holds the chair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from greffier.exports.tables.columns import Column, Of, Table, dated, named, numbered, placed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.exports.taking import Taken
    from greffier.model import Chairmanship, Instrument, Participant, Session


def _sessions(taken: Taken) -> Iterable[Of[Session]]:
    return (Of(taken=taken, key=one.id, fact=one) for one in taken.reading.sessions)


def _participants(taken: Taken) -> Iterable[Of[Participant]]:
    return (Of(taken=taken, key=one.id, fact=one) for one in taken.reading.participants)


def _instruments(taken: Taken) -> Iterable[Of[Instrument]]:
    return numbered(taken, "i", taken.reading.instruments)


def _chairmanships(taken: Taken) -> Iterable[Of[Chairmanship]]:
    return numbered(taken, "c", taken.reading.chairmanships)


def _person(one: Of[Participant]) -> str | None:
    return one.taken.person(one.fact)


def _turns(one: Of[Participant]) -> int:
    return sum(turn.participant == one.fact.id for turn in one.taken.reading.turns)


SESSIONS: Final = Table(
    name="sessions",
    about="A session as one record tells of it: the one that the record is of, or one it names. "
    "Several records may tell of one.",
    rows=_sessions,
    columns=(
        named("session"),
        *placed(),
        Column(
            "joined",
            "text",
            "The session under its one name in all records: rows that have the same are of one.",
            lambda x: x.taken.session(x.fact.id),
        ),
        Column(
            "subject", "boolean", "Whether the record is of this session.", lambda x: x.fact.subject
        ),
        Column("name", "text", "What the record calls it.", lambda x: x.fact.name),
        Column(
            "organisations",
            "list",
            "The organisations that met, by the names they are kept under.",
            lambda x: x.fact.organisations,
        ),
        Column("body", "text", "The body of them that met.", lambda x: x.fact.body),
        Column("status", "text", "Held, planned, cancelled or unknown.", lambda x: x.fact.status),
        *dated(lambda x: x.fact.date),
        Column("venue", "text", "Where it met.", lambda x: x.fact.venue),
        Column(
            "mode", "text", "In person, videoconference, hybrid or unknown.", lambda x: x.fact.mode
        ),
        Column(
            "formats", "list", "Restricted, expanded, joint and so on.", lambda x: x.fact.formats
        ),
    ),
)

PARTICIPANTS: Final = Table(
    name="participants",
    about="A person in a session in a capacity: the office is that of the day.",
    rows=_participants,
    columns=(
        named("participant"),
        *placed(),
        Column("session", "text", "In which.", lambda x: x.joined(x.fact.session), "sessions"),
        Column(
            "person",
            "text",
            "The person, under one name in all records; missing where only an office is named.",
            _person,
        ),
        Column("name", "text", "The name as the record gives it.", lambda x: x.fact.name),
        Column("office", "text", "The office held.", lambda x: x.fact.office),
        Column(
            "of",
            "text",
            "The state, organisation or body that the office is of.",
            lambda x: x.fact.of,
        ),
        Column(
            "acting", "boolean", "Whether the office is held in acting.", lambda x: x.fact.acting
        ),
        Column(
            "role",
            "text",
            "Chair, participant, guest, observer, press or absent.",
            lambda x: x.fact.role,
        ),
        Column(
            "mode",
            "text",
            "How this participant took part: in person, videoconference or unknown.",
            lambda x: x.fact.mode,
        ),
        Column("turns", "integer", "How many turns the participant took.", _turns),
    ),
)

INSTRUMENTS: Final = Table(
    name="instruments",
    about="A document that was adopted, signed or otherwise spoken of.",
    rows=_instruments,
    columns=(
        named("instrument"),
        *placed(),
        Column("session", "text", "At which.", lambda x: x.joined(x.fact.session), "sessions"),
        Column("kind", "text", "What it is: declaration, protocol, plan.", lambda x: x.fact.kind),
        Column("action", "text", "What became of it.", lambda x: x.fact.action),
        Column("title", "text", "What the record calls it.", lambda x: x.fact.title),
        *dated(lambda x: x.fact.date),
        Column("rule", "text", "The rule that read it.", lambda x: x.fact.rule or None),
    ),
)

CHAIRMANSHIPS: Final = Table(
    name="chairmanships",
    about="Who holds, takes or leaves the chair of an organisation or body, as a record tells it.",
    rows=_chairmanships,
    columns=(
        named("chairmanship"),
        *placed(),
        Column(
            "organisation",
            "text",
            "Whose chair, by the name it is kept under.",
            lambda x: x.fact.organisation,
        ),
        Column("holder", "text", "The state or person.", lambda x: x.fact.holder),
        Column(
            "phase",
            "text",
            "Current, incoming, outgoing, past or future.",
            lambda x: x.fact.phase,
        ),
        *dated(lambda x: x.fact.date),
        Column("rule", "text", "The rule that read it.", lambda x: x.fact.rule or None),
    ),
)
