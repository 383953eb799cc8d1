"""A record: the published account that one or more witnesses carry, put together from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from greffier.model.reading import Reading, RecordHead

STATED: Final = ("title", "date", "place", "publisher")
"""What a record states of itself, as the fields of `Record` are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a record says of itself, and the witness whose reading has the words for it."""

    value: str
    witness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the witnesses of one record come to.

    Args:
        id: the name of its earliest witness in the archive; it stays when others come.
        witnesses: their names, in the order in which they were added.
        base: the one whose text stands for the record, chosen for `reasons`.
        reasons: why, one sentence each; empty where there was nothing to choose.
        title, date, place, publisher: what the base states, else what another witness does.
    """

    id: str
    witnesses: tuple[str, ...]
    base: str
    reasons: tuple[str, ...] = ()
    title: Stated | None = None
    date: Stated | None = None
    place: Stated | None = None
    publisher: Stated | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What puts two witnesses together, or apart.

    Args:
        one, other: their names.
        same: whether they carry one record.
        words: how many they have in common, where words are what binds them.
        judged: a person decided it.
    """

    one: str
    other: str
    same: bool
    words: int = 0
    judged: bool = False


def record_of(readings: Sequence[Reading], *, base: str, reasons: Iterable[str] = ()) -> Record:
    """Put a record together from the readings of its witnesses.

    A fact that only one witness states is the record's. Of several dates that agree the most exact
    one counts: `2020-12-02` rather than the base's `2020-12`.

    Args:
        readings: of every witness, in the order in which they were added.
        base: the name of the witness that stands for the record.
        reasons: why it does.
    """
    chosen = next(one for one in readings if one.witness.id == base)
    heads = [(one.record, one.witness.id) for one in (chosen, *readings)]
    return Record(
        id=readings[0].witness.id,
        witnesses=tuple(one.witness.id for one in readings),
        base=base,
        reasons=tuple(reasons),
        title=_first((head.title.text if head.title else None, key) for head, key in heads),
        date=_most_exact(heads),
        place=_first(
            (head.dateline_place.text if head.dateline_place else None, key) for head, key in heads
        ),
        publisher=_first(
            (head.publisher.text if head.publisher else None, key) for head, key in heads
        ),
    )


def _first(stated: Iterable[tuple[str | None, str]]) -> Stated | None:
    return next((Stated(value=value, witness=key) for value, key in stated if value), None)


def _most_exact(heads: Iterable[tuple[RecordHead, str]]) -> Stated | None:
    found: Stated | None = None
    for head, key in heads:
        if head.date is None:
            continue
        value = head.date.value
        if found is None or (value.startswith(found.value) and len(value) > len(found.value)):
            found = Stated(value=value, witness=key)
    return found
