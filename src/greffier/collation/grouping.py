"""The final word on whether two witnesses are of one record, with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from greffier.collation.aligning import passages, words_of
from greffier.collation.anchors import Block, blocks
from greffier.collation.heads import compare_heads
from greffier.collation.naming import Difference, Text, differences
from greffier.collation.sketching import outside
from greffier.model.collation import Claim, Grouping

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from greffier.collation.words import Words

HELD: Final = 0.6  # of the words of the shorter text the longer must have
LONG: Final = 4  # words; what is shorter is no passage
FEWEST: Final = 12  # words that must be aligned, unless the texts are all they have
HEAD: Final = 60  # words at the beginning, where what tells records apart is said
SLIPS: Final = 1  # numbers and names that may differ further down: a correction
EVIDENCE: Final = 12  # passages that a grouping keeps


def same_record(a: Claim, b: Claim) -> Grouping | None:
    """Say whether two witnesses are of one record; None where they are of two.

    Ask this of the candidates that a sketch finds. It does not matter which is named first.
    """
    verdict = compare_heads(a, b)
    if verdict.disagrees:
        return None
    pair = _Pair.of(a, b)
    if not pair.enough():
        return None
    told_apart = list(differences(pair.a, pair.b, pair.found))
    if _another(told_apart):
        return None
    return Grouping(
        a=a.witness,
        b=b.witness,
        a_in_b=round(pair.a_in_b, 4),
        b_in_a=round(pair.b_in_a, 4),
        words=pair.words,
        passages=passages(pair.a.found, pair.b.found, pair.longest()),
        reasons=(
            f"{pair.words} words in the same order, {max(pair.a_in_b, pair.b_in_a):.0%} of one",
            *(f"{one} agrees" for one in verdict.agrees),
            *(f"{one.reason} differs once: {one.words}" for one in told_apart),
        ),
        rule="same.words",
    )


class _Pair(NamedTuple):
    """Two texts with what they share."""

    a: Text
    b: Text
    found: list[Block]
    words: int
    a_in_b: float
    b_in_a: float
    shorter: int

    @classmethod
    def of(cls, a: Claim, b: Claim) -> _Pair:
        ours, theirs = Text(a.text, words_of(a)), Text(b.text, words_of(b))
        found = blocks(ours.found.keys, theirs.found.keys)
        own_a, own_b = _own(a, ours.found), _own(b, theirs.found)
        in_a = sum(int(own_a[one.a : one.a + one.words].sum()) for one in found if _long(one))
        in_b = sum(int(own_b[one.b : one.b + one.words].sum()) for one in found if _long(one))
        all_a, all_b = int(own_a.sum()), int(own_b.sum())
        return cls(
            a=ours,
            b=theirs,
            found=found,
            words=sum(one.words for one in found),
            a_in_b=in_a / max(all_a, 1),
            b_in_a=in_b / max(all_b, 1),
            shorter=min(all_a, all_b),
        )

    def enough(self) -> bool:
        """Say whether the two share as much as witnesses of one record do."""
        held = max(self.a_in_b, self.b_in_a)
        return held >= HELD and self.words >= min(FEWEST, self.shorter) > 0

    def longest(self) -> list[Block]:
        """Give the longest blocks, in order."""
        best = sorted(self.found, key=lambda one: (-one.words, one.a))[:EVIDENCE]
        return sorted(best)


def _long(block: Block) -> bool:
    return block.words >= LONG


def _own(claim: Claim, found: Words) -> NDArray[np.bool_]:
    """Say of each word whether it is the record's own."""
    return outside(found, (*claim.furniture, *claim.glosses))


def _another(told_apart: list[Difference]) -> bool:
    """Say whether what differs is what tells two acts of one template apart."""
    if any(max(one.a, one.b) < HEAD or min(one.a, one.b) < HEAD // 2 for one in told_apart):
        return True
    return len(told_apart) > SLIPS
