"""A hit as a list shows it: its passage, not longer than the eye takes in at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from greffier.archive.identity import person_id
from greffier.model import Span
from greffier.query import Piece
from greffier.web.marking import HIT, Mark, Marker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.archive.stored import Hit
    from greffier.web.marking import Words

_BEFORE: Final = 160  # code points shown before the first word that was found
_LENGTH: Final = 480


def excerpt(hit: Hit) -> tuple[Words, ...]:
    """Give the part of a hit's passage around the first word found, with the words marked.

    They have no names to be reached by: a page shows many hits, and a name stands on it once.
    """
    shown = _stretch(hit)
    text = hit.quote[shown.start - hit.span.start : shown.end - hit.span.start]
    piece = Piece(kind="narration", span=shown, text=text)
    marked = Marker(Mark(span, HIT) for span in hit.matches).words(piece)
    return tuple(replace(one, anchor=None) for one in marked)


def persons_of(hits: Iterable[Hit]) -> dict[str, str]:
    """Give what leads to the page of each speaker, by his name as the records print it."""
    named = {hit.speaker: person_id(hit.speaker) for hit in hits if hit.speaker}
    return {name: key for name, key in named.items() if key}


def clipped(hit: Hit) -> tuple[bool, bool]:
    """Say whether the passage goes on before and after what `excerpt` gives."""
    shown = _stretch(hit)
    return shown.start > hit.span.start, shown.end < hit.span.end


def _stretch(hit: Hit) -> Span:
    """Find what is shown: whole words, beginning a little before the first that was found."""
    start, end = hit.span.start, hit.span.start + len(hit.quote)
    if end - start <= _LENGTH:
        return Span(start, end)
    first = hit.matches[0].start if hit.matches else start
    begin = max(start, min(first - _BEFORE, end - _LENGTH))
    stop = min(end, begin + _LENGTH)
    if begin > start:
        space = hit.quote.find(" ", begin - start, max(first - start, 0))
        begin = begin if space < 0 else start + space + 1
    if stop < end:
        space = hit.quote.rfind(" ", begin - start + 1, stop - start)
        stop = stop if space < 0 else start + space
    return Span(begin, stop)
