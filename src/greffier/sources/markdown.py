"""Markdown: the same words, with what its signs say.

The text is left as it is, signs and all; the marks say which of its words are a heading, bold,
italic or a link. Every pattern is bounded or possessive, so that the time is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import Mark, Span
from greffier.sources.head import head_of
from greffier.sources.text import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"^ {0,3}+(?P<signs>#{1,6}+)[ \t]++(?P<words>[^\r\n]++)", re.MULTILINE)
_UNDERLINED = re.compile(
    r"^(?P<words>[^\W_][^\r\n]{0,300}+)\r?\n {0,3}+(?P<line>=++|-{3,}+)[ \t]*+\r?$", re.MULTILINE
)
_LINK = re.compile(
    r"(?<![!\\])\[(?P<words>[^\[\]]{1,500}+)\]"
    r"\(<?(?P<target>(?:[^\s()<>\[\]]|\([^\s()<>\[\]]{0,200}+\)){1,2000}+)>?"
    r"(?:\s{1,5}+[\"'][^\"'\n]{0,300}+[\"'])?\)"
    r"|<(?P<address>https?://[^\s<>]{1,2000}+)>"
)
_SIGNS = re.compile(
    r"\\."  # an escaped sign stands for itself
    r"|\]\([^\s()]{0,2000}+|<https?://[^\s<>]{1,2000}+"  # an address has signs that say nothing
    r"|(?P<paragraph>\n[ \t\r]*+\n)"
    r"|(?P<signs>\*++|_++)"
)
_BOLD = 2  # signs
_MOST_SIGNS = 3  # more of them are a rule across the page
_MOST_OPEN = 16  # a paragraph with more signs left open is not emphasis but something else


def form(words: str) -> Form:
    """Give the form of a Markdown text: its marks in order, and the fields of its YAML head."""
    hints, start = head_of(words)
    marks = [*_headings(words, start), *_links(words, start), *_emphasis(words, start)]
    marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    return Form(media_type="text/markdown", marks=tuple(marks), hints=hints)


def _headings(words: str, start: int) -> Iterator[Mark]:
    for found in _HEADING.finditer(words, start):
        line = found["words"].rstrip()
        open_end = line.rstrip("#")
        if not open_end or open_end[-1].isspace():  # the signs may stand at both ends
            line = open_end.rstrip()
        if line:
            span = Span(found.start("words"), found.start("words") + len(line))
            yield Mark(kind="heading", span=span, value=str(len(found["signs"])))
    for found in _UNDERLINED.finditer(words, start):
        if _is_after_blank(words, found.start(), start):
            span = Span(found.start(), found.start() + len(found["words"].rstrip()))
            yield Mark(kind="heading", span=span, value="1" if found["line"][0] == "=" else "2")


def _is_after_blank(words: str, here: int, start: int) -> bool:
    """Say whether the line before is blank, or there is none: a paragraph begins here."""
    before = words.rfind("\n", start, max(here - 1, start))
    return not words[max(before, start) : here].strip()


def _links(words: str, start: int) -> Iterator[Mark]:
    for found in _LINK.finditer(words, start):
        part = "words" if found["words"] is not None else "address"
        target = found["target"] or found["address"]
        if found[part].strip():
            yield Mark(kind="link", span=Span(*found.span(part)), value=target)


@dataclass(slots=True)
class _Open:
    """Signs that opened emphasis and wait for those that close it."""

    sign: str
    length: int
    end: int


def _emphasis(words: str, start: int) -> Iterator[Mark]:
    """Yield bold and italic words: signs pair within a paragraph, the nearest first."""
    waiting: list[_Open] = []
    for found in _SIGNS.finditer(words, start):
        if found["paragraph"] is not None:
            waiting.clear()
        elif found["signs"] is not None and len(found["signs"]) <= _MOST_SIGNS:
            run = _Open(found["signs"][0], len(found["signs"]), found.end())
            opens, closes = _sides(words, found.start(), found.end())
            if closes:
                yield from _closed(run, found.start(), waiting)
            if opens and run.length:
                waiting.append(run)
                del waiting[:-_MOST_OPEN]


def _sides(words: str, start: int, end: int) -> tuple[bool, bool]:
    """Say whether signs at this place can open emphasis, and whether they can close it."""
    before, after = words[start - 1 : start] or " ", words[end : end + 1] or " "
    opens, closes = not after.isspace(), not before.isspace()
    if words[start] == "_":  # inside a word, as in a file name, it is no sign
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return opens, closes


def _closed(run: _Open, start: int, waiting: list[_Open]) -> Iterator[Mark]:
    """Pair `run`, which begins at `start`, with the signs that wait for it."""
    while run.length:
        at = next((i for i in reversed(range(len(waiting))) if waiting[i].sign == run.sign), None)
        if at is None:
            return
        opened = waiting[at]
        taken = min(_BOLD, run.length, opened.length)
        yield Mark(kind="bold" if taken == _BOLD else "italic", span=Span(opened.end, start))
        run.length -= taken
        opened.length -= taken
        del waiting[at + bool(opened.length) :]
