"""Who took part in a session, each once, as every record has him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.authority import fold
from greffier.query.telling.values import Agreement, Attendance, Part

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from greffier.archive.stored import StoredParticipant
    from greffier.query.telling.values import View


def attendance_of(views: Sequence[View]) -> tuple[Attendance, ...]:
    """Give who took part, the chair first, then in the order in which the tellings name them."""
    parts: dict[Hashable, list[Part]] = {}
    naming = [view for view in views if view.telling.participants]
    for view in naming:
        for one in view.telling.participants:
            fact = view.facts.get(one.participant.id)
            part = Part(telling=view.n, taken=one, spans=fact.spans if fact else ())
            parts.setdefault(_who(one), []).append(part)
    _seat(parts)
    every = {view.n for view in naming}
    found = (_attended(some, every) for some in parts.values())
    return tuple(sorted(found, key=lambda one: not _chairs(one)))


def _who(one: StoredParticipant) -> Hashable:
    """Give whom a participant is taken for: the person, else the name, else what he holds."""
    who = one.participant
    if one.person is not None or who.name:
        return one.person or fold(who.name or "")
    return who.office, who.of, who.acting


def _seat(parts: dict[Hashable, list[Part]]) -> None:
    """Put one whom a telling has by his office alone to whom others name in that office."""
    for key in [key for key in parts if isinstance(key, tuple)]:
        holders = [
            other
            for other, some in parts.items()
            if not isinstance(other, tuple) and any(_held(part) == key for part in some)
        ]
        if len(holders) == 1 and key[0] and key[1]:
            parts[holders[0]].extend(parts.pop(key))


def _held(part: Part) -> Hashable:
    who = part.taken.participant
    return who.office, who.of, who.acting


def _attended(parts: Sequence[Part], every: set[int]) -> Attendance:
    ordered = tuple(sorted(parts, key=lambda part: part.telling))
    names = [part.taken.participant.name for part in ordered if part.taken.participant.name]
    return Attendance(
        person=next((part.taken.person for part in ordered if part.taken.person), None),
        name=max(names, key=lambda name: (len(name), name)) if names else None,
        parts=ordered,
        agreement=_alike(ordered),
        silent=tuple(sorted(every - {part.telling for part in ordered})),
    )


def _alike(parts: Sequence[Part]) -> Agreement:
    """Say whether those who name somebody give him one capacity; what is not told differs not."""
    if len(parts) == 1:
        return "alone"
    who = [part.taken.participant for part in parts]
    told_of = (
        {one.office for one in who if one.office},
        {one.of for one in who if one.of},
        {one.acting for one in who if one.office},
        {one.mode for one in who if one.mode != "unknown"},
        {one.role for one in who if one.role != "participant"},
    )
    return "differ" if any(len(some) > 1 for some in told_of) else "alike"


def _chairs(one: Attendance) -> bool:
    return any(part.taken.participant.role == "chair" for part in one.parts)
