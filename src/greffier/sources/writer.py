"""Text as it grows out of a form, with its marks: how blanks, lines and paragraphs come between."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from greffier.model import Mark, Span
from greffier.model.witness import MarkKind

NOTHING, SPACE, TAB, LINE, PARAGRAPH = range(5)
"""What stands between words, the stronger the higher."""

_BETWEEN = ("", " ", "\t", "\n", "\n\n")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BLANK = " \t\n\r\f\xa0"


@dataclass(slots=True)
class _Open:
    """A stretch that has begun: the element that began it, and where its first words will be."""

    element: int
    kind: MarkKind
    value: str | None
    start: int


@dataclass(slots=True)
class Writer:
    """Text as it grows. A kind of mark is open once only, so few are open at any time."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    between: int = NOTHING
    unbroken: bool = False
    keeps: int = 0  # how many elements are open that keep their white space
    open: dict[MarkKind, _Open] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)

    def part(self, level: int) -> None:
        """Say what stands before the next words; the strongest of what was said counts."""
        self.between = max(self.between, level)

    def write(self, words: str) -> None:
        """Add words, blanks made plain."""
        if self.keeps:
            self._put(words.replace("\r\n", "\n").replace("\r", "\n"))
            return
        bare = words.strip(_BLANK)
        before = words[: len(words) - len(words.lstrip(_BLANK))]
        self._blank(before)
        if bare:
            self._put(_BLANKS.sub(" ", bare))
            self._blank(words[len(before) + len(bare) :])

    def _blank(self, blank: str) -> None:
        """Take note of blanks at an edge: of many, one stays, unbroken if one of them was."""
        if blank:
            self.part(SPACE)
            self.unbroken |= "\xa0" in blank

    def _put(self, words: str) -> None:
        if self.between and self.length:
            gap = _BETWEEN[self.between]
            if self.unbroken and self.between == SPACE:
                gap = "\xa0"
            self.pieces.append(gap)
            for one in self.open.values():
                one.start += len(gap) * (one.start == self.length)
            for n, start in self.starts.items():
                if start == self.length:
                    self.starts[n] = start + len(gap)
            self.length += len(gap)
        self.between, self.unbroken = NOTHING, False
        self.pieces.append(words)
        self.length += len(words)

    def watch(self, n: int) -> None:
        """Begin the element `n`, whose span `close` will give. A few may be open at a time."""
        self.starts[n] = self.length

    def mark(self, n: int, kind: MarkKind, value: str | None = None) -> None:
        """Begin a mark with the element `n`; one inside another of its kind says nothing new."""
        if kind not in self.open:
            self.open[kind] = _Open(n, kind, value, self.length)

    def close(self, n: int) -> Span | None:
        """End the marks that began with the element `n`; give its span, if it was watched."""
        for kind in [kind for kind, one in self.open.items() if one.element == n]:
            one = self.open.pop(kind)
            if self.length > one.start:
                span = Span(one.start, self.length)
                self.marks.append(Mark(kind=kind, span=span, value=one.value))
        start = self.starts.pop(n, self.length)
        return Span(start, self.length) if self.length > start else None

    def done(self) -> tuple[str, tuple[Mark, ...]]:
        """Give the text and its marks in order."""
        words = "".join(self.pieces)
        marks = _joined(self.marks, words)
        return words, tuple(sorted(marks, key=lambda one: (one.span.start, -one.span.end)))


def _joined(marks: list[Mark], words: str) -> list[Mark]:
    """Make one of marks that follow each other with at most a blank between them."""
    out: list[Mark] = []
    last: dict[str, int] = {}
    for mark in marks:
        if not mark.span.cut(words).strip():
            continue
        at = last.get(mark.kind)
        if at is not None and mark.kind in {"bold", "italic"}:
            before = out[at].span
            if words[before.end : mark.span.start] in {"", " "} and before.end <= mark.span.start:
                out[at] = Mark(kind=mark.kind, span=Span(before.start, mark.span.end))
                continue
        last[mark.kind] = len(out)
        out.append(mark)
    return out
