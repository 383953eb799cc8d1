"""What the readers of authority files have in common: their values, dates and bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.errors import AuthorityError, PeriodError
from greffier.model import AuthorityFormat, KnownPerson, Period

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 500_000
"""Offices held that one file may bring: what is kept in memory while it is read is bounded."""
LONGEST = 1_000  # characters of a name or a title
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T[0-9:.+Z-]{1,30}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An office held, as printed.

    Args:
        person: the identifier of the person.
        title: of the office: `President of Kyrgyzstan`, or `President` where `of` says of what.
        of: the state, organisation or body that it is of, by name; None where nothing says.
        state: the code of the state that it belongs to, where the file gives one.
        period: when.
        place: in the file.
    """

    person: str
    title: str
    of: str | None
    state: str | None
    period: Period
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a file says: who held which office; persons without any are left out."""

    format: AuthorityFormat
    persons: tuple[KnownPerson, ...]
    posts: tuple[Post, ...]


def period(since: str, until: str, place: str) -> Period:
    """Give the time that two dates of a file say; an empty one is unknown.

    Raises:
        AuthorityError: a date that is none, or an end before the beginning.
    """
    try:
        return Period(_day(since), _day(until))
    except PeriodError as error:
        raise AuthorityError(place, f"{error.place}: {error.met}", error.wanted) from error


def _day(value: str) -> str | None:
    value = value.strip()
    found = _TIME.fullmatch(value)
    return found[1] if found else value or None


def names(given: Iterable[object], place: str) -> tuple[str, ...]:
    """Give names with white space made plain, each once, the empty ones left out.

    Raises:
        AuthorityError: one that is no text, or that no name is as long as.
    """
    found: dict[str, None] = {}
    for one in given:
        if one is None:
            continue
        if not isinstance(one, str) or len(one) > LONGEST:
            met = f"{one!r:.60}" if not isinstance(one, str) else f"{len(one)} characters"
            wanted = f"a name is text of at most {LONGEST} characters"
            raise AuthorityError(place, met, wanted)
        found[" ".join(one.split())] = None
    found.pop("", None)
    return tuple(found)


def bounded(posts: list[Post], place: str) -> None:
    """Refuse a file that says more than fits.

    Raises:
        AuthorityError: it does.
    """
    if len(posts) > MOST:
        raise AuthorityError(place, f"more than {MOST:,} offices held", "import it in parts")
