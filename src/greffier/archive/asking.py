"""The query language, text to values.

Words side by side must all be found; so must those with AND between them, which binds more than OR.
NOT or a - leaves out what follows. "A phrase" is words one after another, `"two words"~5` or
`two NEAR/5 words` two words with at most five others between them, in either order. In a word a *
stands for any letters and a ? for one. Inflected forms are found, but with a = before a word or a
phrase it is found as it stands only. Groups are in brackets, operators in capitals, so that `and`
is a word. Whatever cannot be read is told with its place; nothing is passed on unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from greffier.archive.signs import LETTER, LONGEST, MOST, signs
from greffier.archive.words import words

if TYPE_CHECKING:
    from greffier.archive.signs import Query, Sign
    from greffier.errors import QueryError

__all__ = ["LONGEST", "MOST", "All", "Asked", "Either", "Near", "Not", "Pattern", "Words", "ask"]

NEAR, FARTHEST = 10, 50  # words between two that are near each other: unless said, and at most
_DEEPEST = 20
_SHORTEST_START = 2  # letters before the first * or ?
_MOST_WILD = 3
_LONGEST_WILD = 40
# A ? at the end of a word asks a question.
_WILD = re.compile(r"\*|\?(?=[^\W_])")
_PIECE = re.compile(r"(?:[^\W_]|[\u0300-\u036f]|\*|\?(?=[^\W_]))+(?:['’][sS]\b)?")
_TWO = 2


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand one after another: one word, or a phrase; `exact` in no other form."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words, one or one after another, of which some have a * or a ? in them."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Two words with at most `distance` others between them, in either order."""

    one: str
    other: str
    distance: int
    exact: bool = False


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


Asked: TypeAlias = Words | Pattern | Near | Not | All | Either


def ask(query: str) -> Asked | None:
    """Read a query; None where it asks for no word at all.

    Raises:
        QueryError: it cannot be read; the place is the column, counted from 1.
    """
    cut = signs(query)
    return _Parser(cut).whole() if cut.signs else None


class _Parser:
    """Reads the signs from left to right, one function for each rank of the language."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._next = 0

    def whole(self) -> Asked:
        asked = self._either(0)
        if self._peek().kind == "close":
            raise self._fault(
                self._peek(), "a ) that closes nothing", "take it away, or open with ("
            )
        return asked

    def _peek(self) -> Sign:
        signs = self._query.signs
        return signs[self._next] if self._next < len(signs) else self._query.end

    def _take(self) -> Sign:
        sign = self._peek()
        self._next += 1
        return sign

    def _fault(self, sign: Sign, met: str, wanted: str) -> QueryError:
        return self._query.fault(sign, met, wanted)

    def _either(self, depth: int) -> Asked:
        parts = [self._all(depth)]
        while self._peek().kind == "or":
            self._take()
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self, depth: int) -> Asked:
        parts = [self._near(depth)]
        while self._peek().kind not in {"or", "close", "end"}:
            if self._peek().kind == "and":
                self._take()
            parts.append(self._near(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _near(self, depth: int) -> Asked:
        first = self._peek()
        one = self._one(depth)
        if self._peek().kind != "near":
            return one
        sign, second = self._take(), self._peek()
        other = self._one(depth)
        if not (isinstance(one, Words) and isinstance(other, Words) and one.exact == other.exact):
            whole = first._replace(end=self._query.signs[self._next - 1].end)
            raise self._fault(
                whole, f"{sign.text} between what is not two words", "put one word on each side"
            )
        distance = int(sign.text.partition("/")[2] or NEAR)
        return self._beside((first, second), (one.text, other.text), distance, exact=one.exact)

    def _beside(
        self, places: tuple[Sign, Sign], beside: tuple[str, str], distance: int, *, exact: bool
    ) -> Near:
        if distance > FARTHEST:
            raise self._fault(
                places[0]._replace(end=places[1].end),
                f"{distance} words between two",
                f"at most {FARTHEST} may stand between them",
            )
        stems = []
        for place, word in zip(places, beside, strict=True):
            told = words(word)
            if len(told) != 1 or _WILD.search(word):
                raise self._fault(place, f"{word}, which is not one word", "put one word here")
            stems.append(told[0].form if exact else told[0].stem)
        if stems[0] == stems[1]:
            whole = places[0]._replace(end=places[1].end)
            raise self._fault(whole, "a word near itself", "give two words that differ")
        return Near(*beside, distance, exact)

    def _one(self, depth: int) -> Asked:
        sign = self._take()
        if depth > _DEEPEST:
            raise self._fault(
                sign, f"more than {_DEEPEST} groups inside one another", "ask for less"
            )
        match sign.kind:
            case "minus" | "not":
                return Not(self._one(depth + 1))
            case "exact":
                return self._exact(sign)
            case "phrase":
                return self._phrase(sign, exact=False)
            case "word":
                return self._word(sign, exact=False)
            case "open":
                return self._group(sign, depth)
            case _:
                raise self._fault(sign, _met(sign), "a word, a phrase or a group stands here")

    def _group(self, opened: Sign, depth: int) -> Asked:
        inside = self._either(depth + 1)
        if self._take().kind != "close":
            raise self._fault(opened, "a group that is not closed", "close it with )")
        return inside

    def _exact(self, sign: Sign) -> Asked:
        after = self._take()
        if after.kind == "phrase":
            return self._phrase(after, exact=True)
        if after.kind == "word":
            return self._word(after, exact=True)
        raise self._fault(sign, "a = without its word", "put a word or a phrase right after it")

    def _phrase(self, sign: Sign, *, exact: bool) -> Asked:
        pieces = _PIECE.findall(sign.text)
        wild = [piece for piece in pieces if _WILD.search(piece)]
        after = self._peek()
        if after.kind == "within" and after.start == sign.end:
            self._take()
            return self._within(sign, after, pieces, exact=exact)
        if not wild:
            return Words(sign.text, exact)
        if not exact:
            raise self._fault(
                sign,
                f"{wild[0]} in a phrase whose inflected forms are looked for",
                "put a = before the phrase, so that it is found as it stands",
            )
        return Pattern(tuple(self._pattern(sign, piece) for piece in pieces))

    def _within(self, sign: Sign, tilde: Sign, pieces: list[str], *, exact: bool) -> Near:
        whole = sign._replace(end=tilde.end)
        if len(pieces) != _TWO:
            raise self._fault(
                whole,
                f"~{tilde.text} after what is not two words",
                "put two words between the quotes; join more of them by AND",
            )
        return self._beside((whole, whole), (pieces[0], pieces[1]), int(tilde.text), exact=exact)

    def _word(self, sign: Sign, *, exact: bool) -> Asked:
        if not _WILD.search(sign.text):
            return Words(sign.text, exact)
        parts = tuple(
            Pattern((self._pattern(sign, piece),)) if _WILD.search(piece) else Words(piece, exact)
            for piece in _PIECE.findall(sign.text)
        )
        return parts[0] if len(parts) == 1 else All(parts)

    def _pattern(self, sign: Sign, word: str) -> str:
        """Give a word of a pattern, if the words that it may stand for are few enough."""
        wild = [found.start() for found in _WILD.finditer(word)]
        if wild and len(LETTER.findall(word[: wild[0]])) < _SHORTEST_START:
            wanted = f"give {_SHORTEST_START} letters before the {word[wild[0]]}"
            raise self._fault(sign, f"{word}, which may stand for too many words", wanted)
        if len(wild) > _MOST_WILD or len(word) > _LONGEST_WILD:
            wanted = f"use at most {_MOST_WILD} of * and ? in {_LONGEST_WILD} letters"
            raise self._fault(sign, f"{word[:_LONGEST_WILD]}, which is too intricate", wanted)
        return word


def _met(sign: Sign) -> str:
    if sign.kind == "end":
        return "the end of the query"
    text = f"~{sign.text}" if sign.kind == "within" else sign.text
    return f"{text} without its word"
