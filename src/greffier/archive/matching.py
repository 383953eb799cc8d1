"""What was asked, as a query of the index and as the words of a passage that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from tantivy import FieldType, Occur, Query

from greffier.archive.asking import All, Either, Not, Prefix, Words
from greffier.archive.days import days
from greffier.archive.documents import whole
from greffier.archive.words import words
from greffier.errors import QueryError
from greffier.model import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tantivy import Schema, Searcher

    from greffier.archive.asking import Asked
    from greffier.archive.stored import Question
    from greffier.archive.words import Word
    from greffier.model import Span

_LONGEST_NAME = 200
_KINDS = get_args(RecordKind)


def query_of(asked: Asked, schema: Schema) -> Query:
    """Give what was asked as a query over the passages."""
    match asked:
        case Words(text):
            return _words(schema, [word.stem for word in words(text)])
        case Prefix(text):
            return _prefix(schema, words(text))
        case Not(part):
            return Query.boolean_query(
                [(Occur.Must, Query.all_query()), (Occur.MustNot, query_of(part, schema))]
            )
        case Either(parts):
            return Query.boolean_query([(Occur.Should, query_of(part, schema)) for part in parts])
        case All(parts):
            return Query.boolean_query([(Occur.Must, query_of(part, schema)) for part in parts])


def _words(schema: Schema, stems: list[str]) -> Query:
    if not stems:
        return Query.empty_query()
    if len(stems) == 1:
        return Query.term_query(schema, "words", stems[0])
    return Query.phrase_query(schema, "words", [*stems])


def _prefix(schema: Schema, asked: list[Word]) -> Query:
    if not asked:
        return Query.empty_query()
    *before, last = asked
    prefix = Query.fuzzy_term_query(schema, "forms", last.form, distance=0, prefix=True)
    if not before:
        return prefix
    return prefix.and_must_match(_words(schema, [word.stem for word in before]))


def matches(asked: Asked | None, passage: list[Word]) -> Iterator[Span]:
    """Yield the words of a passage that were looked for, in no order and perhaps twice."""
    match asked:
        case Words(text):
            yield from _runs([word.stem for word in words(text)], passage)
        case Prefix(text):
            yield from _prefixed(words(text), passage)
        case All(parts) | Either(parts):
            for part in parts:
                yield from matches(part, passage)
        case _:  # what must not be found is not there
            return


def _prefixed(asked: list[Word], passage: list[Word]) -> Iterator[Span]:
    if asked:
        *before, last = asked
        yield from _runs([word.stem for word in before], passage)
        yield from (word.span for word in passage if word.form.startswith(last.form))


def _runs(stems: list[str], passage: list[Word]) -> Iterator[Span]:
    """Yield each word of every run of `passage` that has these stems one after another."""
    told = 0  # runs may overlap: no word is told twice
    for at, word in enumerate(passage):
        if not stems or word.stem != stems[0]:
            continue
        end = at + len(stems)
        if [one.stem for one in passage[at:end]] == stems:
            yield from (one.span for one in passage[max(at, told) : end])
            told = end


def restrictions(question: Question, searcher: Searcher, schema: Schema) -> list[Query]:
    """Give what the hits must be besides holding the words, one query each.

    Raises:
        QueryError: a date or a name that cannot be one.
    """
    queries = [*_names(question, searcher, schema)]
    if question.kind is not None:
        if question.kind not in _KINDS:
            raise QueryError("kind", f"{question.kind[:40]!r}", f"one of: {', '.join(_KINDS)}")
        queries.append(Query.term_query(schema, "kind", question.kind))
    if question.spoken is not None:
        queries.append(Query.term_query(schema, "spoken", question.spoken))
    if question.since is not None:
        first, _ = _day("since", question.since)
        queries.append(Query.range_query(schema, "last", FieldType.Integer, first, None))
    if question.until is not None:
        _, last = _day("until", question.until)
        queries.append(Query.range_query(schema, "first", FieldType.Integer, None, last))
    return queries


def _names(question: Question, searcher: Searcher, schema: Schema) -> Iterator[Query]:
    for field in ("speaker", "office", "of", "organisation", "body"):
        name = getattr(question, field)
        if name is None:
            continue
        forms = _forms(field, name)
        # `Guinea` is not Equatorial Guinea; where nothing is of that name its words may do.
        if field in {"of", "organisation"} and searcher.doc_freq(f"{field}_is", whole(name)):
            yield Query.term_query(schema, f"{field}_is", whole(name))
        else:
            yield _every(Query.term_query(schema, field, form) for form in forms)


def _forms(field: str, name: str) -> list[str]:
    forms = [word.form for word in words(name[: _LONGEST_NAME + 1])]
    if not forms or len(name) > _LONGEST_NAME:
        raise QueryError(
            field, f"{name[:40]!r}", f"give words of the name, up to {_LONGEST_NAME} characters"
        )
    return forms


def _every(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _day(field: str, value: str) -> tuple[int, int]:
    wrong = QueryError(
        field, f"{value[:40]!r}", "give a day, a month or a year: 2021-09-17, 2021-09, 2021"
    )
    if "/" in value:  # from when an interval is meant, nobody can say
        raise wrong
    try:
        return days(value)
    except ValueError as error:
        raise wrong from error
