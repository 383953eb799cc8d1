"""What records say of a session field by field, and whether they say the same."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from greffier.archive.days import days
from greffier.authority import fold
from greffier.model import capacity
from greffier.query.telling.values import Agreement, Field, Said

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from greffier.query.telling.values import Attendance, Part, View

_FIELDS = ("organisations", "body", "status", "date", "venue", "mode", "formats")
_LABELS = {"name": "Called"}


def fields_of(views: Sequence[View]) -> Iterator[Field]:
    """Yield what is told of a session, each value with those who say it."""
    for field in ("name", *_FIELDS):
        said = [one for view in views if (one := _said(view, field))]
        if not said:
            continue
        values: dict[Hashable, list[Said]] = {}
        for one in said:
            values.setdefault(_plain(field, one.value), []).append(one)
        speaking = {one.telling for one in said}
        yield Field(
            field=field,
            label=_LABELS.get(field, field.capitalize()),
            agreement=_agreement(field, said, len(values)),
            values=tuple((some[0].value, tuple(some)) for some in values.values()),
            silent=tuple(view.n for view in views if view.n not in speaking),
        )


def chair_of(views: Sequence[View], attendance: Iterable[Attendance]) -> Iterator[Field]:
    """Yield who chaired, by those that say so: one person is one value, whatever he is called."""
    values: list[tuple[str, tuple[Said, ...]]] = []
    for one in attendance:
        parts = [part for part in one.parts if part.taken.participant.role == "chair"]
        said = tuple(_said_of(views[part.telling - 1], part) for part in parts)
        if said:
            values.append((one.name or said[0].value, said))
    by = {view.n: [n for n, (_, said) in enumerate(values) if _says(view, said)] for view in views}
    chairs = [some for some in by.values() if some]
    if chairs:
        alike: Agreement = "alike" if all(some == chairs[0] for some in chairs) else "differ"
        yield Field(
            field="chair",
            label="Chair",
            agreement="alone" if len(chairs) == 1 else alike,
            values=tuple(values),
            silent=tuple(n for n, some in by.items() if not some),
        )


def _said_of(view: View, part: Part) -> Said:
    """Give what a telling says of who chaired: the words for the role, else for the person."""
    who = part.taken.participant
    role, whole = view.facts.get(f"{who.id}.role"), view.facts[who.id]
    fact = role if role and role.spans else whole
    return view.said(fact, capacity(who))


def _says(view: View, said: Iterable[Said]) -> bool:
    return any(one.telling == view.n for one in said)


def _said(view: View, field: str) -> Said | None:
    key = view.telling.session.id
    fact = view.facts.get(key if field == "name" else f"{key}.{field}")
    if fact is None:
        return None
    date = view.telling.session.date
    return view.said(fact, date.value if field == "date" and date else None)


def _plain(field: str, value: str) -> Hashable:
    """Give a value as it is compared: the order of formats, and of organisations, says nothing."""
    if field in {"formats", "organisations"}:
        return frozenset(value.split(", "))
    return fold(value)


def _agreement(field: str, said: Sequence[Said], values: int) -> Agreement:
    if len(said) == 1:
        return "alone"
    told_so = [one.value for one in said]
    return "alike" if values == 1 or _AGREE.get(field, _never)(told_so) else "differ"


def _called(_: Sequence[str]) -> bool:
    """Every record has its own name for a session."""
    return True


def _never(_: Sequence[str]) -> bool:
    return False


def _announced(values: Sequence[str]) -> bool:
    """What is held was planned before."""
    return set(values) == {"planned", "held"}


def _one_day(values: Sequence[str]) -> bool:
    """One is more exact than another."""
    every = [days(value) for value in values]
    return max(one[0] for one in every) <= min(one[1] for one in every)


def _one_place(values: Sequence[str]) -> bool:
    """One says more exactly where: `Moscow`, and `Moscow, Kremlin`."""
    return bool(set.intersection(*({fold(part) for part in one.split(",")} for one in values)))


def _one_more(values: Sequence[str]) -> bool:
    """One says more than another, and none anything else."""
    parts = sorted((set(one.split(", ")) for one in values), key=len)
    return all(fewer <= more for fewer, more in pairwise(parts))


_AGREE: Final[dict[str, Callable[[Sequence[str]], bool]]] = {
    "name": _called,
    "status": _announced,
    "date": _one_day,
    "venue": _one_place,
    "formats": _one_more,
}
