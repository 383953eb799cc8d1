"""Tests of `greffier.archive.asking`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.archive.asking import (
    LONGEST,
    MOST,
    All,
    Asked,
    Either,
    Near,
    Not,
    Pattern,
    Words,
    ask,
)
from greffier.errors import QueryError


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("peace", Words("peace")),
        ("peace talks", All((Words("peace"), Words("talks")))),
        ('"peace talks"', Words("peace talks")),
        ("«мирные переговоры»", Words("мирные переговоры")),
        ("“peace talks”", Words("peace talks")),
        ("peace AND talks", All((Words("peace"), Words("talks")))),
        ("a OR b c", Either((Words("a"), All((Words("b"), Words("c")))))),
        ("a -b", All((Words("a"), Not(Words("b"))))),
        ("a NOT b", All((Words("a"), Not(Words("b"))))),
        ('-"x y"', Not(Words("x y"))),
        ("Novo-Ogaryovo", Words("Novo-Ogaryovo")),
        ("a - b", All((Words("a"), Words("b")))),  # a dash between words asks for nothing
        ("secur*", Pattern(("secur*",))),
        ("wom?n", Pattern(("wom?n",))),
        ("organi*ation", Pattern(("organi*ation",))),
        ("Nagorno-Kara*", All((Words("Nagorno"), Pattern(("Kara*",))))),
        ("why now?", All((Words("why"), Words("now?")))),  # a question, no letter left open
        ("=threat", Words("threat", exact=True)),
        ('="mutual threat"', Words("mutual threat", exact=True)),
        ('="mutual secur*"', Pattern(("mutual", "secur*"))),
        ("a=b", Words("a=b")),
        ('"war peace"~5', Near("war", "peace", 5)),
        ('="war peace"~5', Near("war", "peace", 5, exact=True)),
        ("war NEAR peace", Near("war", "peace", 10)),
        ("x war NEAR/3 peace y", All((Words("x"), Near("war", "peace", 3), Words("y")))),
        ("war ~ peace", All((Words("war"), Words("peace")))),  # nor does this
        ("2010~2015", Words("2010~2015")),
        ("example.org/~user", Words("example.org/~user")),
        ('"war ~x peace"', Words("war ~x peace")),
        ("near war", All((Words("near"), Words("war")))),
        ("(a OR b) c", All((Either((Words("a"), Words("b"))), Words("c")))),
        ("or and not", All((Words("or"), Words("and"), Words("not")))),
        ("ANDREW", Words("ANDREW")),
        ("  ", None),
        ("…", None),
    ],
)
def test_a_query_is_read(query: str, asked: Asked | None) -> None:
    assert ask(query) == asked


@pytest.mark.parametrize(
    ("query", "column"),
    [
        ('peace "talks', 7),
        ("(peace", 1),
        ("peace)", 6),
        ("AND peace", 1),
        ("peace OR", 9),
        ("peace AND OR talks", 11),
        ('peace ""', 7),
        ("peace a*", 7),
        ("()", 2),
        ("(" * 40 + "a", 22),
        ("NOT " * 40 + "a", 85),
        ("a " * (MOST + 1), 2 * MOST + 1),
        ("peace *stan", 7),
        ("peace a?c", 7),
        ("ab*c*d*e*", 1),
        ('the "mutual secur*"', 5),
        ('the "war and peace"~5', 5),
        ("war NEAR/51 peace", 1),
        ('war "x"~5 y', 5),
        ("war NEAR (a OR b)", 1),
        ("war NEAR wars", 1),
        ("war NEAR", 9),
        ("war ~5", 5),
        ('"war peace"~x', 12),
        ('"war peace"~3x', 12),
        ('"war peace"~-1', 12),
        ('"war peace"~', 12),
        ('="war peace"~12345', 13),
        ("the threat~3", 11),
        ("secur*~", 7),
        ("peace ~5x", 7),
    ],
)
def test_what_cannot_be_read_is_told_with_its_column(query: str, column: int) -> None:
    with pytest.raises(QueryError) as raised:
        ask(query)
    assert raised.value.place == f"query, column {column}"
    assert raised.value.at is not None
    assert raised.value.at[0] == column - 1
    assert "".join(raised.value.pieces or ()) == query


def test_a_query_has_a_length() -> None:
    assert ask("a" * LONGEST) == Words("a" * LONGEST)
    with pytest.raises(QueryError, match="1001 characters"):
        ask("a" * (LONGEST + 1))


@given(st.text(alphabet="abя \"“”«»()-*?=.'\\:^~+[]{}/ANDORTE5\x00\n", max_size=40))
def test_any_text_is_a_query_or_a_query_error(query: str) -> None:
    try:
        ask(query)
    except QueryError as error:
        told = error.place
    else:
        told = "query, column 1"
    assert told.startswith("query, column ")
    assert 1 <= int(told.split()[-1]) <= len(query) + 1
