"""What was asked, as a query of the index."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tantivy import FieldType, Occur, Query

from greffier.archive.asking import All, Either, Near, Not, Pattern, Words
from greffier.archive.days import days
from greffier.archive.documents import KINDS, NAMED, whole
from greffier.archive.finding import folded
from greffier.archive.numbers import number_of_language
from greffier.archive.words import words
from greffier.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tantivy import Schema, Searcher

    from greffier.archive.asking import Asked
    from greffier.archive.stored import Held, Question

WHOLE = "="  # before a name: this name as a whole, no other that has its words
_LONGEST_NAME = 200
_LANGUAGE = re.compile(r"[A-Za-z0-9-]{2,20}", re.ASCII)


class Meant(NamedTuple):
    """What the names of a question stand for in an archive.

    `sessions` is what witnesses tell of its session, by identifier; `called` every name that is
    printed for those whom its speaker may be.
    """

    sessions: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


def query_of(asked: Asked, schema: Schema) -> Query:
    """Give what was asked as a query over the passages."""
    match asked:
        case Words(text, exact):
            return _words(schema, *_terms(text, exact=exact))
        case Pattern(patterns):
            return _pattern(schema, [folded(pattern) for pattern in patterns])
        case Near():
            return _near(schema, asked)
        case Not(part):
            return Query.boolean_query(
                [(Occur.Must, Query.all_query()), (Occur.MustNot, query_of(part, schema))]
            )
        case Either(parts):
            return Query.boolean_query([(Occur.Should, query_of(part, schema)) for part in parts])
        case All(parts):
            return Query.boolean_query([(Occur.Must, query_of(part, schema)) for part in parts])


def _terms(text: str, *, exact: bool) -> tuple[str, list[str]]:
    """Give the field in which words are looked for, and under what."""
    if exact:
        return "forms", [word.form for word in words(text)]
    return "words", [word.stem for word in words(text)]


def _words(schema: Schema, field: str, terms: list[str]) -> Query:
    if not terms:
        return Query.empty_query()
    if len(terms) == 1:
        return Query.term_query(schema, field, terms[0])
    return Query.phrase_query(schema, field, [*terms])


def _pattern(schema: Schema, patterns: list[str]) -> Query:
    expressions = [_expression(pattern) for pattern in patterns]
    if len(expressions) == 1:
        return Query.regex_query(schema, "forms", expressions[0])
    return Query.regex_phrase_query(schema, "forms", [*expressions])


def _expression(pattern: str) -> str:
    """Give a pattern as the regular expression that the index reads."""
    signs = {"*": ".*", "?": "."}
    return "".join(signs.get(char, char if char.isalnum() else f"\\{char}") for char in pattern)


def _near(schema: Schema, asked: Near) -> Query:
    """Look for two words in either order: the index tells distances in the order given."""
    field, (one,) = _terms(asked.one, exact=asked.exact)
    _, (other,) = _terms(asked.other, exact=asked.exact)
    orders = ([one, other], [other, one])
    return Query.boolean_query(
        [
            (Occur.Should, Query.phrase_query(schema, field, [*order], slop=asked.distance))
            for order in orders
        ]
    )


def restrictions(
    question: Question, searcher: Searcher, schema: Schema, names: Meant
) -> list[Query]:
    """Give what the hits must be besides holding the words, one query each.

    Args:
        question: what is asked.
        searcher: of the index.
        schema: its fields.
        names: what its names stand for.

    Raises:
        QueryError: a date or a name that cannot be one.
    """
    queries = _names(question, searcher, schema, names.called)
    if question.kind is not None:
        if question.kind not in KINDS:
            raise QueryError("kind", f"{question.kind[:40]!r}", f"one of: {', '.join(KINDS)}")
        queries.append(Query.term_query(schema, "kind_id", KINDS.index(question.kind)))
    if question.language is not None:
        if not _LANGUAGE.fullmatch(question.language):
            raise QueryError("language", f"{question.language[:40]!r}", "a code such as en or ru")
        language = number_of_language(question.language)
        queries.append(Query.term_query(schema, "language_id", language))
    if question.session is not None:
        queries.append(Query.term_set_query(schema, "session", list(names.sessions)))
    if question.among is not None:
        queries.append(Query.term_set_query(schema, "witness", list(question.among)))
    if question.spoken is not None:
        queries.append(Query.term_query(schema, "spoken", question.spoken))
    queries += _times(question, schema)
    return queries


def _times(question: Question, schema: Schema) -> Iterator[Query]:
    """Give the queries of the first day and of the last; both are looked at before either counts.

    Raises:
        QueryError: one is no day, or the last comes before the first.
    """
    first = None if question.since is None else _day("since", question.since)[0]
    last = None if question.until is None else _day("until", question.until)[1]
    if first is not None and last is not None and last < first:
        met = f"{question.until!r}, which is before {question.since!r}"
        raise QueryError("until", met, "give an end that is not before the beginning")
    if first is not None:
        yield Query.range_query(schema, "last", FieldType.Integer, first, None)
    if last is not None:
        yield Query.range_query(schema, "first", FieldType.Integer, None, last)


def _names(
    question: Question, searcher: Searcher, schema: Schema, called: tuple[str, ...]
) -> list[Query]:
    named = {field: getattr(question, field) for field in NAMED}
    asked = {field: name for field, name in named.items() if name is not None}
    queries = dict(zip(asked, _named(asked, searcher, schema), strict=True))
    if called and "speaker" in queries:
        theirs = Query.term_set_query(schema, "speaker_is", [whole(name) for name in called])
        queries["speaker"] = _any((queries["speaker"], theirs))
    if question.held:
        printed = [query for field in ("office", "of") if (query := queries.pop(field, None))]
        times = (_in_time(one, schema) for one in question.held)
        queries["office"] = _any((_every(printed), *times))
    return list(queries.values())


def _in_time(held: Held, schema: Schema) -> Query:
    """Look for what somebody said in the time in which he is known to have had an office."""
    names = Query.term_set_query(schema, "speaker_is", [whole(name) for name in held.names])
    since = Query.range_query(schema, "first", FieldType.Integer, held.first, None)
    until = Query.range_query(schema, "last", FieldType.Integer, None, held.last)
    return _every((names, since, until))


def _named(asked: dict[str, str], searcher: Searcher, schema: Schema) -> Iterator[Query]:
    for field, name in asked.items():
        forms = _forms(field, name)
        wanted = Query.term_query(schema, f"{field}_is", " ".join(forms))
        # `Guinea` is not Equatorial Guinea; where nothing is of that name its words may do.
        if name.startswith(WHOLE) or (
            field in {"of", "organisation"} and searcher.doc_freq(f"{field}_is", " ".join(forms))
        ):
            yield wanted
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


def _any(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])


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
