"""A record cut into passages: what a search finds and what a page shows.

A passage is a paragraph of a turn, or a paragraph of what lies outside the turns. Paragraphs of
the rest are parted by blank lines; a long block without blank lines is parted at its line ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import Reading

# A block of lines up to this many code points is one paragraph: text that was broken to a width.
_LONG = 1_500
# More than this is no paragraph: it is cut between words, to bound the time that it takes.
_LONGEST = 10_000
_BLOCK = re.compile(r"\S[^\n]*(?:\n(?![^\S\n]*(?:\n|\Z))[^\n]*)*")
_LINE = re.compile(r"\S[^\n]*")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph: `text` is the words that are searched, as long as `span`, glosses blanked."""

    span: Span
    text: str
    turn: int | None


def passages(reading: Reading) -> Iterator[Passage]:
    """Yield what can be found in a record: its turns' paragraphs, then the paragraphs of the rest.

    Furniture, glosses and speaker labels were neither said nor written by the record's author, so
    they are not found; the label is found through the speaker.
    """
    text = reading.witness.text
    clean = said(
        text, glosses=(gloss.span for gloss in reading.glosses), furniture=reading.furniture
    )
    for turn in reading.turns:
        for span in turn.paragraphs:
            yield from _passages(clean, span, turn.n)
    taken = (span for turn in reading.turns for span in (turn.label_span, *turn.paragraphs))
    rest = _blanked(clean, taken, "\n")
    for span in paragraphs(rest):
        yield from _passages(rest, span, None)


def _passages(text: str, paragraph: Span, turn: int | None) -> Iterator[Passage]:
    """Yield a paragraph as one passage, or as several where nobody could read it as one."""
    start = paragraph.start
    while start < paragraph.end:
        end = min(start + _LONGEST, paragraph.end)
        if end < paragraph.end:
            space = text.rfind(" ", start, end)
            end = end if space < 0 else space + 1
        span = Span(start, end)
        if _WORD.search(span.cut(text)):
            yield Passage(span=span, text=span.cut(text), turn=turn)
        start = end


def said(
    text: str,
    within: Span | None = None,
    *,
    glosses: Iterable[Span],
    furniture: Iterable[Span],
) -> str:
    """Give a text, or a stretch of it, as long as it is, with what is not its own blanked.

    A gloss stands inside a sentence and leaves spaces; furniture stands between paragraphs and
    leaves line ends.
    """
    start, end = within or (0, len(text))
    clean = text[start:end]
    for spans, blank in ((glosses, " "), (furniture, "\n")):
        inside = (
            Span(max(span.start - start, 0), min(span.end, end) - start)
            for span in spans
            if span.start < end and start < span.end
        )
        clean = _blanked(clean, inside, blank)
    return clean


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the paragraphs of a stretch of text, in order, without the white space around them."""
    for block in _BLOCK.finditer(text, start, len(text) if end is None else end):
        lines = (block,) if block.end() - block.start() <= _LONG else _lines(text, block)
        for line in lines:
            yield Span(line.start(), line.start() + len(line.group().rstrip()))


def _lines(text: str, block: re.Match[str]) -> Iterator[re.Match[str]]:
    return _LINE.finditer(text, block.start(), block.end())


def _blanked(text: str, spans: Iterable[Span], blank: str) -> str:
    """Give `text`, of the same length, with `spans` overwritten."""
    out: list[str] = []
    at = 0
    for span in sorted(spans):
        start = max(at, span.start)
        if start < span.end:
            out += (text[at:start], blank * (span.end - start))
            at = span.end
    return "".join((*out, text[at:]))
