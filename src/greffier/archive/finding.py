"""Where in a passage stands what was asked for; the index finds the passage, this the words."""

from __future__ import annotations

import re
from fnmatch import translate
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from greffier.archive.asking import All, Either, Near, Pattern, Words
from greffier.archive.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from greffier.archive.asking import Asked
    from greffier.archive.words import Word

    Fits: TypeAlias = Callable[[Word], bool]

_WILD = re.compile(r"[*?]")
# The numbers of words in a passage that are found together, in order.
Place: TypeAlias = tuple[int, ...]


class _Run(NamedTuple):
    """Words one after another."""

    fits: tuple[Fits, ...]

    def places(self, passage: Sequence[Word]) -> Iterator[Place]:
        first, *rest = self.fits
        for at, word in enumerate(passage):
            if not first(word) or at + len(self.fits) > len(passage):
                continue
            if all(fits(passage[at + n]) for n, fits in enumerate(rest, start=1)):
                yield tuple(range(at, at + len(self.fits)))


class _Pair(NamedTuple):
    """Two words near each other."""

    one: Fits
    other: Fits
    distance: int

    def places(self, passage: Sequence[Word]) -> Iterator[Place]:
        others = [at for at, word in enumerate(passage) if self.other(word)]
        for at, word in enumerate(passage):
            if others and self.one(word):
                nearest = min(others, key=lambda other, at=at: abs(other - at))  # type: ignore[misc] # mypy has no type for a default of a lambda
                if abs(nearest - at) <= self.distance + 1:
                    yield (at, nearest) if at < nearest else (nearest, at)


class Finder:
    """Finds what was asked for in passages; make one for a question and use it on each."""

    def __init__(self, asked: Asked | None) -> None:
        self._parts = tuple(_parts(asked))

    def places(self, passage: Sequence[Word]) -> list[Place]:
        """Give every place in a passage where a part of what was asked for stands, in order."""
        return sorted({place for part in self._parts for place in part.places(passage)})


def _parts(asked: Asked | None) -> Iterator[_Run | _Pair]:
    match asked:
        case Words(text, exact):
            if fits := tuple(_fitting(text, exact=exact)):
                yield _Run(fits)
        case Pattern(patterns):
            yield _Run(tuple(_wild(pattern) for pattern in patterns))
        case Near(one, other, distance, exact):
            (first,), (second,) = _fitting(one, exact=exact), _fitting(other, exact=exact)
            yield _Pair(first, second, distance)
        case All(parts) | Either(parts):
            for part in parts:
                yield from _parts(part)
        case _:  # what must not be found is not there
            return


def _fitting(text: str, *, exact: bool) -> list[Fits]:
    if exact:
        return [_form(word.form) for word in words(text)]
    return [_stem(word.stem) for word in words(text)]


def _form(form: str) -> Fits:
    return lambda word: word.form == form


def _stem(stem: str) -> Fits:
    return lambda word: word.stem == stem


def _wild(pattern: str) -> Fits:
    fits = re.compile(translate(folded(pattern))).match
    return lambda word: fits(word.form) is not None


def folded(pattern: str) -> str:
    """Fold the letters of a pattern as those of words are, its * and ? left as they are."""
    signs = _WILD.findall(pattern)
    letters = ["".join(word.form for word in words(part)) for part in _WILD.split(pattern)]
    return "".join(part for pair in zip(letters, [*signs, ""], strict=True) for part in pair)
