"""A question to its hits: found and quoted out of the index, named out of the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, get_args

from sqlalchemy import select
from tantivy import Occur, Order, Query

from greffier.archive.counting import Names, facets
from greffier.archive.damage import DamagedError
from greffier.archive.documents import schema, text_of
from greffier.archive.finding import Finder
from greffier.archive.matching import WHOLE, Meant, query_of, restrictions
from greffier.archive.persons import otherwise_called
from greffier.archive.quoting import kept_at
from greffier.archive.stored import Facet, Hit, Hits, Sort
from greffier.archive.tables import TELLING
from greffier.archive.words import Cut
from greffier.errors import QueryError
from greffier.model import Span

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from tantivy import DocAddress, Searcher

    from greffier.archive.asking import Asked
    from greffier.archive.documents import Kept
    from greffier.archive.listing import Carried
    from greffier.archive.stored import Question, StoredRecord

_MOST_HITS = 1_000  # in one page of answers
_DEEPEST = 100_000  # hits that can be turned to; a question with more should be a narrower one
_MOST_VALUES = 1_000  # of a facet
NAMES = Names()  # a number stands for the same name in every archive
_SORTS: tuple[Sort, ...] = get_args(Sort)


class Found(NamedTuple):
    """What the index answers: one page of passages with their scores, and how many in all."""

    total: int
    places: list[tuple[Kept, float]]
    facets: tuple[Facet, ...] = ()


def tellings(connection: Connection, session: str) -> tuple[str, ...]:
    """Give what witnesses tell of a session, by identifier.

    Raises:
        QueryError: there is no session of this name.
    """
    witness, _, part = session.encode("utf-8", "replace").decode().partition(".")
    one = TELLING.alias()
    wanted = (
        select(TELLING.c.witness, TELLING.c.session)
        .join(one, one.c.meeting == TELLING.c.meeting)
        .where(one.c.witness == witness, one.c.session == part)
    )
    found = tuple(f"{row.witness}.{row.session}" for row in connection.execute(wanted))
    if not found:
        met = f"{session[:40]!r}, which no session is named"
        raise QueryError("session", met, "an identifier such as a4231deef9788138.s1")
    return found


def meant(connection: Connection, question: Question) -> Meant:
    """Give what the names of a question stand for in an archive.

    Raises:
        QueryError: there is no session of its name.
    """
    session, speaker = question.session, question.speaker
    return Meant(
        sessions=() if session is None else tellings(connection, session),
        called=otherwise_called(connection, speaker)
        if speaker and not speaker.startswith(WHOLE)
        else (),
    )


def find(searcher: Searcher, asked: Asked | None, question: Question, names: Meant) -> Found:
    """Find the passages that answer a question.

    Args:
        searcher: of the index.
        asked: the words of the question, as they were read.
        question: what is asked.
        names: what its names stand for.

    Raises:
        QueryError: it asks for nothing, or for too much at once, or restricts in a way not known.
    """
    _check(question)
    query = query_for(asked, question, searcher, names)
    limit, offset = question.limit, question.offset
    places = ranked(searcher, query, question, limit=limit, offset=offset)
    found = [(kept_at(searcher, address), score) for score, address in places]
    if not question.facets:
        return Found(count(searcher, query), found)
    # Whoever counts by a facet has counted all.
    total, told = facets(searcher, query, question.facets, NAMES)
    return Found(total, found, told)


def every(searcher: Searcher, query: Query, question: Question) -> list[tuple[float, DocAddress]]:
    """Give where all passages of a query are, in the order that the question asks for.

    A hundred bytes of memory for each, and no more: what they say is read when it is told.
    """
    _check(replace(question, limit=1, offset=0))
    return ranked(searcher, query, question, limit=max(count(searcher, query), 1))


def count(searcher: Searcher, query: Query) -> int:
    """Say how many passages a query has."""
    found = searcher.search(query, limit=1)
    return int(found.count)  # type: ignore[attr-defined] # its stub forgets it


def ranked(
    searcher: Searcher, query: Query, question: Question, *, limit: int, offset: int = 0
) -> list[tuple[float, DocAddress]]:
    """Give where so many passages are, in the order that is asked for.

    Where they are not in the order of their scores, the score of each is 0. They are not counted,
    so that passages that cannot be among the best need not be looked at.
    """
    order, by = Order.Desc, None if question.sort == "relevance" else question.sort
    if question.sort == "oldest":
        order = Order.Asc
    found = searcher.search(
        query, limit=limit, count=False, offset=offset, order_by_field=by, order=order
    )
    return [(0.0 if by else score, address) for score, address in found.hits]


def query_for(
    asked: Asked | None,
    question: Question,
    searcher: Searcher,
    names: Meant,
    *,
    anything: bool = False,
) -> Query:
    """Give a question as a query of the index; the arguments are those of `find`.

    Args:
        asked: as there.
        question: as there.
        searcher: as there.
        names: as there.
        anything: whether it may ask for nothing, and is answered by all there is.

    Raises:
        QueryError: it asks for nothing, or restricts in a way not known.
    """
    fields = schema()
    # A restriction leaves hits out; it makes none a better one.
    parts = [
        (Occur.Must, Query.const_score_query(query, 0.0))
        for query in restrictions(question, searcher, fields, names)
    ]
    if asked is not None:
        parts.append((Occur.Must, query_of(asked, fields)))
    if not parts and not anything:
        raise QueryError("query", "no word to look for", "give a word, a phrase or a restriction")
    if not parts:
        parts.append((Occur.Must, Query.all_query()))
    copy = Query.term_query(fields, "copy", True)  # noqa: FBT003 - the value looked for
    if not question.copies and searcher.doc_freq("copy", True):  # noqa: FBT003 - as above
        parts.append((Occur.MustNot, copy))
    return parts[0][1] if len(parts) == 1 else Query.boolean_query(parts)


def tell(connection: Connection, asked: Asked | None, found: Found, carried: Carried) -> Hits:
    """Tell what was found, with the matching words and the records that they stand in.

    Args:
        connection: to the database.
        asked: the words of the question, as they were read.
        found: what the index answers.
        carried: the records that are known.

    Raises:
        DamagedError: the index knows a witness that the store does not.
    """
    keys = {kept.witness for kept, _ in found.places}
    stored = carried.of(connection, keys)
    if unknown := keys - stored.keys():
        raise DamagedError(f"no witness {min(unknown)}")
    finder = Finder(asked)
    hits = tuple(_hit(kept, score, finder, stored[kept.witness]) for kept, score in found.places)
    return Hits(total=found.total, hits=hits, facets=found.facets)


def _hit(kept: Kept, score: float, finder: Finder, record: StoredRecord) -> Hit:
    quote = text_of(kept.quote)
    passage = quote if kept.clean is None else text_of(kept.clean)
    cut = Cut(passage)
    numbers = sorted({number for place in finder.places(cut.words) for number in place})
    matching = (cut.span(number, number) for number in numbers)
    start, end = kept.span
    return Hit(
        record=record,
        witness=kept.witness,
        turn=kept.turn,
        speaker=kept.speaker,
        office=kept.office,
        of=kept.of,
        span=Span(start, end),
        matches=tuple(Span(start + first, start + last) for first, last in matching),
        quote=quote,
        score=score,
    )


def _check(question: Question) -> None:
    if not (0 < question.limit <= _MOST_HITS and 0 <= question.offset <= _DEEPEST):
        raise QueryError(
            "query",
            f"{question.limit} hits from {question.offset}",
            f"ask for 1 to {_MOST_HITS} hits, none of them after {_DEEPEST}",
        )
    if not 0 <= question.facets <= _MOST_VALUES:
        met = f"{question.facets} values of a facet"
        raise QueryError("facets", met, f"ask for 0 to {_MOST_VALUES}")
    if question.sort not in _SORTS:
        raise QueryError("sort", f"{question.sort[:40]!r}", f"one of: {', '.join(_SORTS)}")
