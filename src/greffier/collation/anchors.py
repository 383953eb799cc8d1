"""Where two rows of words agree: blocks of the same words in the same order, in near-linear time.

Runs of four words that each row has once are sure to belong together; the longest chain of them
that runs forwards in both is taken, and what lies between is compared closer: by shorter runs that
are unique there, and at last by a full comparison of the small remainder.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from rapidfuzz.distance import Indel

from greffier.collation.sketching import runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Keys = NDArray[np.uint64]

LENGTHS: Final = (4, 4, 2, 1)  # of the runs that are looked for, in the whole and then in gaps
CELLS: Final = 250_000  # a comparison of so many pairs of words is done at once
WINDOW: Final = 500  # words; where no run helps, so many are compared at a time
LOOSE: Final = 3  # in a gap that has little in common, shorter blocks are chance
LITTLE: Final = 3  # one word in so many


class Block(NamedTuple):
    """`words` words from `a` in one row are those from `b` in the other."""

    a: int
    b: int
    words: int


class Gap(NamedTuple):
    """What lies between two blocks, in both rows."""

    a: int
    a_end: int
    b: int
    b_end: int


def blocks(a: Keys, b: Keys) -> list[Block]:
    """Give the blocks of words that two rows have in common, in order, none touching another."""
    out: list[Block] = []
    waiting = [(Gap(0, len(a), 0, len(b)), 0)]
    while waiting:
        gap, level = waiting.pop()
        cells = (gap.a_end - gap.a) * (gap.b_end - gap.b)
        if level and cells <= CELLS:
            out += _compared(a, b, gap)
            continue
        if level >= len(LENGTHS):
            out += _windows(a, b, gap)
            continue
        found = _agree(a, b, gap, LENGTHS[level])
        out += found
        # Each time by shorter runs, so that none is gone through more often than there are lengths.
        waiting += [(one, level + 1) for one in gaps(found, gap)]
    return _one_after_another(sorted(out))


def gaps(found: Iterable[Block], whole: Gap) -> Iterator[Gap]:
    """Yield what lies before, between and behind blocks, where either row has words there."""
    at_a, at_b = whole.a, whole.b
    for block in (*found, Block(whole.a_end, whole.b_end, 0)):
        if block.a > at_a or block.b > at_b:
            yield Gap(at_a, block.a, at_b, block.b)
        at_a, at_b = block.a + block.words, block.b + block.words


def _agree(a: Keys, b: Keys, gap: Gap, length: int) -> list[Block]:
    """Give the sure blocks in a gap: where both begin alike, and runs that each has once."""
    left, right = a[gap.a : gap.a_end], b[gap.b : gap.b_end]
    same = _same_start(left, right)
    found = [Block(gap.a, gap.b, same)] if same else []
    chain = _chain(left[same:], right[same:], length)
    return found + [Block(gap.a + same + one.a, gap.b + same + one.b, one.words) for one in chain]


def _same_start(a: Keys, b: Keys) -> int:
    """Say how many words both begin with."""
    count = min(len(a), len(b))
    differs = np.flatnonzero(a[:count] != b[:count])
    return int(differs[0]) if len(differs) else count


def _chain(a: Keys, b: Keys, length: int) -> list[Block]:
    """Give the longest chain of runs that each row has once."""
    lefts, left_at = _unique(runs(a, length) if length > 1 else a)
    rights, right_at = _unique(runs(b, length) if length > 1 else b)
    if not len(lefts) or not len(rights):
        return []
    at = np.searchsorted(rights, lefts)
    at[at == len(rights)] = 0
    both = rights[at] == lefts
    i, j = left_at[both], right_at[at[both]]
    order = np.argsort(i)
    i, j = i[order], j[order]
    if len(j) > 1 and not (j[1:] > j[:-1]).all():
        rising = _longest_rise(j.tolist())
        i, j = i[rising], j[rising]
    return list(_merged(i, j, length))


def _unique(keys: Keys) -> tuple[Keys, NDArray[np.int64]]:
    """Give the keys that a row has once, in order, and where they stand."""
    order = np.argsort(keys)
    ordered = keys[order]
    new = np.ones(len(ordered) + 1, np.bool_)
    new[1:-1] = ordered[1:] != ordered[:-1]
    once = new[:-1] & new[1:]
    return ordered[once], order[once]


def _longest_rise(numbers: Sequence[int]) -> NDArray[np.int64]:
    """Give where the longest rising chain of some numbers stands."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(number)
            ends.append(at)
        else:
            tails[place] = number
            ends[place] = at
    out: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        out.append(at)
        at = before[at]
    return np.array(out[::-1], np.int64)


def _merged(i: NDArray[np.int64], j: NDArray[np.int64], length: int) -> Iterator[Block]:
    """Yield blocks for runs that rise in both rows; those that overlap on one line are one block.

    Runs that overlap otherwise (one row has a stretch shortened) are cut where they meet.
    """
    if not len(i):
        return
    shift = i - j
    apart = np.flatnonzero((shift[1:] != shift[:-1]) | (i[1:] > i[:-1] + length)) + 1
    firsts = np.concatenate(([0], apart))
    lasts = np.concatenate((apart - 1, [len(i) - 1]))
    at_a = at_b = 0
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        start_a, start_b = int(i[first]), int(j[first])
        count = int(i[last]) + length - start_a
        late = max(at_a - start_a, at_b - start_b, 0)
        if late >= count:
            continue
        yield Block(start_a + late, start_b + late, count - late)
        at_a, at_b = start_a + count, start_b + count


def _windows(a: Keys, b: Keys, gap: Gap) -> list[Block]:
    """Compare a gap that is too large to be compared at once, and that no run divides."""
    width, height = gap.a_end - gap.a, gap.b_end - gap.b
    out: list[Block] = []
    steps = -(-max(width, height) // WINDOW)
    for step in range(steps):
        part = Gap(
            gap.a + width * step // steps,
            gap.a + width * (step + 1) // steps,
            gap.b + height * step // steps,
            gap.b + height * (step + 1) // steps,
        )
        out += _compared(a, b, part)
    return out


def _compared(a: Keys, b: Keys, gap: Gap) -> list[Block]:
    """Compare a small gap word by word."""
    if gap.a == gap.a_end or gap.b == gap.b_end:
        return []
    left, right = a[gap.a : gap.a_end], b[gap.b : gap.b_end]
    if len(left) == len(right) == 1:  # by far the most: one word for another
        return [Block(gap.a, gap.b, 1)] if left[0] == right[0] else []
    found = [
        Block(gap.a + one.src_start, gap.b + one.dest_start, one.src_end - one.src_start)
        for one in Indel.opcodes(left.tolist(), right.tolist())
        if one.tag == "equal"
    ]
    common = sum(block.words for block in found)
    of_longer, of_shorter = max(len(left), len(right)), min(len(left), len(right))
    if common * LITTLE < min(of_longer, 2 * of_shorter):
        # Two texts that have nothing in common still have their articles and prepositions.
        return [block for block in found if block.words >= LOOSE]
    return found


def _one_after_another(found: list[Block]) -> list[Block]:
    """Make blocks that touch in both rows one."""
    out: list[Block] = []
    for block in found:
        last = out[-1] if out else None
        if last and last.a + last.words == block.a and last.b + last.words == block.b:
            out[-1] = Block(last.a, last.b, last.words + block.words)
        else:
            out.append(block)
    return out
