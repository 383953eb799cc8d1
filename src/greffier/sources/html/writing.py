"""The words of the main text, and what the markup says of them, as spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greffier.model import Mark, Span
from greffier.model.witness import MarkKind
from greffier.sources.html.choosing import INLINE
from greffier.sources.html.furniture import is_bold, is_italic

if TYPE_CHECKING:
    from greffier.sources.html.choosing import Main
    from greffier.sources.html.parsing import Element, Parsed

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BLANK = " \t\n\r\f\xa0"
_NOTHING, _SPACE, _TAB, _LINE, _PARAGRAPH = range(5)
_BETWEEN = ("", " ", "\t", "\n", "\n\n")
_LINES = frozenset({"li", "dt", "dd", "tr", "option"})
_CELLS = frozenset({"td", "th"})
_HEADINGS = {f"h{level}": str(level) for level in range(1, 7)}
_TARGET = re.compile(r"(?:https?:|mailto:|[^:]*$|[^:/?#]*[/?#])", re.IGNORECASE)
_LONGEST_TARGET = 2000
_LONGEST_GLOSS = 500


@dataclass(slots=True)
class Written:
    """The text of a page with its marks.

    Args:
        words: the text.
        marks: what the markup says of it, in order.
        spans: where the words of each element stand that a span was asked of.
        glosses: cards and tooltips, which are no part of the text, with the words they are on.
    """

    words: str
    marks: tuple[Mark, ...]
    spans: dict[int, Span]
    glosses: list[tuple[str, Span | None]]


@dataclass(slots=True)
class _Open:
    """A stretch that has begun: the element that began it, and where its first words will be."""

    element: int
    kind: MarkKind
    value: str | None
    start: int


@dataclass(slots=True)
class _Writer:
    """Text as it grows. A kind of mark is open once only, so few are open at any time."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    between: int = _NOTHING
    unbroken: bool = False
    keeps: int = 0  # how many elements are open that keep their white space
    open: dict[MarkKind, _Open] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)

    def part(self, level: int) -> None:
        self.between = max(self.between, level)

    def write(self, words: str) -> None:
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
            self.part(_SPACE)
            self.unbroken |= "\xa0" in blank

    def _put(self, words: str) -> None:
        if self.between and self.length:
            gap = _BETWEEN[self.between]
            if self.unbroken and self.between == _SPACE:
                gap = "\xa0"
            self.pieces.append(gap)
            for one in self.open.values():
                one.start += len(gap) * (one.start == self.length)
            for n, start in self.starts.items():
                if start == self.length:
                    self.starts[n] = start + len(gap)
            self.length += len(gap)
        self.between, self.unbroken = _NOTHING, False
        self.pieces.append(words)
        self.length += len(words)

    def mark(self, n: int, kind: MarkKind, value: str | None = None) -> None:
        if kind not in self.open:
            self.open[kind] = _Open(n, kind, value, self.length)

    def close(self, n: int) -> None:
        for kind in [kind for kind, one in self.open.items() if one.element == n]:
            one = self.open.pop(kind)
            if self.length > one.start:
                span = Span(one.start, self.length)
                self.marks.append(Mark(kind=kind, span=span, value=one.value))


def written(page: Parsed, main: Main, asked: frozenset[int]) -> Written:
    """Write out the main text of a page.

    Args:
        page: the page.
        main: where its main text is.
        asked: the elements that a span is wanted of.
    """
    writer = _Writer()
    spans: dict[int, Span] = {}
    glosses: list[tuple[str, Span | None]] = []
    for top in main.parts:
        at, end = page.elements[top].start, page.elements[top].end
        while at <= end:
            item = page.items[at]
            at += 1
            if isinstance(item, str):
                writer.write(item)
            elif item >= 0:
                element = page.elements[item]
                if item in main.left_out and item != top:
                    at = element.end + 1
                    if main.left_out[item] == "gloss":
                        _gloss(page, item, writer, glosses)
                    writer.part(_NOTHING if element.tag in INLINE else _LINE)
                    continue
                _open(item, element, writer, asked)
            else:
                _close(~item, page.elements[~item], writer, spans)
    words = "".join(writer.pieces)
    marks = sorted(_joined(writer.marks, words), key=lambda one: (one.span.start, -one.span.end))
    return Written(words, tuple(marks), spans, glosses)


def _open(n: int, element: Element, writer: _Writer, asked: frozenset[int]) -> None:
    """Do what the opening of an element means for the text."""
    tag = element.tag
    if tag == "br":
        writer.part(_PARAGRAPH if writer.between >= _LINE else _LINE)
        return
    if tag not in INLINE:
        writer.part(_level(tag))
    writer.keeps += tag == "pre"
    if n in asked:
        writer.starts[n] = writer.length
    if tag in _HEADINGS:
        writer.mark(n, "heading", _HEADINGS[tag])
    elif tag == "a" and (target := _target(element)):
        writer.mark(n, "link", target)
    if is_bold(element):
        writer.mark(n, "bold")
    if is_italic(element):
        writer.mark(n, "italic")


def _close(n: int, element: Element, writer: _Writer, spans: dict[int, Span]) -> None:
    tag = element.tag
    writer.close(n)
    writer.keeps -= tag == "pre"
    if n in writer.starts:
        start = writer.starts.pop(n)
        if writer.length > start:
            spans[n] = Span(start, writer.length)
    if tag != "br" and tag not in INLINE:
        writer.part(_level(tag))


def _level(tag: str) -> int:
    if tag in _CELLS:
        return _TAB
    return _LINE if tag in _LINES else _PARAGRAPH


def _target(element: Element) -> str | None:
    """Give where a link leads, if that is a page or an address of mail."""
    target = (element.attributes.get("href") or "").strip()[:_LONGEST_TARGET]
    return target if target and _TARGET.match(target) else None


def _gloss(page: Parsed, n: int, writer: _Writer, glosses: list[tuple[str, Span | None]]) -> None:
    """Keep the words of a card that is left out, with the words of the link that it is on."""
    words = page.words(n, _LONGEST_GLOSS, between="\n")
    link = writer.open.get("link")
    span = Span(link.start, writer.length) if link and writer.length > link.start else None
    if words:
        glosses.append((words, span))


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
