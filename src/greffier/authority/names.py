"""Names as they are compared: case, accents, apostrophes and odd spaces do not count."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

# What stands on a page for the plain character; None takes it out.
_PLAIN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u02b9`\u00b4\u2032"), "'"),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")),
    ord("ё"): "е",
    ord("Ё"): "Е",
}


def fold(words: str) -> str:
    """Give the form in which two spellings of one name are equal; for comparing, not for showing.

    Lower case, without accents on Latin letters, with plain apostrophes, hyphens and single
    spaces, ё as е, and without `the` in front.
    """
    return _spaced(words).casefold().removeprefix("the ")


def _spaced(words: str) -> str:
    plain = " ".join(words.translate(_PLAIN).split())
    return plain if plain.isascii() else _unaccented(plain)


def _unaccented(words: str) -> str:
    """Drop the marks over Latin letters; й and its like are letters of their own."""
    out: list[str] = []
    for letter in words:
        base = unicodedata.normalize("NFKD", letter)
        out.append(base[0] if base[0].isascii() and base[0].isalpha() else letter)
    return "".join(out)


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
            # In capitals a name is itself only in capitals: `WHO` is not `who`.
            key, table = (
                (_spaced(name), self._acronyms) if name.isupper() else (fold(name), self._folded)
            )
            borne = table.get(key, ())
            if thing not in borne:
                table[key] = (*borne, thing)

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
        if printed:
            return () if plain.islower() else self._folded.get(fold(words), ())
        return self._folded.get(fold(words)) or self._acronyms.get(fold(words).upper(), ())
