"""What each character is to a word, and the number it counts as, looked up by code point.

Two witnesses of one record differ in capitals, accents, ligatures and the form of their letters;
folding them here, once for each character, lets whole texts be folded by table.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

UNKNOWN, BREAK, LETTER, DIGIT, ALONE, UNSEEN, HYPHEN, APOSTROPHE = range(8)
BASE: Final = 0x9E3779B97F4A7C15  # odd, so that it can be divided by

_ALL: Final = 0xFFFF_FFFF_FFFF_FFFF
_POINTS: Final = 0x110000
_HYPHENS: Final = frozenset("-\u2010\u2011")
_APOSTROPHES: Final = frozenset("'\u2018\u2019\u201b\u02bc\u2032\u0060\u00b4")
# Scripts written without blanks: each character is a word of its own.
_ALONE: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x9FFF),  # ideographs
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_HANGUL: Final = (0xAC00, 0xD7A3)
_ACCENT: Final = 10  # the class of accents and vowel points; below are signs of Indian scripts


class Letters:
    """The tables; filled in for a character when it is first met, since few of them ever are."""

    def __init__(self) -> None:
        self._kinds = np.zeros(_POINTS, np.uint8)
        self._values = np.zeros(_POINTS, np.uint64)
        self._widths = np.zeros(_POINTS, np.uint8)

    def kinds(self, codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
        """Give what each character is to a word; ask this of a text before the others."""
        kinds = self._kinds[codes]
        if not kinds.all():
            for code in np.unique(codes[kinds == UNKNOWN]).tolist():
                self._learn(code)
            kinds = self._kinds[codes]
        return kinds

    def values(self, codes: NDArray[np.uint32]) -> NDArray[np.uint64]:
        """Give the number that each character adds to the hash of its word."""
        return self._values[codes]

    def widths(self, codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
        """Give how many letters each character stands for: two for a ligature, none for a comma."""
        return self._widths[codes]

    def _learn(self, code: int) -> None:
        kind, folded = _folded(chr(code))
        value = 0
        for place, letter in enumerate(folded):
            value += mixed(ord(letter)) * pow(BASE, place, 1 << 64)
        self._values[code] = value & _ALL
        self._widths[code] = len(folded)
        self._kinds[code] = kind


@lru_cache(maxsize=1)
def letters() -> Letters:
    """Give the tables of this process."""
    return Letters()


def mixed(number: int) -> int:
    """Scatter a number over 64 bits, the same way on every machine."""
    number = (number + BASE) & _ALL
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _ALL
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & _ALL
    return number ^ (number >> 31)


def _folded(character: str) -> tuple[int, str]:
    """Give what a character is, and the letters that it counts as."""
    if character in _HYPHENS:
        return HYPHEN, ""
    if character in _APOSTROPHES:
        return APOSTROPHE, ""
    category = unicodedata.category(character)
    if category == "Cf" or (category == "Mn" and unicodedata.combining(character) >= _ACCENT):
        return UNSEEN, ""
    if any(low <= ord(character) <= high for low, high in _ALONE) and category[0] in "LM":
        return ALONE, character
    kept = "".join(filter(_counts, unicodedata.normalize("NFKD", character).casefold()))
    if _is_hangul(character):  # taken apart, a syllable would be three letters
        kept = character
    if not kept:
        return BREAK, ""
    return (DIGIT if kept.isdigit() else LETTER), kept


def _counts(character: str) -> bool:
    """Say whether a character is part of a word: a letter, a digit, a vowel sign."""
    category = unicodedata.category(character)
    if category == "Mn":
        return unicodedata.combining(character) < _ACCENT
    return category[0] in "LN" or category == "Mc"


def _is_hangul(character: str) -> bool:
    return _HANGUL[0] <= ord(character) <= _HANGUL[1]
