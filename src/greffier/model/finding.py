"""The subject of a judgement found again in a reading, however that reading numbers its facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from greffier.errors import UsageError
from greffier.model.facts import facts
from greffier.model.judgement import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from greffier.model.facts import Fact
    from greffier.model.reading import Participant, Reading
    from greffier.model.span import Span

_WORDS = 200  # code points that are kept of the words
_BASIS = re.compile(r" \((?:resolved|inferred)\)\Z")  # how a date is known is no part of it


def subject_of(reading: Reading, fact: str) -> Subject:
    """Give a fact of a reading as a judgement names it.

    Raises:
        UsageError: the reading has no fact of this name.
    """
    found = {one.id: one for one in facts(reading)}
    if fact not in found:
        witness = reading.witness.id
        place = f"{witness}.{fact}"
        raise UsageError(place, "nothing has this name", f"see `greffier show {witness}`")
    one = found[fact]
    spans = _support(one, found)
    return Subject(
        kind=one.kind,
        witness=reading.witness.id,
        field=_field(one),
        spans=spans,
        words=_words(reading, spans),
        id=fact,
        **_value(reading, one),
    )


def find(reading: Reading, subject: Subject) -> str | None:
    """Give what a reading calls the subject of a judgement; None where it has no such fact.

    It is the fact of the same kind and value that rests on the same words. A session, a participant
    or a value without words may also be the only one of that value; a session or a turn whose value
    is read otherwise now is known by its words, if those are of no other.
    """
    every = {one.id: one for one in facts(reading)}
    alike = [
        one for one in every.values() if one.kind == subject.kind and _field(one) == subject.field
    ]
    same = _nearest(reading, [one for one in alike if _has_value(reading, one, subject)], subject)
    rated = [(_rate(reading, _support(one, every), subject), one.id) for one in same]
    best = max(rated, key=lambda one: one[0], default=None)
    if best is not None and best[0] > (0, False):
        return best[1]
    whole = not subject.field and subject.kind in {"session", "participant"}
    if len(same) == 1 and (whole or not subject.spans):
        return same[0].id
    if not same and not subject.field and subject.kind in {"session", "turn"}:
        touched = [one.id for one in alike if _shared(one.spans, subject.spans)]
        return touched[0] if len(touched) == 1 else None
    return None


def _field(fact: Fact) -> str:
    return fact.id.partition(".")[2]


def _support(fact: Fact, found: dict[str, Fact]) -> tuple[Span, ...]:
    """Give the words of a fact, else of the whole that it is a field of."""
    owner = found.get(fact.id.partition(".")[0])
    return fact.spans or (owner.spans if owner else ())


def _words(reading: Reading, spans: Sequence[Span]) -> str:
    return spans[0].cut(reading.witness.text)[:_WORDS] if spans else ""


def _value(reading: Reading, fact: Fact) -> dict[str, Any]:
    person = _participant(reading, fact)
    if person is None:
        return {"value": _BASIS.sub("", fact.value)}
    return {"value": person.name or "", "office": person.office, "of": person.of}


def _participant(reading: Reading, fact: Fact) -> Participant | None:
    """Give the participant that a fact is the whole of."""
    whole = fact.kind == "participant" and not _field(fact)
    return reading.participant(fact.id) if whole else None


def _has_value(reading: Reading, fact: Fact, subject: Subject) -> bool:
    person = _participant(reading, fact)
    if person is None:
        return _folded(_BASIS.sub("", fact.value)) == _folded(subject.value)
    if subject.value:
        return _folded(person.name or "") == _folded(subject.value)
    return not person.name and (person.office, person.of) == (subject.office, subject.of)


def _nearest(reading: Reading, same: list[Fact], subject: Subject) -> list[Fact]:
    """Of participants of one name, leave those in the office that was judged, if there are any."""
    exact = [
        one
        for one in same
        if (person := _participant(reading, one))
        and (person.office, person.of) == (subject.office, subject.of)
    ]
    return exact or same


def _rate(reading: Reading, spans: tuple[Span, ...], subject: Subject) -> tuple[int, bool]:
    """Say how much of the words of a subject a fact rests on, and whether they read the same."""
    same = bool(subject.words) and _words(reading, spans) == subject.words
    return _shared(spans, subject.spans), same


def _shared(some: Iterable[Span], others: Sequence[Span]) -> int:
    """Count the code points that are in both."""
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in some
        for other in others
    )


def _folded(value: str) -> str:
    return " ".join(value.casefold().split())
