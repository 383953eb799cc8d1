"""What tells two acts of one template apart: the numbers, dates and names in which they differ.

Nothing here knows a language. A number is what has digits, and the word beside one (`12 May`,
`Decision No. 7`); a name is what is written with a capital and never without one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from rapidfuzz.distance import Indel

from greffier.collation.anchors import Gap, gaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from greffier.collation.anchors import Block
    from greffier.collation.words import Words

SHORT: Final = 6  # words; what is longer was written anew, not filled into a template
ALIKE: Final = 0.75  # two spellings of one name: Tokayev and Tokaev
_ENDED: Final = re.compile(r"[.!?:;…\n][\s\"'«»“”„‘’()\[\]*_–—-]{0,20}\Z|\A\W{0,20}\Z")
_BEFORE: Final = 24  # characters that are looked at to see whether a sentence begins


class Text(NamedTuple):
    """A text with its words."""

    text: str
    found: Words

    def word(self, at: int) -> str:
        """Give a word as it stands."""
        return self.text[int(self.found.starts[at]) : int(self.found.ends[at])]

    def opens(self, at: int) -> bool:
        """Say whether a word begins a sentence or a line, where anything has a capital."""
        start = int(self.found.starts[at])
        return _ENDED.search(self.text[max(0, start - _BEFORE) : start]) is not None


class Difference(NamedTuple):
    """Words in place of others: what stands there in each text, and why it tells them apart."""

    a: int
    b: int
    words: str
    reason: str


def differences(a: Text, b: Text, found: Sequence[Block]) -> Iterator[Difference]:
    """Yield the numbers, dates and names in which two aligned texts differ."""
    for gap in gaps(found, Gap(0, len(a.found), 0, len(b.found))):
        width, height = gap.a_end - gap.a, gap.b_end - gap.b
        if not width or not height or max(width, height) > SHORT:
            continue
        reason = _reason(a, b, gap)
        if reason:
            words = f"{_words(a, gap.a, gap.a_end)} / {_words(b, gap.b, gap.b_end)}"
            yield Difference(gap.a, gap.b, words, reason)


def _words(one: Text, first: int, stop: int) -> str:
    return " ".join(one.word(at) for at in range(first, stop))


def _reason(a: Text, b: Text, gap: Gap) -> str | None:
    ours = range(gap.a, gap.a_end)
    theirs = range(gap.b, gap.b_end)
    if _numbers(a, ours) and _numbers(b, theirs):
        return None if _numbers(a, ours) == _numbers(b, theirs) else "number"
    if _beside_number(a, ours) and _beside_number(b, theirs) and not _alike(a, b, ours, theirs):
        return "date"
    if _names(a, b, ours) and _names(b, a, theirs) and not _alike(a, b, ours, theirs):
        return "name"
    return None


def _numbers(one: Text, places: Iterable[int]) -> list[str]:
    return [word for at in places if any(map(str.isdigit, word := one.word(at)))]


def _beside_number(one: Text, places: range) -> bool:
    """Say whether one word stands behind or before a number, as a month does."""
    if len(places) != 1:
        return False
    beside = [at for at in (places[0] - 1, places[0] + 1) if 0 <= at < len(one.found)]
    return bool(_numbers(one, beside))


def _names(one: Text, other: Text, places: Iterable[int]) -> bool:
    """Say whether words name something that the other text does not name anywhere."""
    for at in places:
        word = one.word(at)
        if not word[:1].isupper() or len(word) == 1 or one.opens(at):
            continue
        plain = re.compile(rf"\b{re.escape(word.lower())}\b")
        if plain.search(one.text) or plain.search(other.text):
            continue  # a word that also stands without a capital is none
        if not np.isin(one.found.keys[at], other.found.keys):
            return True
    return False


def _alike(a: Text, b: Text, ours: range, theirs: range) -> bool:
    """Say whether two ways of writing are of one word."""
    left = _words(a, ours.start, ours.stop).casefold()
    right = _words(b, theirs.start, theirs.stop).casefold()
    return Indel.normalized_similarity(left, right) >= ALIKE
