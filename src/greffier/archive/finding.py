"""Where in a passage stands what was asked for; the index finds the passage, this the words.

A passage is taken as its words as they stand, and each is looked at once whatever number of times
it stands there: whether it fits depends on its letters alone.
"""

from __future__ import annotations

import re
from fnmatch import translate
from operator import contains
from typing import TYPE_CHECKING, TypeAlias

from greffier.archive.asking import All, Either, Near, Pattern, Words
from greffier.archive.words import analysed, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from greffier.archive.asking import Asked
    from greffier.archive.speech import Place

    Fits: TypeAlias = Callable[[str], bool]

_WILD = re.compile(r"[*?]")
# Letters that folding leaves as they are, but for their case.
_ASCII, _CYRILLIC = "\u0080", ("\u0400", "\u04ff")


class _Fitting:
    """The words, as they stand, that fit; those that were seen are remembered."""

    def __init__(self, fits: Fits) -> None:
        self._fits = fits
        self._seen: set[str] = set()
        self._good: set[str] = set()

    def among(self, standing: AbstractSet[str]) -> set[str]:
        """Give those of some words that fit."""
        new = standing - self._seen
        self._seen.update(new)
        self._good.update(filter(self._fits, new))
        return self._good & standing

    def places(self, passage: Sequence[str], standing: AbstractSet[str]) -> list[int]:
        """Give the numbers of the words of a passage that fit.

        Args:
            passage: its words.
            standing: the same, each once.
        """
        good = self.among(standing)
        return [at for at, word in enumerate(passage) if word in good] if good else []


class _Run:
    """Words one after another."""

    def __init__(self, fits: Sequence[Fits]) -> None:
        self._first, *self._rest = (_Fitting(one) for one in fits)

    def places(self, passage: Sequence[str], standing: AbstractSet[str]) -> Iterator[Place]:
        starts = self._first.places(passage, standing)
        if not self._rest:
            yield from ((at,) for at in starts)
            return
        following = [fits.among(standing) for fits in self._rest] if starts else []
        length = 1 + len(following)
        for at in starts:
            words = passage[at + 1 : at + length]
            if len(words) == length - 1 and all(map(contains, following, words)):
                yield tuple(range(at, at + length))


class _Pair:
    """Two words near each other."""

    def __init__(self, one: Fits, other: Fits, distance: int) -> None:
        self._one, self._other, self._distance = _Fitting(one), _Fitting(other), distance

    def places(self, passage: Sequence[str], standing: AbstractSet[str]) -> Iterator[Place]:
        others = self._other.places(passage, standing)
        for at in self._one.places(passage, standing) if others else ():
            gap, nearest = min((abs(other - at), other) for other in others)
            if gap <= self._distance + 1:
                yield (at, nearest) if at < nearest else (nearest, at)


class Finder:
    """Finds what was asked for in passages; make one for a question and use it on each."""

    def __init__(self, asked: Asked | None) -> None:
        self._parts = tuple(_parts(asked))

    def places(self, passage: Sequence[str]) -> list[Place]:
        """Give every place in a passage where a part of what was asked for stands, in order.

        Args:
            passage: its words, as `words.Cut` has them.
        """
        standing = frozenset(passage)
        return sorted({place for part in self._parts for place in part.places(passage, standing)})


def _parts(asked: Asked | None) -> Iterator[_Run | _Pair]:
    match asked:
        case Words(text, exact):
            if fits := _fitting(text, exact=exact):
                yield _Run(fits)
        case Pattern(patterns):
            yield _Run([_wild(pattern) for pattern in patterns])
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
    return lambda word: analysed(word)[0] == form


def _stem(stem: str) -> Fits:
    """Fit the inflected forms of a word: all begin with one letter, which is quickly looked at."""
    starts = {stem[0], stem[0].upper()}

    def fits(word: str) -> bool:
        first = word[0]
        other = first < _ASCII or _CYRILLIC[0] <= first <= _CYRILLIC[1]
        return not (other and first not in starts) and analysed(word)[1] == stem

    return fits


def _wild(pattern: str) -> Fits:
    fits = re.compile(translate(folded(pattern))).match
    return lambda word: fits(analysed(word)[0]) is not None


def folded(pattern: str) -> str:
    """Fold the letters of a pattern as those of words are, its * and ? left as they are."""
    signs = _WILD.findall(pattern)
    letters = ["".join(word.form for word in words(part)) for part in _WILD.split(pattern)]
    return "".join(part for pair in zip(letters, [*signs, ""], strict=True) for part in pair)
