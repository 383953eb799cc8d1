"""Judgements applied over a reading: another value comes out, the reading stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from greffier.model.facts import facts
from greffier.model.finding import find
from greffier.model.judgement import Judged
from greffier.model.reading import Evidence, Participant, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from _typeshed import DataclassInstance

    from greffier.model.judgement import Subject
    from greffier.model.reading import (
        RecordHead,
        Session,
        Turn,
    )

_Fact = TypeVar("_Fact")
_Owner = TypeVar("_Owner", "Session", "Participant")
_Any = TypeVar("_Any", bound="DataclassInstance")
_RULE = "judgement"
# What a field says once nobody knows it any more.
_OF_HEAD: dict[str, Any] = {
    "kind": "other",
    "title": None,
    "date": None,
    "place": None,
    "publisher": None,
}
_OF_SESSION: dict[str, Any] = {
    "organisations": (),
    "body": None,
    "status": "unknown",
    "date": None,
    "venue": None,
    "mode": "unknown",
    "formats": (),
}
_OF_PARTICIPANT: dict[str, Any] = {
    "name": None,
    "office": None,
    "of": None,
    "acting": False,
    "role": "participant",
    "mode": "unknown",
}
_LETTERS = {
    "i": "instruments",
    "c": "chairmanships",
    "q": "quotations",
    "m": "mentions",
    "g": "glosses",
    "r": "remarks",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A judgement, and the fact of a reading that it is about.

    Args:
        fact: as the reading, before any judgement, calls it: `s1.date`; None where the judgement
            finds nothing there to apply to.
    """

    judged: Judged
    fact: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedReading(Reading):
    """A reading with judgements applied; what was not judged keeps its address.

    Args:
        left_out: the addresses of the facts that were rejected whole, such as `i1`.
    """

    left_out: frozenset[str] = frozenset()

    def numbered(self, letter: str, facts: Iterable[_Fact]) -> Iterator[tuple[int, _Fact]]:
        """Yield facts with the numbers that they had before others were left out."""
        number = 0
        for one in facts:
            number += 1
            while f"{letter}{number}" in self.left_out:
                number += 1
            yield number, one

    @property
    def bare(self) -> Reading:
        """The same as a reading, in the form that readings have."""
        return Reading(**{one.name: getattr(self, one.name) for one in fields(Reading)})


def applications(reading: Reading, log: Iterable[Judged]) -> tuple[Application, ...]:
    """Say to what of a reading each judgement on its facts applies; those undone are passed over.

    Args:
        reading: as it was read, without any judgement.
        log: judgements, the earliest first; those about other witnesses are passed over.
    """
    return tuple(
        Application(judged=one, fact=find(reading, one.judgement.subject))
        for one in log
        if one.undone is None
        and one.judgement.about == "fact"
        and one.judgement.subject.witness == reading.witness.id
    )


def applied(reading: Reading, log: Iterable[Judged]) -> Reading:
    """Give a reading as it is once judgements on its facts have been applied.

    Of two on one fact the later counts. A fact that is rejected is left out, a field says that it
    is not known; what pointed at it points at nothing. Nothing else changes, addresses neither.
    """
    rejected: dict[str, bool] = {}
    given: dict[str, Subject | None] = {}
    for one in applications(reading, log):
        judgement = one.judged.judgement
        if one.fact is None:
            continue
        if judgement.kind == "reassign":
            given[one.fact] = judgement.others[0] if judgement.others else None
        else:
            rejected[one.fact] = judgement.kind == "reject"
    gone = frozenset(fact for fact, out in rejected.items() if out)
    if not gone and not given:
        return reading
    return _without(_reassigned(reading, given), gone)


def _reassigned(reading: Reading, given: dict[str, Subject | None]) -> Reading:
    """Give turns to those who are judged to have taken them."""
    for turn in reading.turns:
        if (key := f"t{turn.n}") not in given:
            continue
        to = given[key]
        speaker = find(reading, to) if to else None
        if to and speaker is None:
            reading, speaker = _joined_by(reading, to, turn)
        mine = replace(turn, participant=speaker, rule=", ".join(filter(None, (turn.rule, _RULE))))
        turns = tuple(mine if one.n == turn.n else one for one in reading.turns)
        reading = replace(reading, turns=turns)
    return reading


def _joined_by(reading: Reading, who: Subject, turn: Turn) -> tuple[Reading, str]:
    """Let somebody take part whom the reading does not have; the words are those of his turn."""
    taken = {one.id for one in reading.participants}
    n = next(n for n in range(1, len(taken) + 2) if f"p{n}" not in taken)
    one = Participant(
        id=f"p{n}",
        name=who.value or None,
        office=who.office,
        of=who.of,
        acting=False,
        role="participant",
        session=turn.session,
        spans=(turn.label_span,),
        evidence=(Evidence(field="name", span=turn.label_span, rule=_RULE),),
    )
    return replace(reading, participants=(*reading.participants, one)), one.id


def _without(reading: Reading, gone: frozenset[str]) -> Reading:
    """Give a reading without some facts and fields of facts."""
    if not gone:
        return reading
    there = {one.id for one in facts(reading)} - gone
    values: dict[str, Any] = {one.name: getattr(reading, one.name) for one in fields(Reading)}
    values["record"] = _head(reading.record, gone)
    values["sessions"] = tuple(
        _unset(one, _OF_SESSION, gone) for one in reading.sessions if one.id in there
    )
    values["participants"] = tuple(
        _loose(_unset(one, _OF_PARTICIPANT, gone), there)
        for one in reading.participants
        if one.id in there
    )
    values["turns"] = tuple(_loose(one, there) for one in reading.turns if f"t{one.n}" in there)
    for letter, name in _LETTERS.items():
        values[name] = tuple(
            _loose(_undated(one, f"{letter}{n}", gone), there)
            for n, one in reading.numbered(letter, values[name])
            if f"{letter}{n}" in there
        )
    return AppliedReading(**values, left_out=frozenset(one for one in gone if "." not in one))


def _head(head: RecordHead, gone: frozenset[str]) -> RecordHead:
    empty = {name: value for name, value in _OF_HEAD.items() if f"record.{name}" in gone}
    if "place" in empty:
        empty["dateline_place"] = empty.pop("place")
    if "kind" in empty:
        empty["kind_rule"] = _RULE
    return replace(head, **empty)


def _unset(owner: _Owner, empty: dict[str, Any], gone: frozenset[str]) -> _Owner:
    """Give a fact without those of its fields that were rejected, and without their evidence."""
    out = {name: value for name, value in empty.items() if f"{owner.id}.{name}" in gone}
    kept = tuple(one for one in owner.evidence if one.field not in out)
    return replace(owner, **out, evidence=kept) if out else owner


def _undated(fact: _Any, key: str, gone: frozenset[str]) -> _Any:
    """Give an instrument or chairmanship without its date, if that was rejected."""
    out: dict[str, Any] = {"date": None}
    return replace(fact, **out) if f"{key}.date" in gone else fact


def _loose(fact: _Any, there: set[str]) -> _Any:
    """Give a fact without what points at a session, participant or turn that is left out."""
    out: dict[str, Any] = {}
    for name in ("session", "participant"):
        if (value := getattr(fact, name, None)) is not None and value not in there:
            out[name] = None
    if (turn := getattr(fact, "continues", None)) is not None and f"t{turn}" not in there:
        out["continues"] = None
    return replace(fact, **out) if out else fact
