"""The final word on whether two witnesses are of one record, with its evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from greffier.collation.aligning import passages, words_of
from greffier.collation.anchors import Gap, blocks, gaps
from greffier.collation.heads import compare_heads
from greffier.collation.naming import Told, differences
from greffier.collation.sketching import outside
from greffier.model.collation import Claim, Grouping, Passage
from greffier.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.collation.anchors import Block
    from greffier.collation.heads import Verdict
    from greffier.collation.naming import Difference

HELD: Final = 0.5  # of the words of the shorter text the longer must have
SURE: Final = 0.75  # the same, where little is aligned and no date agrees
LITTLE: Final = 150  # words
LEFT: Final = 0.3  # of the words of either page, where both came from one address
LONG: Final = 4  # words; what is shorter is no passage
FEWEST: Final = 12  # words that must be aligned, unless the texts are all they have
HEAD: Final = 60  # words at the beginning, where what tells records apart is said
# Between two passages that both have, other words in both: what is filled into a template, as
# against what one of them lacks. More than this share of what is aligned, and it is another act.
FILLED: Final = 0.15
SLIP: Final = 1000  # words, in which one number or name may differ further down: a correction
TOP: Final = 4  # the head stands in the first quarter of a text, else it is another heading
EVIDENCE: Final = 12  # passages that a grouping keeps


def same_record(a: Claim, b: Claim) -> Grouping | None:
    """Say whether two witnesses are of one record; None where they are of two.

    Ask this of the candidates that a sketch finds. It does not matter which is named first.
    """
    if b.text < a.text:  # of two chains of equal length the first one is taken: take the same one
        found = _same_record(b, a)
        return found and _turned(found)
    return _same_record(a, b)


def same_address(a: Claim, b: Claim) -> Grouping | None:
    """Say whether two witnesses that came from one address are of one record: a changed page.

    Ask this where `same_record` sees two: a page may be corrected in its numbers, or rewritten. It
    is of one record while its title stays, nothing that it says of itself disagrees, and some of
    its words are left. Many pages of a careless site may state one address.
    """
    verdict = compare_heads(a, b)
    if verdict.disagrees or "title" not in verdict.agrees:
        return None
    pair = _Pair.of(a, b, titled=True)
    if max(pair.a_in_b, pair.b_in_a) < LEFT:
        return None
    return _grouping(a, b, pair, ("of one address", *_agreeing(verdict)), "same.address")


def _turned(found: Grouping) -> Grouping:
    """Tell a grouping from the other witness."""
    turned = (Passage(a=one.b, b=one.a, words=one.words) for one in found.passages)
    return replace(
        found,
        a=found.b,
        b=found.a,
        a_in_b=found.b_in_a,
        b_in_a=found.a_in_b,
        passages=tuple(sorted(turned, key=lambda one: one.a)),
    )


def _same_record(a: Claim, b: Claim) -> Grouping | None:
    verdict = compare_heads(a, b)
    if verdict.disagrees:
        return None
    dated = any(one.startswith("date") for one in verdict.agrees)
    pair = _Pair.of(a, b, titled=dated and "title" in verdict.agrees)
    if not pair.enough(dated=dated):
        return None
    told_apart = pair.corrected()
    if told_apart is None:
        return None
    corrections = (f"a {one.reason} differs, as if corrected: {one.printed}" for one in told_apart)
    return _grouping(a, b, pair, (*_agreeing(verdict), *corrections), "same.words")


def _agreeing(verdict: Verdict) -> Iterator[str]:
    return (f"{one} agrees" for one in verdict.agrees)


def _grouping(a: Claim, b: Claim, pair: _Pair, reasons: tuple[str, ...], rule: str) -> Grouping:
    held = max(pair.a_in_b, pair.b_in_a)
    return Grouping(
        a=a.witness,
        b=b.witness,
        a_in_b=round(pair.a_in_b, 4),
        b_in_a=round(pair.b_in_a, 4),
        words=pair.words,
        passages=passages(pair.a.found, pair.b.found, pair.longest()),
        reasons=(f"{pair.words} words in the same order, {held:.0%} of one", *reasons),
        rule=rule,
    )


class _Pair(NamedTuple):
    """Two texts with what they share."""

    a: Told
    b: Told
    found: list[Block]
    words: int
    a_in_b: float
    b_in_a: float

    @classmethod
    def of(cls, a: Claim, b: Claim, *, titled: bool) -> _Pair:
        ours, theirs = _told(a, titled=titled), _told(b, titled=titled)
        found = blocks(ours.found.keys, theirs.found.keys)
        long = [one for one in found if one.words >= LONG] or found
        in_a = sum(_own(ours, one.a, one.a + one.words) for one in long)
        in_b = sum(_own(theirs, one.b, one.b + one.words) for one in long)
        return cls(
            a=ours,
            b=theirs,
            found=found,
            words=sum(one.words for one in found),
            a_in_b=in_a / max(_own(ours), 1),
            b_in_a=in_b / max(_own(theirs), 1),
        )

    def enough(self, *, dated: bool) -> bool:
        """Say whether the two share as much as witnesses of one record do."""
        held = HELD if dated or self.words >= LITTLE else SURE
        shorter = min(_own(self.a), _own(self.b))
        return (
            max(self.a_in_b, self.b_in_a) >= held
            and self.words >= min(FEWEST, shorter) > 0
            and self._filled() <= FILLED * self.words
        )

    def _filled(self) -> int:
        """Count the words that stand in place of others between two passages."""
        inside = Gap(
            self.found[0].a,
            self.found[-1].a + self.found[-1].words,
            self.found[0].b,
            self.found[-1].b + self.found[-1].words,
        )
        return sum(
            min(_own(self.a, one.a, one.a_end), _own(self.b, one.b, one.b_end))
            for one in gaps(self.found, inside)
            if one.a < one.a_end and one.b < one.b_end
        )

    def corrected(self) -> list[Difference] | None:
        """Give the numbers and names that differ; None where those are of two acts."""
        out: list[Difference] = []
        for one in differences(self.a, self.b, self.found):
            places = _own(self.a, 0, one.a), _own(self.b, 0, one.b)
            out.append(one)
            if max(places) < HEAD or min(places) < HEAD // 2:
                return None
            if len(out) > max(1, self.words // SLIP):
                return None
        return out

    def longest(self) -> list[Block]:
        """Give the longest blocks, in order."""
        best = sorted(self.found, key=lambda one: (-one.words, one.a))[:EVIDENCE]
        return sorted(best)


def _own(one: Told, first: int = 0, stop: int = -1) -> int:
    """Count the record's own words between two places of a text; all of them unless said."""
    return int(one.before[stop] - one.before[first])


def _told(claim: Claim, *, titled: bool) -> Told:
    """Give the words of a witness, and which are the record's own.

    Above a title and date that agree stands what the page shows on the day when it is fetched.
    """
    found = words_of(claim)
    above = _above_head(claim) if titled else ()
    return Told(claim.text, found, outside(found, (*claim.furniture, *claim.glosses, *above)))


def _above_head(claim: Claim) -> tuple[Span, ...]:
    head = claim.head
    spans = [one.span for one in (head.title, head.date) if one and one.span] if head else []
    start = min((one.start for one in spans), default=0)
    return (Span(0, start),) if 0 < start < len(claim.text) // TOP else ()
