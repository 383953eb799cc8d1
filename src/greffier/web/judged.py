"""What the pages say of judgements: those that apply to a record, and what one can be made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.errors import UsageError
from greffier.model import Application, facts, find
from greffier.query.judgements import NamedKind, named
from greffier.web import addresses as address

if TYPE_CHECKING:
    from greffier.archive.protocol import Archive
    from greffier.archive.stored import StoredSession
    from greffier.model import Fact, Reading

_PART = re.compile(r"([0-9a-f]{16})\.(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something that can be judged.

    Args:
        name: as the archive names it, and `kind` what it is the name of.
        told: what it says, in one line.
        words: those that support it, as printed; a few of them.
        where: the address of the page that shows it.
        speakers: those to whom a turn can be given: name and words.
    """

    name: str
    kind: NamedKind
    told: str
    where: str
    words: tuple[str, ...] = ()
    speakers: tuple[tuple[str, str], ...] = ()


def thing_of(archive: Archive, key: str) -> Thing:
    """Give what a name is the name of, for the page on which it is judged.

    Raises:
        UsageError: nothing has this name.
    """
    kind = named(key)
    part = _PART.fullmatch(key)
    if kind == "record":
        record = archive.record(key)
        told = record.title or record.name
        return Thing(name=key, kind=kind, told=told, where=address.record(key))
    if part is None:
        person = archive.person(key)
        where = address.person(person.id)
        return Thing(name=person.id, kind=kind, told=person.name, where=where)
    return _of_fact(archive.reading(part[1]), part[2], kind)


def by_fact(applied: tuple[Application, ...]) -> dict[str, list[Application]]:
    """Give the judgements on a reading by the fact that each is about, the latest last."""
    found: dict[str, list[Application]] = {}
    for one in applied:
        if one.fact is not None:
            found.setdefault(one.fact, []).append(one)
    return found


def on_session(archive: Archive, session: StoredSession) -> tuple[tuple[str, Application], ...]:
    """Give the judgements that apply to a session: each with the witness whose facts it is about.

    They are those on what its records tell of it and of who took part, and those that say which
    tellings are of it.
    """
    parts = {one.id for one in session.tellings}
    parts |= {who.id for one in session.tellings for who in one.participants}
    witnesses = dict.fromkeys(one.witness for one in session.tellings)
    return (
        *(
            (witness, one)
            for witness in witnesses
            for one in archive.applications(witness)
            if one.fact and f"{witness}.{one.fact.partition('.')[0]}" in parts
        ),
        *(
            (one.judgement.subject.witness, Application(judged=one, fact=fact))
            for one in archive.judgements()
            if one.undone is None and one.judgement.about == "session"
            for subject in (one.judgement.subject, *one.judgement.others)
            if (fact := find(archive.reading(subject.witness), subject))
            and f"{subject.witness}.{fact}" in parts
        ),
    )


def _of_fact(reading: Reading, part: str, kind: NamedKind) -> Thing:
    witness = reading.witness
    fact = next((one for one in facts(reading) if one.id == part), None)
    name = f"{witness.id}.{part}"
    if fact is None:
        raise UsageError(name, "nothing has this name", "start from the page of the record")
    told = f"{fact.label}: {fact.value}"
    speakers = _speakers(reading) if kind == "turn" else ()
    words = tuple(span.cut(witness.text)[:300] for span in fact.spans[:3])
    where = address.session(name) if kind == "session" else address.fact(witness.id, part)
    return Thing(name=name, kind=kind, told=told, where=where, words=words, speakers=speakers)


def _speakers(reading: Reading) -> tuple[tuple[str, str], ...]:
    by_id: dict[str, Fact] = {one.id: one for one in facts(reading)}
    return tuple(
        (f"{reading.witness.id}.{one.id}", by_id[one.id].value) for one in reading.participants
    )
