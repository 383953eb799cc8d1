"""Concordance: every place where something was said, with the words on each side of it."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest
from itertools import count, islice
from typing import TYPE_CHECKING, Literal

from greffier.archive.words import analysed
from greffier.errors import QueryError
from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.archive import Archive, Question
    from greffier.archive.speech import FoundPassage, Place

Neighbour = Literal["left", "right", "speaker"]

CONTEXT = 8  # words shown on each side unless said
WIDEST = 50
# Lines that are sorted by their words: for a page that somebody waits for, and for a list. Of more,
# the first of the question's order.
SORTED, ALL_SORTED = 2_000, 20_000
_COMPARED = 3  # neighbours that lines are sorted by


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a concordance: `node` is what was asked for, `span` where it stands.

    Args:
        witness: in whose text.
        date: of the session that it was said in, else of the record; as precise as it is known.
        left, right: the words before and after it in its passage.
    """

    witness: str
    turn: int | None
    session: str | None
    date: str | None
    speaker: str | None
    office: str | None
    of: str | None
    left: str
    node: str
    right: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """One page of a concordance.

    Args:
        lines: of this page.
        more: whether others follow.
        sorted_from: of how many lines these come first, where they were sorted by their words or
            speakers; None where they stand in the order of the question.
        complete: whether those were all there are.
    """

    lines: tuple[Line, ...]
    more: bool
    sorted_from: int | None = None
    complete: bool = True


def concordance(
    archive: Archive,
    question: Question,
    *,
    context: int = CONTEXT,
    by: Neighbour | None = None,
    most: int = SORTED,
) -> Concordance:
    """Give one page of a concordance: as many lines as the question's limit, after its offset.

    Args:
        archive: what is looked through.
        question: its words must ask for something; its order is that of the lines.
        context: words on each side.
        by: sort the lines by the words to their left or right, or by their speakers, instead.
        most: lines that are sorted so; time and not memory grows with them.

    Raises:
        QueryError: the question cannot be read or has no words, or the context is too wide.
    """
    if not 0 <= context <= WIDEST:
        raise QueryError("context", f"{context} words", f"0 to {WIDEST} words on each side")
    if not question.words.strip():
        raise QueryError("query", "no word to look for", "give a word or a phrase")
    found = _lines(archive.passages(question))
    start, end = question.offset, question.offset + question.limit
    if by is None:
        page = tuple(islice(found, start, end + 1))
        lines = tuple(_line(*one, context=context) for one in page[: question.limit])
        return Concordance(lines=lines, more=len(page) > question.limit)
    number = count()
    # Of the lines that are sorted only those up to the end of the page are kept.
    taken = (one for one, _ in zip(islice(found, most), number, strict=False))
    kept = nsmallest(end, taken, key=lambda one: _key(*one, by=by))
    looked_at = next(number)
    return Concordance(
        lines=tuple(_line(*one, context=context) for one in kept[start:]),
        more=looked_at > end,
        sorted_from=looked_at,
        complete=next(found, None) is None,
    )


def _lines(passages: Iterable[FoundPassage]) -> Iterator[tuple[FoundPassage, Place]]:
    for passage in passages:
        for place in passage.places:
            yield passage, place


def _key(passage: FoundPassage, place: Place, *, by: Neighbour) -> tuple[str, ...]:
    """Give what a line is sorted by: the nearest neighbours first, without case."""
    if by == "speaker":
        return (passage.speaker or "\U0010ffff",)
    words = passage.cut.words
    if by == "left":
        before = words[max(place[0] - _COMPARED, 0) : place[0]]
        return tuple(analysed(word)[0] for word in reversed(before))
    return tuple(analysed(word)[0] for word in words[place[-1] + 1 : place[-1] + 1 + _COMPARED])


def _line(passage: FoundPassage, place: Place, *, context: int) -> Line:
    first, last = place[0], place[-1]
    start, end = max(first - context, 0), min(last + context, len(passage.cut.words) - 1)
    at, until = passage.cut.span(first, last)
    begin, stop = passage.cut.span(start, end)
    text, base = passage.text, passage.span.start
    return Line(
        witness=passage.witness,
        turn=passage.turn,
        session=passage.session,
        date=passage.date,
        speaker=passage.speaker,
        office=passage.office,
        of=passage.of,
        left=_plain(text[begin:at]),
        node=_plain(text[at:until]),
        right=_plain(text[until:stop] + _sign(text, stop) if context else ""),
        span=Span(base + at, base + until),
    )


def _sign(text: str, at: int) -> str:
    """Give the full stop or comma right after the last word, if there is one."""
    return text[at : at + 1].strip()


def _plain(text: str) -> str:
    return " ".join(text.split())
