"""Time how copies of one record are found among many, and say how many are found and mistaken.

The records are made (see `making`); acts of one template must stay apart. One core; making the
records is not counted.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from benchmarks.making import Made, Maker

from greffier.collation import Index, align, same_record, sketch
from greffier.model import RecordHead, Span
from greffier.model.collation import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = 100_000
ASKED = 300  # records that are joined to all the others, one at a time
SEED = 2021

RIGHT = 0.99  # of the pairs, to reach in precision and in recall
RATE = 900  # records a second
MEMORY = 1.2e9
JOIN = 0.005  # seconds
ALIGNED = 50_000  # words
ALIGNMENT = 0.5  # seconds
GROWTH = 13.0  # ten times as long may take so many times as long


@dataclass(slots=True)
class Shelf:
    """Groups records as they come; their texts wait on disk, as in an archive."""

    file: IO[bytes]
    index: Index = field(default_factory=Index)
    kept: list[tuple[int, int, RecordHead | None, tuple[Span, ...]]] = field(default_factory=list)
    group: list[int] = field(default_factory=list)

    def join(self, made: Made, *, keep: bool = True) -> set[int]:
        """Give the groups that a record belongs to, and keep it there."""
        key = str(len(self.kept))
        claim = made.claim(key)
        asked = sketch(claim.text, claim.furniture)
        found: set[int] = set()
        for candidate in self.index.candidates(asked):
            group = self.of(int(candidate.witness))
            if group not in found and same_record(claim, self.claim(candidate.witness)):
                found.add(group)
        if keep:
            self._keep(made, found)
            self.index.add(key, asked)
        return found

    def claim(self, key: str) -> Claim:
        """Read a record back."""
        start, length, head, furniture = self.kept[int(key)]
        self.file.seek(start)
        text = self.file.read(length).decode()
        return Claim(witness=key, text=text, head=head, furniture=furniture)

    def of(self, record: int) -> int:
        """Give the group of a record, by its first member."""
        while self.group[record] != record:
            record = self.group[record]
        return record

    def _keep(self, made: Made, found: set[int]) -> None:
        data = made.text.encode()
        start = self.file.seek(0, 2)
        self.file.write(data)
        self.kept.append((start, len(data), made.head, made.furniture))
        self.group.append(len(self.group))
        for one in found:
            first, second = sorted((one, self.of(len(self.group) - 1)))
            self.group[second] = first


def _pairs(sizes: Iterator[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _counts(keys: list[object]) -> Iterator[int]:
    tally: dict[object, int] = {}
    for key in keys:
        tally[key] = tally.get(key, 0) + 1
    return iter(tally.values())


def _say(name: str, value: str, *, good: bool, wanted: str) -> int:
    print(f"{name:44s} {value:>14s}   {'within' if good else 'OVER'} {wanted}")
    return not good


def grouping(records: int) -> int:
    """Group records one after another; give how many figures are not what they should be."""
    maker = Maker(SEED)
    stream = maker.records()
    acts: list[int] = []
    tenths: list[float] = []
    over = 0
    with tempfile.TemporaryFile() as file:
        shelf = Shelf(file)
        for _ in range(10):
            taken = 0.0
            for _ in range(records // 10):
                made = next(stream)
                acts.append(made.act)
                begun = time.process_time()
                shelf.join(made)
                taken += time.process_time() - begun
            tenths.append(taken)
        # The share of the memory that is the program's, with its libraries, counts as well.
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        over += _quality(shelf, acts)
        rate = records / sum(tenths)
        over += _say("records a second", f"{rate:,.0f}", good=rate >= RATE, wanted=f"{RATE}")
        growth = tenths[-1] / tenths[0]
        over += _say(
            "cost of a record, the last tenth by the first",
            f"{growth:.2f}",
            good=growth <= 2,  # noqa: PLR2004 - ten times as many may not cost twice as much each
            wanted="2",
        )
        over += _say("memory", f"{memory / 1e6:,.0f} MB", good=memory <= MEMORY, wanted="1,200 MB")
        over += _joins(shelf, maker, stream)
    return over


def _quality(shelf: Shelf, acts: list[int]) -> int:
    groups = [shelf.of(at) for at in range(len(acts))]
    true = _pairs(_counts(list(acts)))
    joined = _pairs(_counts(list(groups)))
    right = _pairs(_counts(list(zip(acts, groups, strict=True))))
    recall, precision = right / max(true, 1), right / max(joined, 1)
    return _say("recall of pairs", f"{recall:.4f}", good=recall >= RIGHT, wanted=f"{RIGHT}") + _say(
        "precision of pairs", f"{precision:.4f}", good=precision >= RIGHT, wanted=f"{RIGHT}"
    )


def _joins(shelf: Shelf, maker: Maker, stream: Iterator[Made]) -> int:
    """Time the joining of one record to all that are there."""
    taken: list[float] = []
    for _ in range(ASKED):
        made = maker.copy(next(stream))
        begun = time.perf_counter()
        shelf.join(made, keep=False)
        taken.append(time.perf_counter() - begun)
    median = statistics.median(taken)
    told = f"{median * 1e3:.2f} ms"
    return _say(f"joining one to {len(shelf.kept):,}", told, good=median <= JOIN, wanted="5 ms")


def alignment() -> int:
    """Time the alignment of two long witnesses, and how it grows."""
    maker = Maker(SEED)
    taken: list[float] = []
    for length in (ALIGNED // 10, ALIGNED, ALIGNED * 10):
        text = maker.text(length)
        copy = maker.copy(Made(0, text)).text
        begun = time.process_time()
        align(text, copy)
        taken.append(time.process_time() - begun)
    told = f"{taken[1]:.3f} s"
    over = _say(f"aligning {ALIGNED:,} words", told, good=taken[1] <= ALIGNMENT, wanted="0.5 s")
    growth = taken[2] / taken[1]
    return over + _say(
        "aligning ten times as many", f"{growth:.1f} times", good=growth <= GROWTH, wanted="13"
    )


def main() -> int:
    """Print one line for each figure; give 1 if any is not what it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=RECORDS, help="how many are grouped")
    given = parser.parse_args()
    over = alignment() + grouping(given.records)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
