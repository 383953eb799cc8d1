"""Two texts cut wherever a variant begins or ends, so that they can be shown beside each other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from greffier.model.comparison import Part
from greffier.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from greffier.model.collation import Alignment, Segment, Variant

_Side = Literal["a", "b"]
_SIGNS: Final = 12  # so many between two words at most are looked at
_NO_WORD: Final = re.compile(r"[\W_]+")


class _Item(NamedTuple):
    """The words of a variant in one text."""

    start: int
    end: int
    n: int


def parts(alignment: Alignment, variants: Sequence[Variant], a: str, b: str) -> tuple[Part, ...]:
    """Cut two aligned texts into parts; those of each text put together give it back.

    Args:
        alignment: of the two.
        variants: that were found in it; parts refer to them by their place here.
        a: the text of the base.
        b: the other text.
    """
    cut = _Cut(variants)
    joined: list[Part] = []
    for segment in alignment.segments:
        for part in cut.segment(segment):
            if joined and joined[-1].variant is None and part.variant is None:
                last = joined[-1]
                joined[-1] = Part(a=_both(last.a, part.a), b=_both(last.b, part.b))
            else:
                joined.append(part)
    for at in range(1, len(joined) - 1):
        joined[at - 1 : at + 2] = _leaning(joined[at - 1], joined[at], joined[at + 1], a, b)
    return tuple(joined)


def _leaning(before: Part, part: Part, behind: Part, a: str, b: str) -> tuple[Part, Part, Part]:
    """Put a comma behind words that only the other text has, where that has it behind them too.

    An alignment leaves it with the word before: `Nikol Pashinyan, ` beside `Nikol Pashinyan `, then
    the tooltip, and the comma after that.
    """
    alone = part.variant is not None and (part.a is None) != (part.b is None)
    if not alone or before.variant is not None or behind.variant is not None:
        return before, part, behind
    if part.a is None:
        moved = _moved(a, before.a, behind.a, b, before.b, behind.b)
        return replace(before, a=moved[0]), part, replace(behind, a=moved[1])
    moved = _moved(b, before.b, behind.b, a, before.a, behind.a)
    return replace(before, b=moved[0]), part, replace(behind, b=moved[1])


def _moved(  # noqa: PLR0913, PLR0917 - two sides, three things of each
    lacking: str,
    before: Span | None,
    behind: Span | None,
    having: str,
    other_before: Span | None,
    other_behind: Span | None,
) -> tuple[Span | None, Span | None]:
    """Give two stretches of the text that lacks the words, the sign between them in the second."""
    if before and behind and other_before and other_behind:
        sign = _tail(lacking, before)
        there = _front(having, other_behind)
        if sign.strip() and sign.strip() == there and not _tail(having, other_before).strip():
            cut = before.end - len(sign)
            return Span(before.start, cut), Span(cut, behind.end)
    return before, behind


def _tail(text: str, span: Span) -> str:
    """Give the signs and blanks that a stretch ends with, behind its last word."""
    near = text[max(span.start + 1, span.end - _SIGNS) : span.end]
    found = _NO_WORD.match(near[::-1])
    return near[len(near) - found.end() :] if found else ""


def _front(text: str, span: Span) -> str:
    """Give the signs that a stretch begins with, before its first word."""
    found = _NO_WORD.match(text, span.start, min(span.end, span.start + _SIGNS))
    return found[0].strip() if found else ""


def _both(first: Span | None, second: Span | None) -> Span | None:
    return Span(first.start, second.end) if first and second else first or second


class _Cut:
    """Goes through two texts at once, taking variants as they come."""

    def __init__(self, variants: Sequence[Variant]) -> None:
        self._variants = variants
        self._waiting: dict[_Side, list[_Item]] = {
            "a": sorted(
                (_Item(*one.a, n) for n, one in enumerate(variants) if one.a), reverse=True
            ),
            "b": sorted(
                (_Item(*one.b, n) for n, one in enumerate(variants) if one.b), reverse=True
            ),
        }
        self._at: dict[_Side, int] = {"a": 0, "b": 0}

    def segment(self, segment: Segment) -> Iterator[Part]:
        """Yield the parts of a segment: its variants, and what stands between them."""
        ends: dict[_Side, int] = {
            "a": segment.a.end if segment.a else self._at["a"],
            "b": segment.b.end if segment.b else self._at["b"],
        }
        ours, theirs = self._taken("a", ends["a"]), self._taken("b", ends["b"])
        paired = self._paired(ours, theirs)
        if segment.same:  # what only one text has cannot stand where both say the same
            ours = [one for one in ours if one.n in paired]
            theirs = [one for one in theirs if one.n in paired]
        for left, right in _beside(ours, theirs, paired):
            yield from self._plain(
                left.start if left else self._at["a"], right.start if right else self._at["b"]
            )
            n = left.n if left else right.n if right else None
            yield Part(a=self._to("a", left), b=self._to("b", right), variant=n)
        yield from self._plain(ends["a"], ends["b"])

    def _taken(self, side: _Side, end: int) -> list[_Item]:
        """Take the variants that end within a segment; each reaches back no further than it."""
        waiting, taken, at = self._waiting[side], [], self._at[side]
        while waiting and waiting[-1].end <= end:
            one = waiting.pop()
            if one.end > at:
                taken.append(_Item(max(one.start, at), one.end, one.n))
                at = one.end
        return taken

    def _paired(self, ours: Sequence[_Item], theirs: Sequence[_Item]) -> frozenset[int]:
        """Give the variants that have words in both texts, in one order; a moved one has not."""
        there = [one.n for one in theirs if self._variants[one.n].kind != "transposition"]
        places = {n: place for place, n in enumerate(there)}
        last, kept = -1, []
        for one in ours:
            if places.get(one.n, -1) > last:
                last = places[one.n]
                kept.append(one.n)
        return frozenset(kept)

    def _plain(self, a: int, b: int) -> Iterator[Part]:
        left = Span(self._at["a"], a) if a > self._at["a"] else None
        right = Span(self._at["b"], b) if b > self._at["b"] else None
        self._at["a"], self._at["b"] = a, b
        if left or right:
            yield Part(a=left, b=right)

    def _to(self, side: _Side, item: _Item | None) -> Span | None:
        if item is None:
            return None
        self._at[side] = item.end
        return Span(item.start, item.end)


def _beside(
    ours: Sequence[_Item], theirs: Sequence[_Item], paired: frozenset[int]
) -> Iterator[tuple[_Item | None, _Item | None]]:
    """Yield variants in order: those of one text alone, then the next that is in both."""
    others = iter(theirs)
    for left in ours:
        if left.n not in paired:
            yield left, None
            continue
        for right in others:
            if right.n == left.n:
                yield left, right
                break
            yield None, right
    for right in others:
        yield None, right
