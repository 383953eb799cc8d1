"""The query language: words, "phrases", AND, OR, NOT or -, prefix*, (groups). Text to values.

Words side by side must all be found. AND binds more than OR. Operators are in capitals, so that
`and` is a word. Whatever cannot be read is told with its column; nothing is passed on unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from greffier.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1_000  # code points of a query
MOST = 50  # words of a query, those of phrases counted
_DEEPEST = 20
_SHORTEST_PREFIX = 2


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand one after another: one word, or a phrase."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words of which the last goes on in any way."""

    text: str


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be found."""

    part: Asked


@dataclass(frozen=True, slots=True)
class All:
    """Parts that must all be found."""

    parts: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Parts of which at least one must be found."""

    parts: tuple[Asked, ...]


Asked: TypeAlias = Words | Prefix | Not | All | Either


class _Token(NamedTuple):
    """A sign of the language: `kind` is the name of its group in `_TOKEN`."""

    kind: str
    text: str
    at: int


_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<open>\() | (?P<close>\))
    | "(?P<quoted>[^"]*)" | “(?P<curly>[^”]*)” | «(?P<angled>[^»]*)» | „(?P<low>[^“”]*)[“”]
    | (?P<unclosed>["“«„])
    | (?P<minus>-(?=[^\s)]))
    | (?P<and>AND(?![^\s()"])) | (?P<or>OR(?![^\s()"])) | (?P<not>NOT(?![^\s()"]))
    | (?P<word>[^\s()"“«„]+)
    """,
    re.VERBOSE,
)
_QUOTED = {"quoted", "curly", "angled", "low"}
_LETTER = re.compile(r"[^\W_]")


def ask(query: str) -> Asked | None:
    """Read a query; None where it asks for no word at all.

    Raises:
        QueryError: it cannot be read; the place is the column, counted from 1.
    """
    if len(query) > LONGEST:
        raise QueryError(
            "query", f"{len(query)} characters", f"a query has at most {LONGEST}: ask for less"
        )
    tokens = list(_tokens(query))
    if not tokens:
        return None
    return _Parser(tokens, len(query)).whole()


def _tokens(query: str) -> Iterator[_Token]:
    count = 0
    for found in _TOKEN.finditer(query):
        kind = found.lastgroup or ""
        text = found[kind]
        if kind == "unclosed":
            raise _fault(found.start(), f"a phrase opened by {text} and not closed", "close it")
        if kind in _QUOTED and not _LETTER.search(text):
            raise _fault(found.start(), "a phrase without a word", "put words between the quotes")
        if kind == "space" or (kind == "word" and not _LETTER.search(text)):
            continue  # a dash or a dot between words asks for nothing
        count += len(re.findall(r"[^\W_]+", text)) if kind in _QUOTED | {"word"} else 0
        if count > MOST:
            raise _fault(found.start(), f"more than {MOST} words", "ask for less")
        yield _Token("phrase" if kind in _QUOTED else kind, text, found.start())


def _fault(at: int, met: str, wanted: str) -> QueryError:
    return QueryError(f"query, column {at + 1}", met, wanted)


class _Parser:
    """Reads the tokens from left to right, one function for each rank of the language."""

    def __init__(self, tokens: list[_Token], end: int) -> None:
        self._tokens = tokens
        self._end = _Token("end", "", end)
        self._next = 0

    def whole(self) -> Asked:
        asked = self._either(0)
        if self._peek().kind == "close":
            raise _fault(self._peek().at, "a ) that closes nothing", "take it away, or open with (")
        return asked

    def _peek(self) -> _Token:
        return self._tokens[self._next] if self._next < len(self._tokens) else self._end

    def _take(self) -> _Token:
        token = self._peek()
        self._next += 1
        return token

    def _either(self, depth: int) -> Asked:
        parts = [self._all(depth)]
        while self._peek().kind == "or":
            self._take()
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self, depth: int) -> Asked:
        parts = [self._one(depth)]
        while self._peek().kind not in {"or", "close", "end"}:
            if self._peek().kind == "and":
                self._take()
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self, depth: int) -> Asked:
        token = self._take()
        if depth > _DEEPEST:
            raise _fault(
                token.at, f"more than {_DEEPEST} groups inside one another", "ask for less"
            )
        match token.kind:
            case "minus" | "not":
                return Not(self._one(depth + 1))
            case "phrase":
                return Words(token.text)
            case "word":
                return _word(token)
            case "open":
                return self._group(token, depth)
            case _:
                raise _fault(token.at, _met(token), "a word, a phrase or a group stands here")

    def _group(self, opened: _Token, depth: int) -> Asked:
        inside = self._either(depth + 1)
        if self._take().kind != "close":
            raise _fault(opened.at, "a group that is not closed", "close it with )")
        return inside


def _met(token: _Token) -> str:
    return "the end of the query" if token.kind == "end" else f"{token.text} without its word"


def _word(token: _Token) -> Asked:
    if not token.text.endswith("*"):
        return Words(token.text)
    start = token.text.rstrip("*")
    if len(_LETTER.findall(start)) < _SHORTEST_PREFIX:
        raise _fault(
            token.at, f"{token.text}, too short", f"give {_SHORTEST_PREFIX} letters before the *"
        )
    return Prefix(start)
