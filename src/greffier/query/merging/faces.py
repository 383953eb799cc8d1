"""What of a telling shows which session it is of, in a form that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from greffier.authority import find_bodies, find_organisation, find_state, fold
from greffier.model import RecordKind, SessionFormat, SessionMode, SessionStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive.settlement import Telling
    from greffier.model import Known

# A date that leaves more days open than this is a month or a year: it does not show which session.
PRECISE: Final = 10
# Of a word that is inflected these first letters stay: `заседание`, `заседания`.
_STEM: Final = 5
_SHORTEST: Final = 4
_LONGEST: Final = 60  # words of a name; what is longer is a sentence that began as one
# A meeting of so few is one of these persons, and not one of others.
_FEW: Final = 3
_MANY: Final = 60  # of a long list the first names say enough
_WORD: Final = re.compile(r"[^\W_]+")
# What is said to the press after a session is an occasion of its own.
_PRESS: Final = re.compile(
    r"\bpress (?:conference|statement|briefing|remark|availabilit)|\bnews conference|\bbriefing"
    r"|\bstatements? (?:following|after)\b|\bпресс-конференци|\bдля прессы|\bбрифинг"
)
# Words that stand in the name of any session, whichever it is.
_EMPTY: Final = frozenset(("with", "from", "that", "this", "their", "after", "over", "into"))


Name = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What of a telling is compared with other tellings; equal ones are told apart by nothing.

    Args:
        body: the name of the body, folded; empty where none is told.
        named: the body with its organisations, for people.
        summit: whether it is called a summit and its body is not told.
        summit_body: the body, folded, that meets when the organisation's summit meets.
        states: those of whose representatives it is told.
        parties: those that met, where it was a meeting or a call of two or three parties.
        heads: who is named first of each party; of nobody in a list, which leaves out who presided.
        names: the names of all who took part, each as its words, where no organisation met.
        few: whether they are so few that no others took part.
        stems: the beginnings of the words by which the session is called.
    """

    organisations: frozenset[str]
    body: str
    named: str
    summit: bool
    summit_body: str
    days: tuple[int, int] | None
    subject: bool
    kind: RecordKind
    language: str
    status: SessionStatus
    mode: SessionMode
    formats: frozenset[SessionFormat]
    by_phone: bool
    press: bool
    venue: frozenset[str]
    states: frozenset[str]
    parties: frozenset[str]
    heads: tuple[tuple[str, Name], ...]
    names: frozenset[Name]
    few: bool
    words: tuple[str, ...]
    stems: frozenset[str]

    @property
    def is_precise(self) -> bool:
        """Whether its date shows the day, or the few days, on which it met."""
        return is_precise(self.days)


def face(telling: Telling, known: Known) -> Face:
    """Give what of a telling is compared."""
    organisations = frozenset(telling.organisations)
    called = telling.name.casefold().replace("ё", "е")
    # Who took part tells meetings apart that no organisation holds; a body meets whoever comes.
    present = () if organisations else telling.present[:_MANY]
    names = frozenset(_name(one.name) for one in present if one.name)
    words = tuple(_WORD.findall(called)[:_LONGEST])
    states = frozenset(_states(telling, known))
    of_parties = not organisations and (telling.by_phone or "bilateral" in telling.formats)
    return Face(
        organisations=organisations,
        body=_body(telling, known),
        named=_named(telling),
        summit=bool(organisations) and telling.body is None and words[-1:] == ("summit",),
        summit_body=_summit_body(telling, known),
        days=telling.days,
        subject=telling.subject,
        kind=telling.kind,
        language=telling.language,
        status=telling.status,
        mode=telling.mode,
        formats=frozenset(telling.formats),
        by_phone=telling.by_phone,
        press=bool(_PRESS.search(called)),
        venue=frozenset(fold(one) for one in (telling.venue or "").split(",") if one.strip()),
        states=states,
        parties=states if of_parties else frozenset(),
        heads=_heads(telling, known) if of_parties else (),
        names=names,
        few=1 < len(names) <= _FEW,
        words=words,
        stems=frozenset(_stems(words)),
    )


def is_precise(days: tuple[int, int] | None) -> bool:
    """Say whether a date shows the day, or the few days, on which a session met."""
    return days is not None and days_of(days) <= PRECISE


@lru_cache(maxsize=65_536)
def days_of(days: tuple[int, int]) -> int:
    """Give how many days, one after another, a stretch of them has."""
    return (_date(days[1]) - _date(days[0])).days + 1


def each_day(days: tuple[int, int]) -> Iterator[int]:
    """Yield the days of a stretch that is not long."""
    first, last = _date(days[0]), _date(days[1])
    while first <= last:
        yield (first.year * 100 + first.month) * 100 + first.day
        first += timedelta(days=1)


def days_between(earlier: int, later: int) -> int:
    """Give how many days lie between two days, given as numbers."""
    return (_date(later) - _date(earlier)).days


def days_before(day: int, count: int) -> int:
    """Give the day, as a number, so many days before another."""
    earlier = _date(day) - timedelta(days=count)
    return (earlier.year * 100 + earlier.month) * 100 + earlier.day


def told_day(days: tuple[int, int]) -> str:
    """Give a day, or a stretch of them, as ISO 8601."""
    first, last = (f"{n // 10_000:04}-{n // 100 % 100:02}-{n % 100:02}" for n in days)
    return first if first == last else f"{first}/{last}"


def _date(number: int) -> date:
    """Give a number as a date; the 31st of a shorter month, by which months end, is its last."""
    year, month, day = number // 10_000, number // 100 % 100, number % 100
    for last in (day, 30, 29, 28):
        try:
            return date(year, month, min(day, last))
        except ValueError:
            continue
    return date(year, 12, 31)


def _states(telling: Telling, known: Known) -> Iterator[str]:
    for name in {one.of for one in telling.present if one.of}:
        if state := find_state(known, name):
            yield state.name


def _body(telling: Telling, known: Known) -> str:
    if telling.body is None:
        return ""
    for organisation in telling.organisations:
        if bodies := find_bodies(known, telling.body, of=organisation):
            return fold(bodies[0].name)
    return fold(telling.body)


def _named(telling: Telling) -> str:
    told = " and ".join(telling.organisations)
    return f"{told} {telling.body}".strip() if telling.body else told


def _summit_body(telling: Telling, known: Known) -> str:
    if len(telling.organisations) != 1:
        return ""
    found = find_organisation(known, telling.organisations[0])
    return fold(found.summit.name) if found and found.summit else ""


def _heads(telling: Telling, known: Known) -> tuple[tuple[str, Name], ...]:
    found: dict[str, Name] = {}
    for one in telling.present if telling.kind != "participants" else ():
        state = find_state(known, one.of) if one.of and one.name else None
        if state and one.name:
            found.setdefault(state.name, _name(one.name))
    return tuple(sorted(found.items(), key=lambda head: head[0]))


@lru_cache(maxsize=65_536)
def _name(printed: str) -> Name:
    return frozenset(_WORD.findall(printed.casefold().replace("ё", "е")))


def _stems(words: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        if len(word) >= _SHORTEST and word not in _EMPTY and not word.isdigit():
            yield word[:_STEM]
