"""A passage into sentences, and these into tokens, each with its place in the witness text.

Tokens are written words and single signs of punctuation: `don't`, `so-called`, `1,500` and `U.S.`
are one each. Nothing is said of lemma or part of speech: no tagger reads every language that
records come in, and none is as sure as a corpus needs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from greffier.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(
    r"""
      (?:[^\W\d_]\.){2,8}                              # U.S., т.е.
    | \w+(?:[-'’.,:/\u2010\u2011](?=\w)\w+){0,20}      # words, numbers, what joins their parts
    | [^\w\s]
    """,
    re.VERBOSE,
)
# Commas and colons join figures, not words.
_LOOSE: Final = re.compile(r"(?<=\D)[.,:/](?=\w)|(?<=\d)[.,:/](?=[^\W\d_])")
_SLAVIC: Final = frozenset({"ru", "uk", "be", "bg", "kk", "ky", "tg", "mk", "sr"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign; `spaced` says whether white space stands behind it."""

    text: str
    span: Span
    spaced: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, as its tokens."""

    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The words as they stand, each white space a blank."""
        return "".join(f"{one.text}{' ' if one.spaced else ''}" for one in self.tokens).rstrip()


def sentences(text: str, start: int, language: str) -> Iterator[Sentence]:
    """Yield the sentences of a passage; those without a token are left out.

    Args:
        text: the passage, what is not its own blanked.
        start: where it begins in the text of the witness.
        language: a BCP 47 tag, by which the rules for abbreviations are chosen.
    """
    for first, last in _bounds(text, language):
        tokens = tuple(_tokens(text, first, last, start))
        if tokens:
            yield Sentence(tokens)


def _bounds(text: str, language: str) -> Iterator[tuple[int, int]]:
    if language.partition("-")[0] in _SLAVIC:
        from razdel import sentenize  # noqa: PLC0415 - only corpora need it

        yield from ((one.start, one.stop) for one in sentenize(text))
    else:
        from nupunkt import sent_spans  # noqa: PLC0415 - takes 0.2 s

        yield from sent_spans(text)


def _tokens(text: str, first: int, last: int, start: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, first, last):
        for a, b in _parts(found):
            spaced = b < len(text) and text[b].isspace()
            yield Token(text[a:b], Span(start + a, start + b), spaced)


def _parts(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the token, or its parts where what stands between them joins no word: `end.Then`."""
    at, end = found.span()
    words = found.group()
    if not words.isalnum() and not words.endswith("."):
        for loose in _LOOSE.finditer(words):
            a, b = found.start() + loose.start(), found.start() + loose.end()
            yield at, a
            yield a, b
            at = b
    yield at, end
