"""A text as the words it is made of: a number for each, and where it stands.

Capitals, accents, punctuation, quotation marks, line ends and hyphens make no difference to the
number, so witnesses are compared by it. All of it is worked out a text at a time, not word by word:
that is what makes a hundred thousand records affordable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from greffier.collation.letters import (
    ALONE,
    APOSTROPHE,
    BASE,
    BREAK,
    DIGIT,
    HYPHEN,
    LETTER,
    UNSEEN,
    letters,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A piece is worked on at once: so much stays in the processor's cache.
PIECE: Final = 1 << 16
_TRIES: Final = 100
# A word divided at the end of a line; what follows is tested to be a letter.
DIVIDED: Final = re.compile(r"[-\u2010\u2011\u00ad][^\S\r\n]{0,8}\r?\n[^\S\r\n]{0,40}")

_SOFT: Final = re.compile(r"\u00ad(?=\s)")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text: `keys` are equal where words are, `starts` and `ends` say where."""

    keys: NDArray[np.uint64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.keys)


def words(text: str, cuts: Iterable[int] = ()) -> Words:
    """Give the words of a text.

    Args:
        text: any text; letters of scripts without blanks are words of their own.
        cuts: code points at which a word ends whatever stands there, such as the ends of a tooltip
            that was glued to the word before it.
    """
    return _found(text, tuple(cuts))


# A new witness is compared with several others, and sketched as well.
@lru_cache(maxsize=4)
def _found(text: str, cuts: tuple[int, ...]) -> Words:
    breaks = np.fromiter(sorted(set(cuts)), np.int64)
    found = [_words(text[start:end], start, breaks) for start, end in _pieces(text)]
    if len(found) == 1:
        return found[0]
    if not found:
        return Words(np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, np.int64))
    return Words(
        np.concatenate([one.keys for one in found]),
        np.concatenate([one.starts for one in found]),
        np.concatenate([one.ends for one in found]),
    )


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield pieces that end between two words, if there is such a place at all."""
    at = 0
    while len(text) - at > PIECE:
        end = at + PIECE
        for _ in range(_TRIES):
            end = text.rfind(" ", at + 1, end)
            if end < 0 or (text[end - 1].isalnum() and text[end + 1].isalnum()):
                break
        else:
            end = -1
        end = at + PIECE if end < 0 else end
        yield at, end
        at = end
    if at < len(text):
        yield at, len(text)


def _words(text: str, offset: int, breaks: NDArray[np.int64]) -> Words:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    table = letters()
    kinds = table.kinds(codes)
    _join(text, kinds)
    inside = kinds != BREAK
    opens = inside.copy()
    opens[1:] &= ~inside[:-1]
    alone = kinds == ALONE
    if alone.any():
        opens |= alone
        opens[1:] |= inside[1:] & alone[:-1]
    if len(breaks):
        here = breaks[(breaks > offset) & (breaks < offset + len(text))] - offset
        opens[here] |= inside[here]
    starts = np.flatnonzero(opens)
    if not len(starts):
        return Words(np.zeros(0, np.uint64), starts, starts)
    ends = _ends(inside, starts)
    keys, counted = _keys(codes, starts, ends)
    if not counted.all():  # nothing but accents and marks
        keys, starts, ends = keys[counted], starts[counted], ends[counted]
    return Words(keys, starts + offset, ends + offset)


def _join(text: str, kinds: NDArray[np.uint8]) -> None:
    """Let hyphens and apostrophes inside words vanish, and break at all others."""
    at = np.flatnonzero(kinds >= HYPHEN)
    ending = [found.start() for found in _SOFT.finditer(text)] if "\u00ad" in text else []
    if len(at):
        before, after = kinds[at - 1], kinds[(at + 1) % len(kinds)]
        within = (at > 0) & (at + 1 < len(kinds))  # else the neighbour is the other end's
        left = (before == LETTER) & within
        joins = left & (after == LETTER)
        joins |= within & (kinds[at] == APOSTROPHE) & (before == DIGIT) & (after == LETTER)
        ending += at[left & (after == BREAK)].tolist()
        kinds[at] = np.where(joins, UNSEEN, BREAK)
    for start in ending:
        found = DIVIDED.match(text, start)
        end = found.end() if found else len(text)
        if start and end < len(text) and kinds[start - 1] == kinds[end] == LETTER:
            kinds[start:end] = UNSEEN


def _ends(inside: NDArray[np.bool_], starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give where each word ends: at the next break, or where the next word begins."""
    closes = np.flatnonzero(inside[:-1] & ~inside[1:]) + 1
    if inside[-1]:
        closes = np.append(closes, len(inside))
    if len(closes) == len(starts):
        return closes
    ends = closes[np.searchsorted(closes, starts, "right")]
    ends[:-1] = np.minimum(ends[:-1], starts[1:])
    return ends


def _keys(
    codes: NDArray[np.uint32], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """Give the hash of each word, and whether it has any letter at all.

    The hash is a polynomial in the word's letters, got from sums over the whole text: what a word
    adds to the sum, divided by the power that its first letter stands at.
    """
    table = letters()
    widths = table.widths(codes)
    places = np.zeros(len(codes) + 1, np.int64)
    np.cumsum(widths, out=places[1:])
    powers, inverses = _powers(1 << int(places[-1]).bit_length())
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(table.values(codes) * powers[places[:-1]], out=sums[1:])
    firsts = places[starts]
    return (sums[ends] - sums[starts]) * inverses[firsts], places[ends] > firsts


@lru_cache(maxsize=24)
def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Give the first powers of the base, and of what undoes it, modulo two to the 64th."""
    undo = pow(BASE, -1, 1 << 64)
    return _row(BASE, count + 1), _row(undo, count + 1)


def _row(base: int, count: int) -> NDArray[np.uint64]:
    row = np.full(count, base, np.uint64)
    row[0] = 1
    return np.multiply.accumulate(row)
