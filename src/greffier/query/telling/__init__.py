"""A session as its records tell of it: what all say, and what they say differently, side by side.

Where records differ nothing is decided: each value stands with whoever says it, and the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.authority import fold
from greffier.model import facts
from greffier.query.telling.attendance import attendance_of
from greffier.query.telling.fields import chair_of, fields_of
from greffier.query.telling.values import (
    Adopted,
    Agreement,
    Attendance,
    Field,
    Part,
    Said,
    Told,
    View,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from greffier.archive.stored import StoredSession, StoredTelling
    from greffier.model import Instrument, Reading

__all__ = [
    "Adopted",
    "Agreement",
    "Attendance",
    "Field",
    "Part",
    "Said",
    "Told",
    "by_kind",
    "told",
]


def told(session: StoredSession, reading: Callable[[str], Reading], *, most: int = 12) -> Told:
    """Put what is told of a session side by side.

    Args:
        session: with its tellings.
        reading: gives the reading of a witness.
        most: compare no more tellings than so many. Of a record its base counts: its witnesses are
            compared word by word elsewhere.
    """
    ordered = _told_once(session.tellings)
    tellings = tuple(ordered[:most])
    known = {one.witness: reading(one.witness) for one in tellings}
    by_id = [{fact.id: fact for fact in facts(known[one.witness])} for one in tellings]
    texts = [known[one.witness].witness.text for one in tellings]
    views = [View(n, *one) for n, one in enumerate(zip(tellings, by_id, texts, strict=True), 1)]
    attendance = attendance_of(views)
    return Told(
        tellings=tellings,
        left_out=len(ordered) - len(tellings),
        fields=(*fields_of(views), *chair_of(views, attendance)),
        attendance=attendance,
        adopted=tuple(_adopted(views, known)),
    )


def _told_once(tellings: Iterable[StoredTelling]) -> list[StoredTelling]:
    """Leave out the other witnesses of a record whose base tells of the session."""
    found = list(tellings)
    based = {one.record.id for one in found if one.base}
    return [one for one in found if one.base or one.record.id not in based]


def _adopted(views: Sequence[View], known: Mapping[str, Reading]) -> Iterator[Adopted]:
    found: dict[Hashable, list[tuple[Instrument, Said]]] = {}
    for view in views:
        session = view.telling.session
        reading = known[view.telling.witness]
        for n, one in reading.numbered("i", reading.instruments):
            if one.session == session.id or (one.session is None and session.subject):
                said = view.said(view.facts[f"i{n}"], one.action)
                found.setdefault((one.kind, fold(one.title)), []).append((one, said))
    for some in found.values():
        every = tuple(one for _, one in some)
        agreement: Agreement = "alone" if len({one.telling for one in every}) == 1 else "alike"
        if len({one.value for one in every}) > 1:
            agreement = "differ"
        yield Adopted(instrument=some[0][0], said=every, agreement=agreement)


def by_kind(tellings: Iterable[StoredTelling]) -> tuple[tuple[str, tuple[StoredTelling, ...]], ...]:
    """Give tellings by the kind of their record, in their order."""
    found: dict[str, list[StoredTelling]] = {}
    for one in tellings:
        found.setdefault(one.record.kind, []).append(one)
    return tuple((kind, tuple(some)) for kind, some in found.items())
