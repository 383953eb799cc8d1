"""Judgements made of the names that things have in an archive, and what they apply to now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from greffier.errors import UsageError
from greffier.model import Judged, Judgement, Subject, find, subject_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from greffier.archive.protocol import Archive
    from greffier.archive.stored import StoredPerson, StoredSession
    from greffier.model import JudgementKind, Participant, Reading, Session

_NAME = re.compile(r"([0-9a-f]{16})(?:\.([a-z]+[0-9]*(?:\.[a-z]+)?))?")
NamedKind = Literal["record", "person", "session", "turn", "fact"]
_WHOLES: dict[str, NamedKind] = {"s": "session", "p": "person", "t": "turn"}
_FORMS = "a record, a person, a session `….s1`, a participant `….p1`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who decides, and why."""

    author: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A judgement of the log, and what it applies to now.

    Args:
        applies: the names of what it is about, as the readings have it now.
        note: where it applies to nothing, so much, with the reader whose reading that is.
    """

    judged: Judged
    applies: tuple[str, ...]
    note: str = ""


def merging(archive: Archive, one: str, other: str, by: Signature) -> Judgement:
    """Give the judgement that two are one: records, persons or sessions, named alike.

    Raises:
        UsageError: a name that nothing has, or two that name different things.
    """
    kind = _alike(one, other)
    if kind == "record":
        first, second = archive.record(one), archive.record(other)
        others = [_whole(each.id) for each in archive.witnesses(second.id)]
        return _made("merge", _whole(first.base), others, by)
    return _made("merge", _subject(archive, one), [_subject(archive, other)], by)


def splitting(archive: Archive, one: str, other: str | None, by: Signature) -> Judgement:
    """Give the judgement that something is not what it is held to be, or not what another is.

    Args:
        archive: where they are.
        one: a witness, a participant, or what a record tells of a session; a person, if there is
            another.
        other: what it is put apart from; without it, all that it is together with.
        by: who decides.

    Raises:
        UsageError: a name that nothing has, two that name different things, or a person alone.
    """
    if other is not None:
        _alike(one, other)
    kind = named(one)
    if kind == "record":
        record = archive.record(other or one)
        found = [_whole(each.id) for each in archive.witnesses(record.id) if each.id != one]
        return _made("split", _whole(one), found, by)
    subject = _subject(archive, one)
    if other is not None:
        return _made("split", subject, [_subject(archive, other)], by)
    beside = _fellow_tellings(archive, one) if kind == "session" else _fellows(archive, one)
    return _made("split", subject, [each for each in beside if each.name != subject.name], by)


def reassigning(archive: Archive, turn: str, to: str | None, by: Signature) -> Judgement:
    """Give the judgement that a turn was taken by somebody else, or by nobody known.

    Args:
        archive: where the turn is.
        turn: its name.
        to: a participant of the same witness, or a person; None for nobody known.
        by: who decides.

    Raises:
        UsageError: a name that nothing has, or that of something else.
    """
    if named(turn) != "turn":
        raise UsageError(turn, "no turn", "a turn is named like `a4231deef9788138.t12`")
    subject = _fact(archive, turn)
    if to is None:
        return _made("reassign", subject, [], by)
    if named(to) != "person":
        raise UsageError(to, "no person or participant", "name a person, or a participant `….p1`")
    if to.startswith(f"{subject.witness}."):
        return _made("reassign", subject, [_fact(archive, to, raw=False)], by)
    person = archive.person(_person(archive, to))
    speaker = Subject(kind="participant", witness=subject.witness, value=person.name)
    return _made("reassign", subject, [speaker], by)


def deciding(
    archive: Archive, kind: Literal["reject", "confirm"], fact: str, by: Signature
) -> Judgement:
    """Give the judgement that a fact is wrong, or right. Raises UsageError if there is none."""
    return _made(kind, _fact(archive, fact), [], by)


def logged(archive: Archive, *, after: int = 0) -> Iterator[Logged]:
    """Yield the log of judgements, the earliest first, with what each applies to now.

    Args:
        archive: whose log.
        after: only those that have a higher number.
    """
    reading = cache(lambda witness: archive.reading(witness, raw=True))
    applied = cache(archive.reading)
    for one in archive.judgements():
        if one.n > after:
            yield _logged(one, reading if one.judgement.about == "fact" else applied)


def _logged(one: Judged, reading: Callable[[str], Reading]) -> Logged:
    judgement = one.judgement
    if judgement.about == "witness":
        return Logged(judged=one, applies=judgement.witnesses)
    about = (judgement.subject,) if judgement.about == "fact" else _both(judgement)
    found: list[str] = []
    for subject in about:
        there = reading(subject.witness)
        fact = find(there, subject)
        if fact is None:
            told = f"{subject.name} applies to nothing in the reading by reader {there.reader}"
            return Logged(judged=one, applies=(), note=told)
        found.append(f"{subject.witness}.{fact}")
    return Logged(judged=one, applies=tuple(found))


def _both(judgement: Judgement) -> tuple[Subject, ...]:
    return (judgement.subject, *judgement.others)


def _made(kind: JudgementKind, subject: Subject, others: list[Subject], by: Signature) -> Judgement:
    return Judgement(
        kind=kind, subject=subject, others=tuple(others), author=by.author, reason=by.reason
    )


def named(key: str) -> NamedKind:
    """Say what a name is the name of; whether anything has it is another question."""
    found = _NAME.fullmatch(key)
    if found is None:
        return "person"
    part = found[2]
    if part is None:
        return "record"
    return _WHOLES.get(part[0], "fact") if part[1:].isdigit() else "fact"


def _alike(one: str, other: str) -> NamedKind:
    kind = named(one)
    if kind in {"turn", "fact"}:
        raise UsageError(one, f"a {kind}", f"name {_FORMS}")
    if named(other) != kind:
        met = f"a {named(other)}, where {one} is a {kind}"
        raise UsageError(other, met, "name two of one kind")
    return kind


def _subject(archive: Archive, key: str) -> Subject:
    """Give the subject of a judgement on a person or a session."""
    if _NAME.fullmatch(key):
        return _fact(archive, key, raw=False)
    return next(_appearances(archive.person(key)))


def _fact(archive: Archive, key: str, *, raw: bool = True) -> Subject:
    found = _NAME.fullmatch(key)
    if found is None or found[2] is None:
        raise UsageError(key, "no fact", "a fact is named like `a4231deef9788138.s1.date`")
    return subject_of(archive.reading(found[1], raw=raw), found[2])


def _person(archive: Archive, key: str) -> str:
    """Give the person that a participant is; a person is named already."""
    found = _NAME.fullmatch(key)
    if found is None:
        return key
    person = archive.persons_of(found[1]).get(found[2])
    if person is None:
        raise UsageError(key, "no participant with a name", "name one who is named")
    return person


def _fellows(archive: Archive, key: str) -> Iterator[Subject]:
    """Yield the participants who are held to be the same person as one of them."""
    if not _NAME.fullmatch(key):
        raise UsageError(key, "a person alone", "name another, or a participant `….p1` of him")
    yield from _appearances(archive.person(_person(archive, key)))


def _fellow_tellings(archive: Archive, key: str) -> Iterator[Subject]:
    yield from _tellings(archive.session(key))


def _appearances(person: StoredPerson) -> Iterator[Subject]:
    for one in person.appearances:
        yield _of_participant(one.record.base, one.participant)


def _tellings(session: StoredSession) -> Iterator[Subject]:
    for one in session.tellings:
        yield _of_session(one.witness, one.session)


def _of_participant(witness: str, one: Participant) -> Subject:
    return Subject(
        kind="participant",
        witness=witness,
        value=one.name or "",
        office=one.office,
        of=one.of,
        spans=one.spans,
        id=one.id,
    )


def _of_session(witness: str, one: Session) -> Subject:
    return Subject(kind="session", witness=witness, value=one.name, spans=one.spans, id=one.id)


def _whole(witness: str) -> Subject:
    return Subject(kind="witness", witness=witness)
