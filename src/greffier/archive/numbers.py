"""Numbers that stand for names in the index, so that hits are counted quickly."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple, Self

_LETTERS = 27  # of a language tag's first part, and none
_LONGEST_TAG = 3
_LANGUAGES: int = _LETTERS**_LONGEST_TAG
_KINDS = 16


@lru_cache(1 << 16)
def number_of(name: str | None) -> int:
    """Give the number by which passages of a name are counted; 0 where there is none.

    It is short enough for a number that the index can keep in five bytes, and long enough that two
    of a hundred thousand names have the same one once in two hundred archives.
    """
    if not name:
        return 0
    data = name.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=5).digest())


def number_of_sitting(organisations: tuple[str, ...], bodies: tuple[str, ...]) -> int:
    """Give the number of what sat: organisations and bodies together."""
    if not organisations and not bodies:
        return 0
    return number_of("\x1e".join(("\x1f".join(organisations), "\x1f".join(bodies))))


def number_of_language(tag: str) -> int:
    """Give the number of a language: of the letters with which its tag begins, at most three."""
    number = 0
    for letter in tag.lower()[:_LONGEST_TAG].ljust(_LONGEST_TAG):
        number = number * _LETTERS + ("abcdefghijklmnopqrstuvwxyz".find(letter) + 1)
    return number


def language_of(number: int) -> str:
    """Give the language that a number stands for."""
    letters = []
    for _ in range(_LONGEST_TAG):
        number, letter = divmod(number, _LETTERS)
        letters.append(chr(ord("a") + letter - 1) if letter else "")
    return "".join(reversed(letters))


class About(NamedTuple):
    """What a record is, as one number: its year (0 where not known), kind and language."""

    year: int
    kind: int
    language: int

    @property
    def number(self) -> int:
        """All three in one."""
        return (self.year * _KINDS + self.kind) * _LANGUAGES + self.language

    @classmethod
    def of(cls, number: int) -> Self:
        """Take a number apart again."""
        rest, language = divmod(number, _LANGUAGES)
        year, kind = divmod(rest, _KINDS)
        return cls(year, kind, language)
