"""The words of the main text, and what the markup says of them, as spans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Mark, Span
from greffier.sources.html.furniture import INLINE, is_bold, is_italic, tooltip
from greffier.sources.writer import LINE, NOTHING, PARAGRAPH, TAB, Writer

if TYPE_CHECKING:
    from greffier.sources.html.choosing import Main
    from greffier.sources.html.parsing import Element, Parsed

_LINES = frozenset({"li", "dt", "dd", "tr", "option"})
_CELLS = frozenset({"td", "th"})
_HEADINGS = {f"h{level}": str(level) for level in range(1, 7)}
_TARGET = re.compile(r"(?:https?:|mailto:|[^:]*$|[^:/?#]*[/?#])", re.IGNORECASE)
_LONGEST_TARGET = 2000
_LONGEST_GLOSS = 500
_MOST_OPEN = 16  # elements whose words are watched at a time


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


def written(page: Parsed, main: Main, asked: frozenset[int]) -> Written:
    """Write out the main text of a page.

    Args:
        page: the page.
        main: where its main text is.
        asked: the elements that a span is wanted of.
    """
    writer = Writer()
    spans: dict[int, Span] = {}
    glosses: list[tuple[str, Span | None]] = []
    tips: dict[int, str] = {}
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
                    writer.part(NOTHING if element.tag in INLINE else LINE)
                    continue
                if (tip := _tooltip(element)) and len(writer.starts) < _MOST_OPEN:
                    tips[item] = tip
                    writer.watch(item)
                _open(item, element, writer, asked)
            else:
                span = _close(~item, page.elements[~item], writer)
                if span and ~item in asked:
                    spans[~item] = span
                if span and (tip := tips.pop(~item, "")) and tip != page.words(~item):
                    glosses.append((tip, span))
    words, marks = writer.done()
    return Written(words, marks, spans, glosses)


def _open(n: int, element: Element, writer: Writer, asked: frozenset[int]) -> None:
    """Do what the opening of an element means for the text."""
    tag = element.tag
    if tag == "br":
        writer.part(PARAGRAPH if writer.between >= LINE else LINE)
        return
    if tag not in INLINE:
        writer.part(_level(tag))
    writer.keeps += tag == "pre"
    if n in asked:
        writer.watch(n)
    if tag in _HEADINGS:
        writer.mark(n, "heading", _HEADINGS[tag])
    elif tag == "a" and (target := _target(element)):
        writer.mark(n, "link", target)
    if is_bold(element):
        writer.mark(n, "bold")
    if is_italic(element):
        writer.mark(n, "italic")


def _tooltip(element: Element) -> str:
    return tooltip(element) if element.tag in INLINE and element.attributes else ""


def _close(n: int, element: Element, writer: Writer) -> Span | None:
    """End an element; give its span, if it was watched."""
    tag = element.tag
    span = writer.close(n)
    writer.keeps -= tag == "pre"
    if tag != "br" and tag not in INLINE:
        writer.part(_level(tag))
    return span


def _level(tag: str) -> int:
    if tag in _CELLS:
        return TAB
    return LINE if tag in _LINES else PARAGRAPH


def _target(element: Element) -> str | None:
    """Give where a link leads, if that is a page or an address of mail."""
    target = (element.attributes.get("href") or "").strip()[:_LONGEST_TARGET]
    return target if target and _TARGET.match(target) else None


def _gloss(page: Parsed, n: int, writer: Writer, glosses: list[tuple[str, Span | None]]) -> None:
    """Keep the words of a card that is left out, with the words of the link that it is on."""
    words = page.words(n, _LONGEST_GLOSS, between="\n")
    link = writer.open.get("link")
    span = Span(link.start, writer.length) if link and writer.length > link.start else None
    if words:
        glosses.append((words, span))
