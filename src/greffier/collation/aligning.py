"""Two texts beside each other, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from greffier.collation.anchors import Block, Gap, blocks, gaps
from greffier.collation.sketching import outside
from greffier.collation.words import Words, words
from greffier.model.collation import Alignment, Claim, Passage, Segment
from greffier.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOVED: Final = 5  # words; fewer in another place are chance
_GLOSS: Final = np.uint64(0xA5A5A5A5A5A5A5A5)


def align(a: str, b: str) -> Alignment:
    """Set two texts beside each other: which words they share in order, and what only one has."""
    return align_claims(Claim(witness="a", text=a), Claim(witness="b", text=b))


def align_claims(a: Claim, b: Claim) -> Alignment:
    """Set two witnesses beside each other; a tooltip is never taken for words of the record."""
    left, right = words_of(a), words_of(b)
    found = blocks(left.keys, right.keys)
    return Alignment(
        a_length=len(a.text),
        b_length=len(b.text),
        segments=tuple(_segments(a.text, b.text, left, right, found)),
        moved=tuple(_moved(left, right, found)),
    )


def words_of(claim: Claim) -> Words:
    """Give the words of a witness; those of its tooltips are like no others.

    A tooltip repeats the name that it stands behind: were its words like the others, the name in
    the other witness could be set beside either of the two.
    """
    spans = (*claim.furniture, *claim.glosses)
    found = words(claim.text, [at for span in spans for at in span])
    if not claim.glosses:
        return found
    plain = outside(found, claim.glosses)
    keys = np.where(plain, found.keys, found.keys ^ _GLOSS)
    return Words(keys, found.starts, found.ends)


def span_of(found: Words, first: int, stop: int) -> Span:
    """Give where the words from `first` to `stop` stand."""
    return Span(int(found.starts[first]), int(found.ends[stop - 1]))


def passages(left: Words, right: Words, found: Iterable[Block]) -> tuple[Passage, ...]:
    """Give blocks as what both texts say there."""
    return tuple(
        Passage(
            a=span_of(left, block.a, block.a + block.words),
            b=span_of(right, block.b, block.b + block.words),
            words=block.words,
        )
        for block in found
    )


def _segments(
    a: str, b: str, left: Words, right: Words, found: Sequence[Block]
) -> Iterator[Segment]:
    """Yield blocks and gaps in turn; each reaches to where the next one begins."""
    pieces: list[tuple[bool, Gap]] = [
        (False, gap) for gap in gaps(found, Gap(0, len(left), 0, len(right)))
    ]
    pieces += [(True, Gap(one.a, one.a + one.words, one.b, one.b + one.words)) for one in found]
    pieces.sort(key=lambda piece: (piece[1].a, piece[1].b, piece[1].a_end, piece[1].b_end))
    ends = _Reach(a, left), _Reach(b, right)
    for same, gap in pieces or [(a == b, Gap(0, 0, 0, 0))]:
        spans = ends[0].span(gap.a, gap.a_end), ends[1].span(gap.b, gap.b_end)
        if spans != (None, None):
            yield Segment(
                same=same,
                a=spans[0],
                b=spans[1],
                a_words=gap.a_end - gap.a,
                b_words=gap.b_end - gap.b,
            )


class _Reach:
    """Gives stretches of words the whole text between them, from its beginning to its end."""

    def __init__(self, text: str, found: Words) -> None:
        self._length = len(text)
        self._starts = found.starts.tolist()
        self._at = 0

    def span(self, first: int, stop: int) -> Span | None:
        """Give the span of the words from `first` to `stop`, with what follows the last of them."""
        count = len(self._starts)
        if first == stop and count:
            return None
        start, end = self._at, self._starts[stop] if stop < count else self._length
        self._at = end
        return Span(start, end) if start < end else None


def _moved(left: Words, right: Words, found: Sequence[Block]) -> Iterator[Passage]:
    """Yield what stands in both texts, but not in the same order."""
    pieces = list(gaps(found, Gap(0, len(left), 0, len(right))))
    a = _places([(gap.a, gap.a_end) for gap in pieces])
    b = _places([(gap.b, gap.b_end) for gap in pieces])
    if min(len(a), len(b)) < MOVED:
        return
    yield from passages(left, right, _crossing(left, right, a, b))


def _places(pieces: Iterable[tuple[int, int]]) -> list[int]:
    return [at for start, end in pieces for at in range(start, end)]


def _crossing(left: Words, right: Words, a: list[int], b: list[int]) -> Iterator[Block]:
    """Yield the same words in what is left of two texts, the first place of each taken."""
    where: dict[tuple[int, ...], int] = {}
    keys_a, keys_b = left.keys.tolist(), right.keys.tolist()
    free = set(b)
    for start in b:
        run = range(start, start + MOVED)
        if all(at in free for at in run):
            where.setdefault(tuple(keys_b[at] for at in run), start)
    last = -1
    loose = set(a)
    for start in a:
        run = range(start, start + MOVED)
        if start <= last or not all(at in loose for at in run):
            continue
        there = where.get(tuple(keys_a[at] for at in run))
        if there is None or not all(at in free for at in range(there, there + MOVED)):
            continue
        count = MOVED
        while (
            start + count in loose
            and there + count in free
            and keys_a[start + count] == keys_b[there + count]
        ):
            count += 1
        free.difference_update(range(there, there + count))
        last = start + count - 1
        yield Block(start, there, count)
