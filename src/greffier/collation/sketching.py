"""A small part of a text that stands for the whole, and what two such parts say of two texts.

Of the hashes of every five words in a row, those in the lowest eighth are kept. Which ones are kept
depends on the words alone, so of what two texts have in common the same part is kept in both:
containment comes out right where one of them is cut, or stands among other things.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from greffier.collation.words import Words, words
from greffier.model.collation import Candidate, Sketch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from greffier.model.span import Span

RUN: Final = 5  # words in a shingle
SHARE: Final = 8  # one in so many is kept
SHORT: Final = 256  # a text of fewer shingles keeps them all
COARSE: Final = (1 << 63) // SHARE
ALIKE: Final = 0.15  # what either must hold of the other to be worth aligning
FEWEST: Final = 2  # shared hashes; one alone is chance
_LITTLE: Final = np.dtype("<u8")


def sketch(text: str, without: Iterable[Span] = ()) -> Sketch:
    """Give the sketch of a text, the same in every process and on every machine.

    Args:
        text: any text.
        without: what to leave out, such as the furniture of the page: it is found on every page of
            its site, and says nothing of the record.
    """
    spans = tuple(without)
    found = words(text, [at for span in spans for at in span])
    return sketch_of(found, spans)


def sketch_of(found: Words, without: Iterable[Span] = ()) -> Sketch:
    """Give the sketch of a text whose words are at hand."""
    keys = found.keys[outside(found, without)]
    hashes = runs(keys, RUN) if len(keys) >= RUN else runs(keys, max(len(keys), 1))
    whole = len(hashes) <= SHORT
    if not whole:
        hashes = hashes[hashes < COARSE]
    hashes.sort()
    kept = hashes[np.append(True, hashes[1:] != hashes[:-1])] if len(hashes) else hashes
    coarse = int(np.searchsorted(kept, COARSE))
    return Sketch(kept=kept.astype(_LITTLE).tobytes(), whole=whole, coarse=coarse)


def outside(found: Words, spans: Iterable[Span]) -> NDArray[np.bool_]:
    """Say of each word whether it stands in none of the spans."""
    left = np.ones(len(found), np.bool_)
    for span in spans:
        first, stop = np.searchsorted(found.starts, [span.start, span.end])
        left[first:stop] = False
    return left


def runs(keys: NDArray[np.uint64], length: int) -> NDArray[np.uint64]:
    """Give a hash of 63 bits for every `length` words in a row."""
    count = len(keys) - length + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    total = keys[:count].copy()
    for place in range(1, length):
        total *= _STEP
        total += keys[place : place + count]
    total ^= total >> _THIRTY
    total *= _SPREAD
    total ^= total >> _TWENTY_SEVEN
    total *= _SCATTER
    total ^= total >> _THIRTY_ONE
    total >>= _ONE
    return total


def hashes(one: Sketch) -> NDArray[np.uint64]:
    """Give what a sketch kept, from the lowest: what an index is asked with, as plain integers.

    They fit a signed integer of 64 bits, which is what databases have; `.tolist()` gives Python's.
    """
    return np.frombuffer(one.kept, _LITTLE)


def compare(asked: Sketch, other: Sketch, *, shared: int, witness: str) -> Candidate:
    """Say how much of two texts is in both, from how many hashes both sketches kept.

    An archive that counts the shared hashes itself, as SQL does, makes its candidates with this.

    Args:
        asked: the sketch of the text that is asked for; its `kept` is not looked at again.
        other: the sketch of a text that is there already.
        shared: how many hashes both kept.
        witness: the key that the other was kept under.
    """
    fine = asked.whole and other.whole
    of_asked = asked.size if fine else asked.coarse
    of_other = other.size if fine else other.coarse
    return Candidate(
        witness=witness,
        shared=shared,
        of_asked=min(1.0, shared / max(of_asked, 1)),
        of_candidate=min(1.0, shared / max(of_other, 1)),
    )


def nearest(asked: Sketch, others: Iterable[tuple[str, Sketch]]) -> tuple[Candidate, ...]:
    """Give the witnesses that should be aligned with a text, the likeliest first.

    Args:
        asked: the sketch of the text.
        others: witnesses that share some hashes with it, by key, and their sketches.
    """
    found = []
    for witness, other in others:
        shared = len(np.intersect1d(hashes(asked), hashes(other), assume_unique=True))
        one = compare(asked, other, shared=shared, witness=witness)
        if worth_aligning(one, size=min(asked.size, other.size)):
            found.append(one)
    return likeliest(found)


def worth_aligning(candidate: Candidate, *, size: int) -> bool:
    """Say whether so much is shared that the texts themselves should be asked.

    Args:
        candidate: as `compare` gave it.
        size: how many hashes the smaller sketch has; of very few one is enough.
    """
    held = max(candidate.of_asked, candidate.of_candidate)
    return candidate.shared >= min(FEWEST, max(size, 1)) and held >= ALIKE


def likeliest(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Give candidates in the order in which they should be aligned: the likeliest first."""
    return tuple(
        sorted(
            candidates,
            key=lambda one: (-max(one.of_asked, one.of_candidate), -one.shared, one.witness),
        )
    )


_STEP: Final = np.uint64(0xD6E8FEB86659FD93)
_SPREAD: Final = np.uint64(0xBF58476D1CE4E5B9)
_SCATTER: Final = np.uint64(0x94D049BB133111EB)
_THIRTY, _TWENTY_SEVEN, _THIRTY_ONE, _ONE = map(np.uint64, (30, 27, 31, 1))
