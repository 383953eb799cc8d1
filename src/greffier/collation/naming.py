"""What tells two acts of one template apart: the numbers, dates and names in which they differ.

Nothing here knows a language. A number is what has digits, a month is what stands in a date where
months stand, and a name is what is written with a capital and never without one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from greffier.collation.anchors import Gap, gaps
from greffier.collation.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.collation.anchors import Block

NEAR: Final = 12  # words; a name that stands so near is only put otherwise
SHORT: Final = 6  # words; what is longer was written anew, not filled into a template
ALIKE: Final = 0.75  # two spellings of one name: Tokayev and Tokaev
_ENDED: Final = re.compile(r"[.!?:;…\n][\s\"'«»“”„‘’()\[\]*_–—-]{0,20}\Z|\A\W{0,20}\Z")
_DAY: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_YEAR: Final = re.compile(r"[12]\d{3}")
_BEFORE: Final = 24  # characters that are looked at to see whether a sentence begins


@dataclass(frozen=True, eq=False)
class Told:
    """A text with its words, and which of them are the record's own."""

    text: str
    found: Words
    own: NDArray[np.bool_]

    @classmethod
    def of(cls, text: str) -> Told:
        """Make one of a text that is the record's own from end to end, such as a title."""
        found = words(text)
        return cls(text, found, np.ones(len(found), np.bool_))

    @cached_property
    def before(self) -> NDArray[np.int64]:
        """How many of the record's own words stand before each word, and before the end."""
        return np.concatenate((np.zeros(1, np.int64), np.cumsum(self.own)))

    def has(self, word: str) -> bool:
        """Say whether a word stands in the text, written just so."""
        return word in self.text and word in self._spellings

    @cached_property
    def _spellings(self) -> frozenset[str]:
        """The words that it has as they are written."""
        return frozenset(map(self.word, range(len(self.found))))

    def places(self, first: int, stop: int) -> list[int]:
        """Give where the record's own words stand between two places."""
        return [at for at in range(first, stop) if self.own[at]]

    def word(self, at: int) -> str:
        """Give a word as it stands."""
        return self.text[int(self.found.starts[at]) : int(self.found.ends[at])]

    def printed(self, places: Iterable[int]) -> str:
        """Give some words as they stand, with one blank between them."""
        return " ".join(map(self.word, places))

    def opens(self, at: int) -> bool:
        """Say whether a word begins a sentence or a line, where anything has a capital."""
        start = int(self.found.starts[at])
        return _ENDED.search(self.text[max(0, start - _BEFORE) : start]) is not None


class Difference(NamedTuple):
    """Words in place of others: where they stand in each text, and why they tell them apart."""

    a: int
    b: int
    printed: str
    reason: Literal["number", "date", "name"]


def differences(a: Told, b: Told, found: Sequence[Block]) -> Iterator[Difference]:
    """Yield the numbers, dates and names in which two aligned texts differ."""
    for gap in gaps(found, Gap(0, len(a.found), 0, len(b.found))):
        if gap.a == gap.a_end or gap.b == gap.b_end:
            continue
        ours, theirs = a.places(gap.a, gap.a_end), b.places(gap.b, gap.b_end)
        if not ours or not theirs or max(len(ours), len(theirs)) > SHORT:
            continue
        reason = _reason(_Words(a, b, ours, theirs), _Words(b, a, theirs, ours))
        if reason:
            printed = f"{a.printed(ours)} / {b.printed(theirs)}"
            yield Difference(gap.a, gap.b, printed, reason)


class _Words(NamedTuple):
    """Some words of a text that stand where the other text has others."""

    here: Told
    there: Told
    places: list[int]
    others: list[int]

    def number(self) -> str:
        """Give the digits among them."""
        return "".join(filter(str.isdigit, self.here.printed(self.places)))

    def month(self) -> bool:
        """Say whether it is one word that stands in a date as a month does.

        Between a day and a year, or before both; without a year only where it has a capital, since
        `12 people` and `12 persons` are no dates.
        """
        if len(self.places) != 1:
            return False
        before, word, after, last = (
            self.here.word(at) if 0 <= at < len(self.here.found) else ""
            for at in range(self.places[0] - 1, self.places[0] + 3)
        )
        if (_is_day(before) and _is_year(after)) or (_is_day(after) and _is_year(last)):
            return True
        return word[:1].isupper() and (_is_day(before) or _is_day(after))

    def name(self) -> bool:
        """Say whether they name something that the other text does not name thereabouts."""
        return any(map(self._is_name, self.places))

    def _is_name(self, at: int) -> bool:
        word = self.here.word(at)
        if len(word) == 1 or not word[:1].isupper() or self.here.opens(at):
            return False
        near = slice(max(0, self.others[0] - NEAR), self.others[-1] + NEAR)
        if (self.there.found.keys[near] == self.here.found.keys[at]).any():
            return False
        # A word that also stands without a capital is no name.
        plain = word.lower()
        return not (self.here.has(plain) or self.there.has(plain))


def _is_day(word: str) -> bool:
    return _DAY.fullmatch(word) is not None


def _is_year(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None


def _reason(a: _Words, b: _Words) -> Literal["number", "date", "name"] | None:
    if a.number() and b.number():
        return "number" if a.number() != b.number() else None
    if _alike(a.here.printed(a.places), b.here.printed(b.places)):
        return None
    if a.month() and b.month():
        return "date"
    return "name" if a.name() and b.name() else None


def _alike(a: str, b: str) -> bool:
    """Say whether two ways of writing are of the same words, one of them with more about it."""
    left, right = a.casefold().split(), b.casefold().split()
    if _similar("".join(left), "".join(right)):
        return True
    fewer, more = sorted((left, right), key=len)
    return all(any(_similar(one, other) for other in more) for one in fewer)


def _similar(a: str, b: str) -> bool:
    return Indel.normalized_similarity(a, b) >= ALIKE
