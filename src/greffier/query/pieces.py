"""A witness text cut into pieces for the eye, losing nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from greffier.archive.passages import paragraphs
from greffier.model import Gloss, Span, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import Reading

PieceKind = Literal["furniture", "title", "header", "label", "turn", "narration", "space"]

# A line of a header is no longer than this; a date in a longer one is a date in a sentence.
_HEADER = 200
# What stands between a label and what was said: a colon, spaces, the asterisks of bold type.
_AFTER_LABEL = re.compile(r"[^\w\n]{0,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a witness text that is of one kind.

    Args:
        kind: `furniture`, `title`, `header` (date, dateline, publisher), `label` (of `turn`, its
            colon included), `turn` (a paragraph of it), `narration` (any other paragraph), or
            the `space` between them.
        text: the words exactly as they stand in the witness text.
        turn: whose label or paragraph it is.
        glosses: those that begin inside.
    """

    kind: PieceKind
    span: Span
    text: str
    turn: Turn | None = None
    glosses: tuple[Gloss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a piece with the names of all the marks that lie on it."""

    span: Span
    text: str
    marks: tuple[str, ...]


class _Claim(NamedTuple):
    """A stretch that a fact says is of a kind; of claims that overlap the lowest `rank` has it."""

    rank: int
    span: Span
    kind: PieceKind
    turn: Turn | None


def pieces(reading: Reading) -> Iterator[Piece]:
    """Cut the witness text of a reading into consecutive pieces, to be shown one after another.

    The pieces put together are the text, whatever the reading says.
    """
    text = reading.witness.text
    cut = _Cut(text, reading.glosses)
    at = 0
    for claim in _settled(_claims(reading)):
        yield from cut.rest(at, claim.span.start)
        yield cut.piece(claim.kind, claim.span, claim.turn)
        at = claim.span.end
    yield from cut.rest(at, len(text))


def runs(piece: Piece, marks: Iterable[tuple[Span, str]]) -> Iterator[Run]:
    """Cut a piece wherever a mark begins or ends, so that each run can be shown in one way.

    Args:
        piece: what is cut; the runs put together are its text.
        marks: spans of the witness text with the name of what they are, in any order.
    """
    inside = [(span, name) for span, name in marks if span.meets(piece.span)]
    edges = {piece.span.start, piece.span.end}
    for span, _ in inside:
        edges.update((max(span.start, piece.span.start), min(span.end, piece.span.end)))
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        run = Span(start, end)
        names = dict.fromkeys(name for span, name in inside if span.holds(run))
        text = piece.text[start - piece.span.start : end - piece.span.start]
        yield Run(span=run, text=text, marks=tuple(names))


def _claims(reading: Reading) -> Iterator[_Claim]:
    text, head = reading.witness.text, reading.record
    yield from (_Claim(0, span, "furniture", None) for span in reading.furniture)
    for turn in reading.turns:
        after = _AFTER_LABEL.match(text, turn.label_span.end)
        end = after.end() if after else turn.label_span.end
        yield _Claim(2, Span(turn.label_span.start, end), "label", turn)
        yield from (_Claim(1, span, "turn", turn) for span in turn.paragraphs)
    if head.title is not None:
        yield _Claim(3, head.title.span, "title", None)
    for stated in (head.date, head.dateline_place, head.publisher):
        if stated is not None and stated.span is not None:
            line = _line(text, stated.span)
            if line.end - line.start <= _HEADER:
                yield _Claim(4, line, "header", None)


def _line(text: str, span: Span) -> Span:
    """Give the whole line that `span` stands in: a dateline is one line of the header."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return next(paragraphs(text, start, len(text) if end < 0 else end), span)


def _settled(claims: Iterable[_Claim]) -> Iterator[_Claim]:
    """Yield stretches that do not overlap, in order, each with the claim that has it."""
    waiting = sorted(claims, key=lambda claim: claim.span)
    edges = sorted({edge for claim in waiting for edge in claim.span})
    active: list[tuple[int, int, int]] = []  # rank, index, end
    held: _Claim | None = None
    taken = 0
    for start, end in pairwise(edges):
        while taken < len(waiting) and waiting[taken].span.start <= start:
            heappush(active, (waiting[taken].rank, taken, waiting[taken].span.end))
            taken += 1
        while active and active[0][2] <= start:
            heappop(active)
        now = waiting[active[0][1]] if active else None
        if held is not None and now is not None and _same(held, now, start):
            held = held._replace(span=Span(held.span.start, end))
            continue
        if held is not None:
            yield held
        held = None if now is None else now._replace(span=Span(start, end))
    if held is not None:
        yield held


def _same(held: _Claim, now: _Claim, start: int) -> bool:
    """Say whether `now` goes on with what is held: one paragraph, not two that touch."""
    return (
        held.span.end == start
        and held.kind == now.kind
        and held.turn is now.turn
        and now.span.start < start
    )


class _Cut:
    """Makes the pieces of one text, each with its glosses."""

    def __init__(self, text: str, glosses: Iterable[Gloss]) -> None:
        self._text = text
        self._glosses = sorted(glosses, key=lambda gloss: gloss.span)
        self._starts = [gloss.span.start for gloss in self._glosses]

    def piece(self, kind: PieceKind, span: Span, turn: Turn | None = None) -> Piece:
        first, last = (bisect_left(self._starts, edge) for edge in span)
        inside = tuple(self._glosses[first:last])
        return Piece(kind=kind, span=span, text=span.cut(self._text), turn=turn, glosses=inside)

    def rest(self, start: int, end: int) -> Iterator[Piece]:
        """Yield what no fact claims: paragraphs of narration, and the space around them."""
        at = start
        for span in paragraphs(self._text, start, end):
            if at < span.start:
                yield self.piece("space", Span(at, span.start))
            yield self.piece("narration", span)
            at = span.end
        if at < end:
            yield self.piece("space", Span(at, end))
