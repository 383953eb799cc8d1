"""A question to its hits: found in the index, told out of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
from sqlalchemy import select, tuple_
from tantivy import Occur, Query

from greffier.archive.damage import DamagedError
from greffier.archive.documents import schema
from greffier.archive.keeping import unpack
from greffier.archive.listing import records_of
from greffier.archive.matching import matches, query_of, restrictions
from greffier.archive.passages import said
from greffier.archive.stored import Hit, Hits
from greffier.archive.tables import PARTICIPANT, READING, TURN
from greffier.archive.words import words
from greffier.errors import QueryError
from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection
    from tantivy import Searcher

    from greffier.archive.asking import Asked
    from greffier.archive.stored import Question, StoredRecord

_MOST_HITS = 1_000  # in one page of answers
_DEEPEST = 100_000  # hits that can be turned to; a question with more should be a narrower one


class _Place(NamedTuple):
    """A passage as the index knows it; `turn` is 0 outside the turns."""

    witness: str
    turn: int
    span: Span
    score: float


class Found(NamedTuple):
    """What the index answers: one page of passages, and how many there are in all."""

    total: int
    places: list[_Place]


class _Text(msgspec.Struct):
    text: str


class _Blanked(msgspec.Struct):
    span: Span


class _Printed(msgspec.Struct):
    """Of a reading what it takes to quote it: the rest of its form is passed over."""

    witness: _Text
    furniture: tuple[Span, ...]
    glosses: tuple[_Blanked, ...]


class _Speaker(NamedTuple):
    name: str | None
    office: str | None
    of: str | None


def find(searcher: Searcher, asked: Asked | None, question: Question) -> Found:
    """Find the passages that answer a question; `asked` is its words, as they were read.

    Raises:
        QueryError: it asks for nothing, or for too much at once, or restricts in a way not known.
    """
    if not (0 < question.limit <= _MOST_HITS and 0 <= question.offset <= _DEEPEST):
        raise QueryError(
            "query",
            f"{question.limit} hits from {question.offset}",
            f"ask for 1 to {_MOST_HITS} hits, none of them after {_DEEPEST}",
        )
    query = _query(asked, question, searcher)
    result = searcher.search(query, limit=question.limit, offset=question.offset)
    places = []
    for score, address in result.hits:
        stored = searcher.doc(address)
        span = Span(stored["start"][0], stored["end"][0])
        places.append(_Place(stored["witness"][0], stored["turn"][0], span, score))
    total = result.count  # type: ignore[attr-defined] # its stub forgets it
    return Found(total=total, places=places)


def tell(connection: Connection, asked: Asked | None, found: Found) -> Hits:
    """Tell what was found out of the store, with the matching words.

    Raises:
        DamagedError: the index knows a witness that the store does not.
    """
    keys = {place.witness for place in found.places}
    stored = records_of(connection, keys)
    if unknown := keys - stored.keys():
        raise DamagedError(f"no witness {min(unknown)}")
    printed = _printed(connection, keys)
    speakers = _speakers(connection, found.places)
    hits = tuple(
        _hit(place, asked, stored[place.witness], printed[place.witness], speakers)
        for place in found.places
    )
    return Hits(total=found.total, hits=hits)


def _query(asked: Asked | None, question: Question, searcher: Searcher) -> Query:
    fields = schema()
    # A restriction leaves hits out; it makes none a better one.
    parts = [
        (Occur.Must, Query.const_score_query(query, 0.0))
        for query in restrictions(question, searcher, fields)
    ]
    if asked is not None:
        parts.append((Occur.Must, query_of(asked, fields)))
    if not parts:
        raise QueryError("query", "no word to look for", "give a word, a phrase or a restriction")
    if not question.copies:
        base = Query.term_query(fields, "base", True)  # noqa: FBT003 - the value looked for
        parts.append((Occur.Must, Query.const_score_query(base, 0.0)))
    return Query.boolean_query(parts)


def _hit(
    place: _Place,
    asked: Asked | None,
    record: StoredRecord,
    printed: _Printed,
    speakers: dict[tuple[str, int], _Speaker],
) -> Hit:
    span = place.span
    text = printed.witness.text
    glosses = (gloss.span for gloss in printed.glosses)
    passage = said(text, span, glosses=glosses, furniture=printed.furniture)
    matching = sorted(set(matches(asked, words(passage))))
    speaker = speakers.get((place.witness, place.turn), _Speaker(None, None, None))
    return Hit(
        record=record,
        witness=place.witness,
        turn=place.turn or None,
        speaker=speaker.name,
        office=speaker.office,
        of=speaker.of,
        span=span,
        matches=tuple(Span(start + span.start, end + span.start) for start, end in matching),
        quote=span.cut(text),
        score=place.score,
    )


def _printed(connection: Connection, keys: Iterable[str]) -> dict[str, _Printed]:
    kept = select(READING.c.witness, READING.c.form).where(READING.c.witness.in_(tuple(keys)))
    return {
        row.witness: msgspec.json.decode(unpack(row.form, row.witness), type=_Printed)
        for row in connection.execute(kept)
    }


def _speakers(connection: Connection, places: Iterable[_Place]) -> dict[tuple[str, int], _Speaker]:
    """Give who speaks in the turns that were found; a label where nobody is made out behind it."""
    turns = {(place.witness, place.turn) for place in places if place.turn}
    said_by = (PARTICIPANT.c.witness == TURN.c.witness) & (PARTICIPANT.c.id == TURN.c.participant)
    wanted = (
        select(
            TURN.c.witness,
            TURN.c.n,
            TURN.c.label,
            PARTICIPANT.c.name,
            PARTICIPANT.c.office,
            PARTICIPANT.c.of,
        )
        .join(PARTICIPANT, said_by, isouter=True)
        .where(tuple_(TURN.c.witness, TURN.c.n).in_(turns))
    )
    return {
        (row.witness, row.n): _Speaker(row.name or row.label, row.office, row.of)
        for row in connection.execute(wanted)
    }
