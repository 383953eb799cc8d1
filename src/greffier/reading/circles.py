"""Who meets: one state's own people, a few states, or an assembly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from greffier.model import Session
    from greffier.reading.cast import Cast
    from greffier.reading.page import Page

_PAIR = 2
_ASSEMBLY = 5  # states


@dataclass(frozen=True, slots=True)
class Circle:
    """Those who meet.

    Args:
        session: the session that they meet in.
        parties: the states and organisations among them, as far as they are known.
        is_between: whether states or organisations meet.
        is_assembly: whether so many do that each speaks for itself.
    """

    session: str | None
    parties: frozenset[str]
    is_between: bool
    is_assembly: bool

    def holds(self, page: Page, words: str) -> bool:
        """Say whether tagged words name nobody but those who meet, as far as they are known."""
        outside = page.language.instruments.outside
        if outside and rule(outside).search(words):
            return False
        if len(self.parties) < _PAIR or self.is_assembly:
            return True
        named = {
            entry.value
            for char in words
            for entry in page.tagger.symbols.entries(char)[:1]
            if entry.kind in {"state", "demonym", "org"}
        }
        return named <= self.parties


def circle_of(page: Page, cast: Cast, subject: Session | None) -> Circle:
    """Work out who meets, from the session and from whom its participants stand for."""
    known = page.tagger.lexicon
    standing = {one.of for one in cast.members if one.of}
    states = standing & known.states.keys()
    organisations = standing & known.organisations.keys()
    formats = subject.formats if subject else ()
    organisations |= set(subject.organisations) if subject else set()
    return Circle(
        session=subject.id if subject else None,
        parties=frozenset(states | organisations),
        is_between="bilateral" in formats or len(states) >= _PAIR or bool(organisations),
        is_assembly=len(states) >= _ASSEMBLY,
    )
