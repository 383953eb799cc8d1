"""Where in a passage stands what was asked for; the index finds the passage, this the words.

A passage is taken as its words as they stand, and each is looked at once whatever number of times
it stands there: whether it fits depends on its letters alone.
"""

from __future__ import annotations

import re
from fnmatch import translate
from typing import TYPE_CHECKING, TypeAlias

from greffier.archive.asking import All, Either, Near, Pattern, Words
from greffier.archive.words import analysed, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from greffier.archive.asking import Asked
    from greffier.archive.speech import Place

    Fits: TypeAlias = Callable[[str], bool]

_WILD = re.compile(r"[*?]")


class _Fitting:
    """The words, as they stand, that fit; those that were seen are remembered."""

    def __init__(self, fits: Fits) -> None:
        self._fits = fits
        self._seen: dict[str, bool] = {}

    def __call__(self, word: str) -> bool:
        """Say whether a word fits."""
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = self._fits(word)
        return known

    def places(self, passage: Sequence[str]) -> list[int]:
        """Give the numbers of the words that fit."""
        seen = self._seen
        for word in set(passage).difference(seen):
            seen[word] = self._fits(word)
        return [at for at, word in enumerate(passage) if seen[word]]


class _Run:
    """Words one after another."""

    def __init__(self, fits: Sequence[Fits]) -> None:
        self._first, *self._rest = (_Fitting(one) for one in fits)

    def places(self, passage: Sequence[str]) -> Iterator[Place]:
        length = 1 + len(self._rest)
        for at in self._first.places(passage):
            following = passage[at + 1 : at + length]
            if len(following) == len(self._rest) and all(
                fits(word) for fits, word in zip(self._rest, following, strict=True)
            ):
                yield tuple(range(at, at + length))


class _Pair:
    """Two words near each other."""

    def __init__(self, one: Fits, other: Fits, distance: int) -> None:
        self._one, self._other, self._distance = _Fitting(one), _Fitting(other), distance

    def places(self, passage: Sequence[str]) -> Iterator[Place]:
        others = self._other.places(passage)
        for at in self._one.places(passage) if others else ():
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
            passage: its words, as `words.cut` gives them.
        """
        return sorted({place for part in self._parts for place in part.places(passage)})


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
    return lambda word: analysed(word)[1] == stem


def _wild(pattern: str) -> Fits:
    fits = re.compile(translate(folded(pattern))).match
    return lambda word: fits(analysed(word)[0]) is not None


def folded(pattern: str) -> str:
    """Fold the letters of a pattern as those of words are, its * and ? left as they are."""
    signs = _WILD.findall(pattern)
    letters = ["".join(word.form for word in words(part)) for part in _WILD.split(pattern)]
    return "".join(part for pair in zip(letters, [*signs, ""], strict=True) for part in pair)
