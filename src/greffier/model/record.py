"""A record: the published account that one or more witnesses carry, put together from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from greffier.model.reading import Reading, Text

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
    told = (chosen, *readings)  # what several state, the base is asked for first
    return Record(
        id=readings[0].witness.id,
        witnesses=tuple(one.witness.id for one in readings),
        base=base,
        reasons=tuple(reasons),
        title=_first((_words(one.record.title), one) for one in told),
        date=_most_exact(told),
        place=_first((_words(one.record.dateline_place), one) for one in told),
        publisher=_first((one.publisher, one) for one in told),
    )


def _words(text: Text | None) -> str | None:
    return text.text if text else None


def _first(stated: Iterable[tuple[str | None, Reading]]) -> Stated | None:
    found = (Stated(value=value, witness=one.witness.id) for value, one in stated if value)
    return next(found, None)


def _most_exact(readings: Iterable[Reading]) -> Stated | None:
    found: Stated | None = None
    for one in readings:
        value = one.record.date.value if one.record.date else ""
        if value and (found is None or _is_exacter(value, found.value)):
            found = Stated(value=value, witness=one.witness.id)
    return found


def _is_exacter(value: str, other: str) -> bool:
    return value.startswith(other) and len(value) > len(other)
