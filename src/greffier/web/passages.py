"""A hit as a list shows it: its passage, not longer than the eye takes in at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from greffier.model import Span
from greffier.query import Piece
from greffier.web.marking import HIT, Mark, Marker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.archive import Archive
    from greffier.web.marking import Words

_BEFORE: Final = 160  # code points shown before the first word that was found
_LENGTH: Final = 480


class Quoted(Protocol):
    """A passage with where the words stand that were looked for, such as a hit."""

    @property
    def quote(self) -> str:
        """Its words."""
        ...

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...

    @property
    def matches(self) -> tuple[Span, ...]:
        """Where the words stand in the same text."""
        ...


class Spoken(Protocol):
    """What somebody said, such as a hit or a line of a concordance."""

    @property
    def witness(self) -> str:
        """In whose text."""
        ...

    @property
    def turn(self) -> int | None:
        """In which turn; None for what nobody said."""
        ...


def excerpt(hit: Quoted) -> tuple[Words, ...]:
    """Give the part of a hit's passage around the first word found, with the words marked.

    They have no names to be reached by: a page shows many hits, and a name stands on it once.
    """
    shown = _stretch(hit)
    text = hit.quote[shown.start - hit.span.start : shown.end - hit.span.start]
    piece = Piece(kind="narration", span=shown, text=text)
    marked = Marker(Mark(span, HIT) for span in hit.matches).words(piece)
    return tuple(replace(one, anchor=None) for one in marked)


def persons_of(archive: Archive, hits: Iterable[Spoken]) -> dict[tuple[str, int | None], str]:
    """Give the person who took the turn of each hit, where the archive has one.

    Not every printed name is somebody's: `Q` asks at briefings, and `The President` may be anyone.

    Args:
        archive: where the hits are from.
        hits: those of one page.
    """
    turns = [(hit.witness, hit.turn) for hit in hits if hit.turn is not None]
    return dict[tuple[str, int | None], str](archive.speakers_of(turns).items())


def unseen(hit: Quoted) -> int:
    """Count the places of a passage that `excerpt` does not show."""
    shown = _stretch(hit)
    return sum(not shown.meets(match) for match in hit.matches)


def clipped(hit: Quoted) -> tuple[bool, bool]:
    """Say whether the passage goes on before and after what `excerpt` gives."""
    shown = _stretch(hit)
    return shown.start > hit.span.start, shown.end < hit.span.end


def _stretch(hit: Quoted) -> Span:
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
