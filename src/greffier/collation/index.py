"""Which texts share hashes with a new one: an index that is held in memory.

New hashes are put on a small unsorted heap; a full heap is sorted into a layer, and layers of like
size are merged. So adding costs little, and asking looks into few sorted rows.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from greffier.collation.sketching import ALIKE, compare, hashes, likeliest, worth_aligning
from greffier.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from greffier.model.collation import Candidate, Sketch

HEAP: Final = 1 << 16  # hashes that wait to be sorted
# Rows that one question may look at. Words that thousands of records share (a site's own phrases)
# are looked at last; what is found by its rarer words is then compared whole.
ROWS: Final = 500
MOST: Final = 64  # candidates that are compared whole
_NONE: Final[list[int]] = []
_BITS: Final = 1 << 27  # 16 MB: of the hashes of 100,000 records nine bits in ten stay unset


class Index:
    """Finds the witnesses that share much with a text; ask with its sketch."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._sketches: dict[int, Sketch] = {}
        self._numbers: dict[str, int] = {}
        self._layers: list[_Layer] = []
        self._heap: dict[int, list[int]] = {}
        self._heaped: list[int] = []
        self._waiting = 0
        self._seen = _Seen()
        self._sizes = _Sizes()

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, witness: object) -> bool:
        return witness in self._numbers

    def add(self, witness: str, sketch: Sketch) -> None:
        """Keep the sketch of a witness; the same again changes nothing, another takes its place."""
        if witness in self._numbers:
            if self._sketches[self._numbers[witness]] == sketch:
                return
            self.remove(witness)
        number = len(self._names)
        self._names.append(witness)
        self._numbers[witness] = number
        self._sketches[number] = sketch
        self._sizes.add(sketch)
        kept = hashes(sketch)
        self._seen.add(kept)
        for one in kept.tolist():
            self._heap.setdefault(one, []).append(number)
        self._heaped.append(number)
        self._waiting += sketch.size
        if self._waiting >= HEAP:
            self._settle()

    def extend(self, kept: Iterable[tuple[str, Sketch]]) -> None:
        """Keep many sketches, as when an archive is opened."""
        for witness, sketch in kept:
            self.add(witness, sketch)

    def remove(self, witness: str) -> None:
        """Forget a witness.

        Raises:
            UsageError: it is not there.
        """
        number = self._numbers.pop(witness, None)
        if number is None:
            raise UsageError("index", f"no witness {witness!r}", "give one that was added")
        # Its rows stay in the layers until those are merged; without a sketch they count for none.
        del self._sketches[number]

    def candidates(self, sketch: Sketch) -> tuple[Candidate, ...]:
        """Give the witnesses that should be aligned with a text, the likeliest first."""
        found = []
        for number, counted in self._shared(sketch):
            other = self._sketches.get(number)
            if other is None:
                continue
            one = compare(sketch, other, shared=counted, witness=self._names[number])
            if worth_aligning(one, size=min(sketch.size, other.size)):
                found.append(one)
        return likeliest(found)

    def _shared(self, sketch: Sketch) -> list[tuple[int, int]]:
        """Give the number of each witness that shares hashes, and how many, counted whole."""
        asked = hashes(sketch)
        rows, spared = self._rows(asked[self._seen.has(asked)])
        numbers, counts = np.unique(rows, return_counts=True)
        if not spared:  # by far the most share a phrase by chance
            enough = counts >= ALIKE * self._sizes.smaller(sketch, numbers)
            numbers, counts = numbers[enough], counts[enough]
        if len(numbers) > MOST:
            best = np.argsort(-counts, kind="stable")[:MOST]
            numbers, counts = numbers[best], counts[best]
        pairs = list(zip(numbers.tolist(), counts.tolist(), strict=True))
        if not spared:
            return pairs
        return [
            (number, _common(asked, hashes(self._sketches[number])))
            for number, _ in pairs
            if number in self._sketches
        ]

    def _rows(self, asked: NDArray[np.uint64]) -> tuple[NDArray[np.uint32], bool]:
        """Give who holds the asked hashes, the rarest first, and whether any were spared."""
        bounds = [layer.bounds(asked) for layer in self._layers]
        recent = [self._heap.get(key, _NONE) for key in asked.tolist()]
        held = np.fromiter(map(len, recent), np.int64, len(recent))
        for firsts, stops in bounds:
            held += stops - firsts
        spared = int(held.sum()) > ROWS
        if spared:
            order = np.argsort(held, kind="stable")
            rarest = order[: max(int(np.searchsorted(np.cumsum(held[order]), ROWS)), 1)]
            bounds = [(firsts[rarest], stops[rarest]) for firsts, stops in bounds]
            recent = [recent[at] for at in rarest.tolist()]
        settled = [
            layer.held(firsts, stops)
            for layer, (firsts, stops) in zip(self._layers, bounds, strict=True)
        ]
        loose = np.fromiter(chain.from_iterable(recent), np.uint32)
        return np.concatenate([*settled, loose]), spared

    def _settle(self) -> None:
        """Sort the heap into a layer, and merge layers until each is twice the next."""
        alive = [number for number in self._heaped if number in self._sketches]
        layer = _Layer.of([(number, hashes(self._sketches[number])) for number in alive])
        self._heap, self._heaped, self._waiting = {}, [], 0
        while self._layers and len(self._layers[-1].rows) < 2 * len(layer.rows):
            layer = self._layers.pop().merged(layer, self._sketches)
        self._layers.append(layer)


class _Sizes:
    """How many hashes each witness has, in rows that are asked for many at once."""

    def __init__(self) -> None:
        self._count = 0
        self._rows = np.zeros((3, 1024), np.int64)

    def add(self, sketch: Sketch) -> None:
        if self._count == self._rows.shape[1]:
            self._rows = np.concatenate((self._rows, np.zeros_like(self._rows)), axis=1)
        self._rows[:, self._count] = sketch.size, sketch.coarse, sketch.whole
        self._count += 1

    def smaller(self, asked: Sketch, numbers: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Give the size of the smaller of two sketches, as far as they can be compared."""
        sizes, coarse, whole = self._rows[:, numbers]
        smaller: NDArray[np.int64] = np.minimum(coarse, asked.coarse)
        if asked.whole:
            fine = whole != 0
            smaller[fine] = np.minimum(sizes[fine], asked.size)
        return smaller


class _Seen:
    """Says of most hashes that were never added that they were not: one bit for each, roughly."""

    def __init__(self) -> None:
        self._bits = np.zeros(_BITS // 8, np.uint8)

    def add(self, kept: NDArray[np.uint64]) -> None:
        # The same byte may be met twice, so each bit is set by itself.
        np.bitwise_or.at(self._bits, *self._places(kept))

    def has(self, asked: NDArray[np.uint64]) -> NDArray[np.bool_]:
        at, bits = self._places(asked)
        seen: NDArray[np.bool_] = (self._bits[at] & bits) != 0
        return seen

    def _places(self, kept: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        low = (kept & np.uint64(_BITS - 1)).astype(np.int64)
        return low >> 3, np.left_shift(1, low & 7).astype(np.uint8)


class _Layer:
    """Hashes in order, and beside each the number of the witness that has it."""

    __slots__ = ("hashes", "rows")

    def __init__(self, ordered: NDArray[np.uint64], rows: NDArray[np.uint32]) -> None:
        self.hashes, self.rows = ordered, rows

    @classmethod
    def of(cls, kept: list[tuple[int, NDArray[np.uint64]]]) -> _Layer:
        every = np.concatenate([np.zeros(0, np.uint64), *(one for _, one in kept)])
        numbers = np.array([number for number, _ in kept], np.uint32)
        return cls._sorted(every, np.repeat(numbers, [len(one) for _, one in kept]))

    @classmethod
    def _sorted(cls, every: NDArray[np.uint64], rows: NDArray[np.uint32]) -> _Layer:
        order = np.argsort(every, kind="stable")
        return cls(every[order], rows[order])

    def merged(self, other: _Layer, alive: dict[int, Sketch]) -> _Layer:
        every = np.concatenate([self.hashes, other.hashes])
        rows = np.concatenate([self.rows, other.rows])
        there = np.zeros(int(rows.max(initial=0)) + 1, np.bool_)
        there[np.fromiter((one for one in alive if one < len(there)), np.int64)] = True
        kept = there[rows]
        if not kept.all():
            every, rows = every[kept], rows[kept]
        return self._sorted(every, rows)

    def bounds(self, asked: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Give where the rows of each asked hash begin and end."""
        firsts = np.searchsorted(self.hashes, asked, "left")
        stops = firsts.copy()
        there = np.flatnonzero(self.hashes[np.minimum(firsts, len(self.hashes) - 1)] == asked)
        stops[there] = np.searchsorted(self.hashes, asked[there], "right")
        return firsts, stops

    def held(self, firsts: NDArray[np.int64], stops: NDArray[np.int64]) -> NDArray[np.uint32]:
        """Give the rows between each beginning and end, one after another."""
        counts = stops - firsts
        if not counts.any():
            return np.zeros(0, np.uint32)
        ends = np.cumsum(counts)
        at = np.arange(int(ends[-1])) + np.repeat(firsts - (ends - counts), counts)
        rows: NDArray[np.uint32] = self.rows[at]
        return rows


def _common(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> int:
    """Count what two ordered rows have in common."""
    if len(a) > len(b):
        a, b = b, a
    if not len(b):
        return 0
    at = np.searchsorted(b, a)
    at[at == len(b)] = 0
    return int((b[at] == a).sum())
