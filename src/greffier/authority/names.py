"""Names as they are compared: case, accents, apostrophes and odd spaces do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")


# What stands on a page for the plain character; None takes it out.
_PLAIN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u02b9\u00b4\u2032"), "'"),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")),
}
# Accents on Latin letters, and the two dots over the Russian ye; other marks make other letters.
_MARKS = re.compile("(?<=[A-Za-z])[\u0300-\u036f]+|(?<=[\u0435\u0415])\u0308+")
# Nearly every name: letters that come in one piece, English and Russian.
_EASY = re.compile("[ -~\u0410-\u044f]*")


@lru_cache(maxsize=16_384)  # every shipped name, and the names a batch of records repeats
def fold(words: str) -> str:
    """Give the form in which two spellings of one name are equal; for comparing, not for showing.

    Lower case, without accents on Latin letters, with plain apostrophes, hyphens and single
    spaces, the Russian yo as ye, and without `the` in front.
    """
    return _spaced(words.casefold()).removeprefix("the ")


def _spaced(words: str) -> str:
    if not _EASY.fullmatch(words):
        apart = unicodedata.normalize("NFD", words).translate(_PLAIN)
        words = unicodedata.normalize("NFC", _MARKS.sub("", apart))
    return " ".join(words.split())


class Names(Generic[T]):
    """Things by their names: all that bear a name come back, in the order they were given.

    Args:
        pairs: each name with what bears it; a thing comes once for each of its names.
    """

    __slots__ = ("_acronyms", "_folded")

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._folded: dict[str, tuple[T, ...]] = {}
        self._acronyms: dict[str, tuple[T, ...]] = {}
        for name, thing in pairs:
            if name.isupper():  # in a record it is itself only in capitals: `WHO` is not `who`
                _add(self._acronyms, _spaced(name), thing)
            else:
                _add(self._folded, fold(name), thing)

    def get(self, words: str, *, printed: bool = False) -> tuple[T, ...]:
        """Give whatever bears the name `words`, nothing if nothing does.

        Args:
            words: the whole name and nothing else.
            printed: the words stand in a record, where capitals count: `who` is no organisation
                and `pole` is nobody from Poland. A name in capitals throughout is still found.
        """
        plain = _spaced(words)
        if found := self._acronyms.get(plain.removeprefix("the ").removeprefix("The ")):
            return found
        if printed and plain.islower():
            return ()
        folded = fold(words)
        if found := self._folded.get(folded):
            return found
        return () if printed else self._acronyms.get(folded.upper(), ())


def _add(table: dict[str, tuple[T, ...]], key: str, thing: T) -> None:
    borne = table.get(key, ())
    if not any(thing is other for other in borne):
        table[key] = (*borne, thing)
